import { decodeText, encodingOfFont } from '../../../kernel/vietnamese/encodings/index.ts';
import type { TextEncoding } from '../../../kernel/vietnamese/encodings/types.ts';
import { type CellLike, cleanText, remembered } from './cell.ts';

const unicode = new Set<TextEncoding>(['nfc', 'nfd', 'mixed']);

/** Encodings that have no capital letters with tones. */
export const isToneless = (encoding: TextEncoding): boolean =>
  encoding === 'tcvn3' || encoding === 'tcvn3-capitals';

/**
 * The clean text of a cell of a column. A run or cell whose font tells an older encoding is read in
 * that one; everything else in the encoding of the column. What already is Unicode stays so.
 */
export function decoderOf(column: TextEncoding): (cell: CellLike) => string {
  // Decoding weighs words; units, places and degrees come again and again.
  const own = unicode.has(column)
    ? cleanText
    : remembered((text) => cleanText(stroked(decodeText(text, column), column)));
  return (cell) => {
    if (cell.runs !== undefined) {
      return cleanText(cell.runs.map((run) => ofFont(run.text, run.font, column)).join(''));
    }
    const { text } = cell;
    if (cell.kind !== 'text') return cleanText(text);
    if (cell.font === undefined) return own(text);
    return cleanText(ofFont(text, cell.font, column));
  };
}

// '§H', '§V': an abbreviation is no word that decoding could know, but the sign never begins one.
function stroked(text: string, encoding: TextEncoding): string {
  if (!isToneless(encoding)) return text;
  return text
    .replace(/\u00a7(?=\p{L})|(?<=\p{L})\u00a7/gu, '\u0110')
    .replace(/\u00ae(?=\p{L})|(?<=\p{L})\u00ae/gu, '\u0111');
}

function ofFont(text: string, font: string | undefined, column: TextEncoding): string {
  const told = font === undefined ? null : encodingTold(font);
  const encoding = told === null || unicode.has(told) ? column : told;
  return unicode.has(encoding) ? text : stroked(decodeText(text, encoding), encoding);
}

const fonts = new Map<string, TextEncoding | null>();

function encodingTold(font: string): TextEncoding | null {
  const known = fonts.get(font);
  if (known !== undefined) return known;
  if (fonts.size > 1_000) fonts.clear();
  const told = encodingOfFont(font);
  fonts.set(font, told);
  return told;
}

/** What is known of the encoding of a column, as `RosterColumn` has it. */
export interface JudgedColumn {
  readonly encoding: TextEncoding;
  readonly encodingEvidence?: Readonly<Record<string, unknown>>;
}

const BYTES = new Set<TextEncoding>(['tcvn3', 'tcvn3-capitals', 'vni', 'windows-1258']);

/**
 * The encodings in which the columns of one sheet are read. A column of few short words ('N÷', '§H')
 * may say nothing of itself; where little in it is surely Unicode it is read as most others are,
 * which leaves Unicode as it is.
 */
export function settledEncodings(columns: readonly JudgedColumn[]): TextEncoding[] {
  const counts = new Map<TextEncoding, number>();
  for (const { encoding } of columns) {
    if (BYTES.has(encoding)) counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  }
  const shared = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return columns.map(({ encoding, encodingEvidence }) => {
    const { unicode: sure, cells } = encodingEvidence ?? {};
    const silent = encoding === 'nfc' && typeof sure === 'number' && sure * 2 <= Number(cells);
    return silent && shared !== undefined ? shared : encoding;
  });
}
