import { decodeText, encodingOfFont } from '../../../kernel/vietnamese/encodings/index.ts';
import type { EncodingEvidence } from '../../../kernel/vietnamese/encodings/judge-types.ts';
import { SEEN, scan } from '../../../kernel/vietnamese/encodings/scan.ts';
import type { TextEncoding } from '../../../kernel/vietnamese/encodings/types.ts';
import { type CellLike, cleanText, remembered } from './cell.ts';

const unicode = new Set<TextEncoding>(['nfc', 'nfd', 'mixed']);

/** Encodings that have no capital letters with tones. */
export const isToneless = (encoding: TextEncoding): boolean =>
  encoding === 'tcvn3' || encoding === 'tcvn3-capitals';

/** How far the words of a cell are to be trusted against the encoding of its column. */
interface Trust {
  readonly lean: number;
  /** Fonts tell which cells are older ones: another font speaks for Unicode. */
  readonly byFont: boolean;
  /** There are cells in such a font and cells in others, so that the font itself speaks. */
  readonly apart: boolean;
  /** The column holds cells that are surely Unicode too. */
  readonly mixed: boolean;
}

const LEANING = 2;
/** By how much a cell must read better decoded, when what stands beside it says that it is Unicode. */
const AGAINST = -1.5;
const ENOUGH_CELLS = 8;
const OPEN: Trust = { lean: 0, byFont: false, apart: false, mixed: false };

function trustOf(column: TextEncoding, evidence: JudgedColumn['encodingEvidence']): Trust {
  if (evidence === undefined || unicode.has(column)) return OPEN;
  const { proven, legacy, fonts } = evidence as Partial<EncodingEvidence>;
  const pure = proven === 0 && legacy !== undefined && legacy >= ENOUGH_CELLS;
  const told = fonts?.map((font) => font.encoding !== null && alike(font.encoding, column)) ?? [];
  return {
    lean: pure ? LEANING : 0,
    byFont: told.includes(true),
    apart: told.includes(true) && told.includes(false),
    mixed: (proven ?? 0) > 0,
  };
}

const alike = (a: TextEncoding, b: TextEncoding): boolean =>
  a === b || (isToneless(a) && isToneless(b));

/** `unicodeRow`: another cell of the row is surely Unicode, in a column that holds both. */
export type CellDecoder = (cell: CellLike, unicodeRow?: boolean) => string;

/**
 * The clean text of a cell of a column. A run or cell whose font tells an older encoding is read in
 * that one; everything else in the encoding of the column. What already is Unicode stays so.
 */
export function decoderOf(
  column: TextEncoding,
  evidence?: JudgedColumn['encodingEvidence'],
): CellDecoder {
  const trust = trustOf(column, evidence);
  // Decoding weighs words; units, places and degrees come again and again.
  const own = unicode.has(column)
    ? cleanText
    : remembered((text) => cleanText(decoded(text, column, trust.lean)));
  return (cell, unicodeRow) => {
    if (cell.runs !== undefined) {
      return cleanText(ofRuns(cell.runs, column, trust));
    }
    const { text } = cell;
    if (cell.kind !== 'text') return cleanText(text);
    if (unicodeRow && trust.mixed) return cleanText(ofFont(text, cell.font, column, AGAINST));
    if (cell.font === undefined) return own(text);
    return cleanText(ofFont(text, cell.font, column, leanOf(cell.font, trust)));
  };
}

function leanOf(font: string, trust: Trust): number {
  if (encodingTold(font) === null) return trust.byFont ? AGAINST : trust.lean;
  return trust.apart ? LEANING : trust.lean;
}

// A font was changed inside the cell because the letters of one part would not show in the other.
function ofRuns(runs: NonNullable<CellLike['runs']>, column: TextEncoding, trust: Trust): string {
  const told = runs.map(({ font }) => (font === undefined ? null : encodingTold(font)));
  const apart = trust.byFont || told.some((one) => one !== null);
  return runs
    .map(({ text, font }, at) =>
      ofFont(text, font, column, apart && told[at] === null ? AGAINST : trust.lean),
    )
    .join('');
}

const decoded = (text: string, encoding: TextEncoding, lean: number): string =>
  stroked(decodeText(text, encoding, lean), encoding);

// '§H', '§V': an abbreviation is no word that decoding could know, but the sign never begins one.
function stroked(text: string, encoding: TextEncoding): string {
  if (!isToneless(encoding)) return text;
  return text
    .replace(/\u00a7(?=\p{L})|(?<=\p{L})\u00a7/gu, '\u0110')
    .replace(/\u00ae(?=\p{L})|(?<=\p{L})\u00ae/gu, '\u0111');
}

function ofFont(
  text: string,
  font: string | undefined,
  column: TextEncoding,
  lean: number,
): string {
  const told = font === undefined ? null : encodingTold(font);
  const encoding = told === null || unicode.has(told) ? column : told;
  return unicode.has(encoding) ? text : decoded(text, encoding, lean);
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

/** The column holds cells of an older encoding and cells that surely are Unicode. */
export const isMixedColumn = ({ encoding, encodingEvidence }: JudgedColumn): boolean =>
  trustOf(encoding, encodingEvidence).mixed;

/** A cell with letters that no older encoding has. */
export const isSurelyUnicode = ({ kind, text }: CellLike): boolean =>
  kind === 'text' && (scan(text) & SEEN.vietnamese) !== 0;

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
