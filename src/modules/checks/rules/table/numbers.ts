import { plain } from '../plain.ts';
import { clean } from '../text/mentions.ts';
import type { SourceCell } from './source.ts';

/** What a cell says as a number. */
export interface Value {
  /** As calculated with. */
  readonly value: number;
  /** As printed, and with how many places. */
  readonly shown: number;
  readonly decimals: number;
  readonly percent: boolean;
}

/**
 * 'value' is a number; 'nil' a dash; 'blank' nothing; 'unsure' says a number that is not exact ('hơn
 * 30'); 'text' says none.
 */
export type CellValue =
  | ({ readonly kind: 'value' } & Value)
  | { readonly kind: 'nil' | 'blank' | 'null' | 'unsure' | 'text' };

/** Which mark stands before the decimals. */
export type Marks = ',' | '.';

const BODY = /^([-−–+]?)(\d[\d.,]*(?: \d{3})*(?:[.,]\d+)?)$/;
const SCALES: Readonly<Record<string, number>> = {
  van: 1e4,
  nghin: 1e3,
  ngan: 1e3,
  tr: 1e6,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};
const ABOUT = /^(?:hon|tren|gan|khoang|xap xi|tu|duoi|~|>|<|≈|≥|≤)/;

/** Whether a number in text shows which mark it uses; null: '1.234' and '1,234' may be either. */
export function marksOf(text: string): Marks | null {
  const body = /\d[\d.,]*\d/.exec(text)?.[0] ?? '';
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  if (last < 0) return null;
  const mark = body[last] as Marks;
  const other = mark === '.' ? ',' : '.';
  if (body.includes(other)) return mark;
  if (body.split(mark).length > 2) return other;
  const after = body.length - last - 1;
  return after === 3 && !/^0/.test(body) && last <= 3 ? null : mark;
}

/** The mark that most numbers of a table use, the Vietnamese one where none tells. */
export function usualMarks(texts: readonly string[]): Marks {
  const seen = texts.map(marksOf);
  const commas = seen.filter((mark) => mark === ',').length;
  const points = seen.filter((mark) => mark === '.').length;
  if (commas !== points) return commas > points ? ',' : '.';
  const unsure = texts.filter((text, at) => seen[at] === null && /\d[.,]\d{3}\b/.test(text));
  const english = unsure.length > 0 && unsure.every((text) => text.includes(','));
  return english ? '.' : ',';
}

/** Reads a cell. */
export function readCell(cell: SourceCell, usual: Marks): CellValue {
  if (cell.kind === 'empty') return { kind: 'blank' };
  if (cell.kind === 'null') return { kind: 'null' };
  if (cell.kind === 'day') return { kind: 'text' };
  if (cell.kind === 'number' && cell.number !== undefined)
    return fromNumber(cell.text, cell.number);
  return readNumberText(cell.text, usual);
}

/** Reads a number in text: '1.234,5', '11 vạn', '27,4 %', '12 người'. */
export function readNumberText(text: string, usual: Marks): CellValue {
  const whole = plain(text).trim().replace(/\s+/g, ' ');
  // '(27,4%)' is a share beside its count; other brackets may mean less than nothing.
  const bare = /^\(([^()]*%)\)$/.exec(whole)?.[1]?.trim() ?? whole;
  if (bare === '') return { kind: 'blank' };
  if (/^(?:[-–—.…]+|\/)$/.test(bare)) return { kind: 'nil' };
  if (ABOUT.test(bare) && /\d/.test(bare)) return { kind: 'unsure' };
  // Figures do not begin with nothing: a telephone, the number of a card.
  if (/^0\d{4,}$/.test(bare)) return { kind: 'text' };
  const parts = /^([-−–+]?\s?\d[\d.,]*(?: \d{3}(?!\d))*(?:,\d+)?)\s*(%|[a-z][^\d]*)?$/.exec(bare);
  if (parts === null) return { kind: 'text' };
  const number = digitsOf(parts[1]!.replace(/\s/g, ''), usual);
  if (number === null) return { kind: 'text' };
  return withUnit(number, (parts[2] ?? '').trim());
}

function withUnit(number: { value: number; decimals: number }, unit: string): CellValue {
  const { value, decimals } = number;
  if (unit === '' || unit === '%') {
    return { kind: 'value', value, shown: value, decimals, percent: unit === '%' };
  }
  const words = unit.replace(/\./g, '').split(' ');
  if (words.length > 3) return { kind: 'text' };
  const scale = SCALES[words[0] ?? ''] ?? 1;
  if (scale > 1 && decimals > 0) return { kind: 'unsure' };
  const scaled = clean(value * scale);
  return { kind: 'value', value: scaled, shown: scaled, decimals, percent: false };
}

function digitsOf(text: string, usual: Marks): { value: number; decimals: number } | null {
  const match = BODY.exec(text);
  if (match === null) return null;
  const body = match[2]!;
  const mark = marksOf(body) ?? usual;
  const [whole = '', fraction = '', more] = body.split(mark);
  const grouped = whole.replace(/[.,]/g, '');
  if (more !== undefined || !isGrouped(whole) || /\D/.test(fraction) || grouped === '') return null;
  const value = Number(fraction === '' ? grouped : `${grouped}.${fraction}`);
  return { value: /[-−–]/.test(match[1]!) ? -value : value, decimals: fraction.length };
}

const isGrouped = (whole: string): boolean =>
  /^\d+$/.test(whole) || /^\d{1,3}(?:[.,]\d{3})+$/.test(whole);

function fromNumber(text: string, number: number): CellValue {
  const percent = text.trim().endsWith('%');
  const body = /-?[\d,]*\.?\d+(?:E[+-]?\d+)?/i.exec(text.replace(/[−–]/g, '-'))?.[0] ?? '';
  const value = percent ? clean(number * 100) : clean(number);
  const read = body === '' ? Number.NaN : Number(body.replaceAll(',', ''));
  const close = Math.abs(Math.abs(read) - Math.abs(value)) <= Math.max(0.5, Math.abs(value) * 0.01);
  const shown =
    Number.isFinite(read) && close && !/e/i.test(body) ? Math.sign(value) * Math.abs(read) : value;
  const decimals =
    String(shown) === String(value) && !body.includes('.')
      ? placesOf(shown)
      : (body.split('.')[1]?.length ?? placesOf(shown));
  return {
    kind: 'value',
    value,
    shown: shown === 0 ? 0 : shown,
    decimals: Math.min(decimals, 12),
    percent,
  };
}

/** Decimal places that a number needs. */
export function placesOf(value: number): number {
  const text = String(value);
  if (text.includes('e')) return text.includes('e-') ? 12 : 0;
  return text.split('.')[1]?.length ?? 0;
}
