import { keptText } from '../../../../kernel/text.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import type { PastDossier } from './types.ts';

/** A cell as it is written, and its address ('C7'). */
export interface PastCell {
  readonly text: string;
  readonly path: string;
}

/** What a column of a table of a past edition holds. */
export type Role =
  | 'number'
  | 'field'
  | 'entries'
  | 'percent'
  | 'prizes'
  | 'one_prize'
  | keyof Omit<PastDossier, 'path'>;

const PRIZE = /^(?:giai )?(?:dac biet|nhat|nhi|ba|tu|khuyen khich|trien vong|phong trao)$/;
const roles: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:tt|stt|so tt|so thu tu|thu tu)$/],
  ['field', /^(?:ten )?linh vuc\b|^nganh$|^lan(?: thu| to chuc)?$/],
  ['percent', /^(?:ty|ti) le\b|phan tram/],
  ['births', /^(?:ngay|nam) sinh\b|ngay thang nam sinh/],
  ['authors', /tac gia|ho (?:va )?ten|^nguoi du thi/],
  [
    'title',
    /^ten (?:giai phap|de tai|san pham|mo hinh|cong trinh|ho so|du an)|^(?:giai phap|de tai|san pham|mo hinh|cong trinh|du an)$/,
  ],
  [
    'entries',
    /^(?:tong )?so (?:luong )?(?:giai phap|de tai|san pham|mo hinh|cong trinh|ho so|bai|du an)(?! (?:dat|doat|co) giai)|^so luong|^(?:du thi|tham gia)$/,
  ],
  ['prizes', /^(?:tong )?so giai(?! phap)|(?:dat|doat|co) giai$/],
  ['prize', /^(?:giai|giai thuong|xep giai|ket qua|muc giai|dat giai)$/],
  ['place', /^(?:don vi|truong|dia chi|noi (?:o|cong tac|hoc)|co quan|don vi cong tac)\b/],
  ['year', /^nam(?: |$)/],
  ['summary', /^(?:tom tat|mo ta|noi dung)\b/],
];

/** What a column is, by its title; null where the title does not tell. */
export function roleOf(title: string): Role | null {
  const words = foldForSearch(title);
  if (PRIZE.test(words)) return 'one_prize';
  if (title.trim() === '%') return 'percent';
  return roles.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Whether folded words are the name of a prize. */
export const isPrize = (words: string): boolean => PRIZE.test(words);

/** 'Giải Nhất', 'giải khuyến khích: 12 giải': what heads the winners below it. */
export const isPrizeHeading = (text: string): boolean =>
  /^giai (?:dac biet|nhat|nhi|ba|tu|khuyen khich|trien vong|phong trao)\b/.test(
    foldForSearch(text),
  );

const TOTAL = /^(?:tong|tong so|tong cong|cong|total)$/;

/** A row that adds up those above it. */
export const isTotalRow = (cells: readonly PastCell[]): boolean =>
  cells.some(({ text }) => TOTAL.test(foldForSearch(text)));

/** The cells that hold anything. */
export const filledCells = (cells: readonly PastCell[]): PastCell[] =>
  cells.filter(({ text }) => text.trim() !== '');

export const textIn = (
  cells: readonly PastCell[],
  columns: readonly (Role | null)[],
  role: Role,
): string => keptText(cells[columns.indexOf(role)]?.text ?? '');
