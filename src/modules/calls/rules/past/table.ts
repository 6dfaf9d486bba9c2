import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { figureOf } from './figures.ts';
import type { Figure, PastDossier, PastEdition, PastField, PastPrize } from './types.ts';

/** A cell as it is written, and its address ('C7'). */
export interface PastCell {
  readonly text: string;
  readonly path: string;
}

type Role =
  | 'field'
  | 'entries'
  | 'percent'
  | 'prizes'
  | 'one_prize'
  | keyof Omit<PastDossier, 'path'>;

const PRIZE = /^(?:giai )?(?:dac biet|nhat|nhi|ba|tu|khuyen khich|trien vong|phong trao)$/;
const roles: readonly (readonly [Role, RegExp])[] = [
  ['field', /^(?:ten )?linh vuc\b|^nganh$/],
  ['percent', /^(?:ty|ti) le\b|phan tram/],
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
  ['prize', /^(?:giai|giai thuong|xep giai|ket qua|muc giai)$/],
  ['place', /^(?:don vi|truong|dia chi|noi (?:o|cong tac|hoc)|co quan|don vi cong tac)\b/],
  ['year', /^nam(?: |$)/],
  ['summary', /^(?:tom tat|mo ta|noi dung)\b/],
];

function roleOf(title: string): Role | null {
  const words = foldForSearch(title);
  if (PRIZE.test(words)) return 'one_prize';
  if (title.trim() === '%') return 'percent';
  return roles.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const TOTAL = /^(?:tong|tong so|tong cong|cong|total)$/;

const isTotal = (cells: readonly PastCell[]): boolean =>
  cells.some(({ text }) => TOTAL.test(foldForSearch(text)));

/**
 * Reads a table of a past edition: one row a field ('Lĩnh vực', 'Số giải pháp', 'Tỷ lệ', 'Giải Nhất'
 * …) with perhaps a row of totals, or one row a dossier ('Tên giải pháp', 'Tác giả', 'Giải' …).
 * `titles` are those of the columns. Null when no column tells what it is.
 */
export function readPastTable(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly PastCell[])[],
): PastEdition | null {
  const columns = titles.map(roleOf);
  const filled = rows.filter((cells) => cells.some(({ text }) => text.trim() !== ''));
  if (columns.includes('title')) return ofDossiers(name, columns, filled);
  if (
    !columns.includes('field') ||
    !columns.some((role) => role === 'entries' || role === 'prizes')
  )
    return null;
  return ofFields(name, titles, columns, filled);
}

const textIn = (cells: readonly PastCell[], columns: readonly (Role | null)[], role: Role) =>
  (cells[columns.indexOf(role)]?.text ?? '').normalize('NFC').trim();

function ofDossiers(
  name: string,
  columns: readonly (Role | null)[],
  rows: readonly (readonly PastCell[])[],
): PastEdition {
  const at = columns.indexOf('title');
  const dossiers = rows
    .filter((cells) => (cells[at]?.text ?? '').trim() !== '')
    .filter((cells) => !isTotal(cells))
    .map((cells): PastDossier => {
      const text = (role: Role) => textIn(cells, columns, role);
      return {
        path: cells[at]!.path,
        title: text('title'),
        field: text('field'),
        authors: text('authors'),
        place: text('place'),
        prize: text('prize'),
        year: text('year'),
        summary: text('summary'),
      };
    });
  return { name, entries: null, fields: [], prizes: [], prizesTotal: null, dossiers };
}

function ofFields(
  name: string,
  titles: readonly string[],
  columns: readonly (Role | null)[],
  rows: readonly (readonly PastCell[])[],
): PastEdition {
  const figure = (cells: readonly PastCell[], role: Role): Figure | null => {
    const cell = cells[columns.indexOf(role)];
    return cell === undefined ? null : figureOf(cell.text, cell.path);
  };
  // A prize that a field did not have is left blank or struck out.
  const prizesIn = (cells: readonly PastCell[]): PastPrize[] =>
    columns.flatMap((role, at) => {
      const cell = cells[at];
      if (role !== 'one_prize' || cell === undefined) return [];
      const text = /^\s*[-–]?\s*$/.test(cell.text) ? '0' : cell.text;
      return [{ name: titles[at]!.trim(), path: cell.path, count: figureOf(text, cell.path) }];
    });
  const total = rows.find(isTotal);
  const fields = rows
    .filter((cells) => !isTotal(cells) && textIn(cells, columns, 'field') !== '')
    .map(
      (cells): PastField => ({
        name: textIn(cells, columns, 'field'),
        path: cells[columns.indexOf('field')]!.path,
        entries: figure(cells, 'entries'),
        percent: figure(cells, 'percent'),
        prizes: figure(cells, 'prizes'),
        byPrize: prizesIn(cells),
      }),
    );
  return {
    name,
    entries: total === undefined ? null : figure(total, 'entries'),
    fields,
    prizes: total === undefined ? [] : prizesIn(total),
    prizesTotal: total === undefined ? null : figure(total, 'prizes'),
    dossiers: [],
  };
}
