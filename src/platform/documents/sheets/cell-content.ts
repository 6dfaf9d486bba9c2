import type { Cell, CellValue } from 'hucre';
import { isDay } from '../../../kernel/day.ts';
import { xmlText } from '../text.ts';
import { sheetWords } from '../vi.ts';

export type CellKind = 'text' | 'number' | 'integer' | 'day';

export interface CellContent {
  readonly value: CellValue;
  /** The format of the whole column of this kind. */
  readonly numFmt: string;
  /** What only this cell has, when the plain value would be stored as something else. */
  readonly own?: Partial<Cell>;
}

// [$-42A] is Vietnamese: LibreOffice then shows 1.234,5; Excel follows the machine's own settings.
const INTEGER = '[$-42A]#,##0';
const DAY = '[$-42A]dd"/"mm"/"yyyy';
// The text format keeps a cell text when somebody edits it: "=1+1" and "0912" stay what they are.
const TEXT = '@';
const LONGEST_TEXT = 32_767;
const MOST_DIGITS = 15;
// Excel believes that 1900 was a leap year: before March serials and days do not agree.
const FIRST_SAFE_DAY = '1900-03-01';

const ERROR_LIKE = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** How a value is stored in a column of that kind. What does not fit the kind becomes text. */
export function toCellContent(value: unknown, kind: CellKind, decimals?: number): CellContent {
  const numFmt = formatOf(kind, decimals);
  if (value === null || value === undefined || value === '') return { value: null, numFmt };
  if (kind === 'number' || kind === 'integer') {
    const number = exactNumber(value);
    return number === null ? asText(value, numFmt) : { value: number, numFmt };
  }
  if (kind === 'day' && isDay(value) && value >= FIRST_SAFE_DAY) {
    return { value: new Date(`${value}T00:00:00Z`), numFmt };
  }
  return asText(value, numFmt);
}

function formatOf(kind: CellKind, decimals?: number): string {
  if (kind === 'text') return TEXT;
  if (kind === 'day') return DAY;
  if (kind === 'integer' || decimals === 0) return INTEGER;
  // "#,##0.####" would show 1235 with a comma behind it, so a number of free length is plain.
  return decimals === undefined ? 'General' : `${INTEGER}.${'0'.repeat(decimals)}`;
}

// A double holds 15 digits for certain; a longer number stays text rather than change.
function exactNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'bigint' && typeof value !== 'string') return null;
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const digits = text.replace(/^-?0*\.?0*/, '').replace('.', '').length;
  return digits <= MOST_DIGITS ? Number(text) : null;
}

function asText(value: unknown, numFmt: string): CellContent {
  const text = storable(
    typeof value === 'boolean' ? (value ? sheetWords.yes : sheetWords.no) : String(value),
  );
  // The library takes "#N/A" for an error, not for text; a run of rich text is always text.
  if (ERROR_LIKE.test(text)) return { value: text, numFmt, own: { richText: [{ text }] } };
  return { value: text, numFmt };
}

function storable(text: string): string {
  const clean = xmlText(text);
  const short =
    clean.length > LONGEST_TEXT
      ? clean.slice(0, LONGEST_TEXT - sheetWords.cut.length).toWellFormed() + sheetWords.cut
      : clean;
  // "_x0041_" means "A" inside a workbook: the underline itself must be written so.
  return short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
