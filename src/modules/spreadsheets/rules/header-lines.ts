import { decodeText } from '../../../kernel/vietnamese/encodings/index.ts';
import type { TextEncoding } from '../../../kernel/vietnamese/encodings/types.ts';
import { type CellLike, cleanText, type MergeLike, type RowLike } from './cell.ts';
import { decoderOf } from './decode.ts';
import { exactTitle, matchTitle } from './titles.ts';

const LEGACY: readonly TextEncoding[] = ['tcvn3', 'vni', 'windows-1258', 'viqr'];
const asUnicode = decoderOf('nfc');

export interface Title {
  readonly text: string;
  readonly known: boolean;
  readonly data: boolean;
  readonly encoding: TextEncoding | null;
}

/** A row that may belong to the header. */
export interface Line {
  readonly row: RowLike;
  readonly titles: readonly (Title | undefined)[];
  readonly filled: number;
  readonly known: number;
  readonly data: number;
}

export function lineOf(row: RowLike): Line {
  const titles = Array.from(row.cells, (cell) => titleOf(cell));
  const count = (test: (title: Title) => boolean): number =>
    titles.filter((title) => title !== undefined && test(title)).length;
  return {
    row,
    titles,
    filled: count(() => true),
    known: count((title) => title.known),
    data: count((title) => title.data),
  };
}

const DATA = /@|^\+?\d[\d\s.]{4,}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;

function titleOf(cell: CellLike | undefined): Title | undefined {
  if (cell === undefined || cell.text.trim() === '') return undefined;
  const text = asUnicode(cell);
  const data = cell.kind === 'day' || DATA.test(text);
  if (data || text.length > 120) return { text, known: false, data, encoding: null };
  if (exactTitle(text) !== null) return { text, known: true, data, encoding: 'nfc' };
  for (const encoding of LEGACY) {
    const decoded = cleanText(decodeText(cell.text, encoding));
    if (decoded !== text && exactTitle(decoded) !== null) {
      return { text: decoded, known: true, data, encoding };
    }
  }
  const loosely = text.length <= 60 && (matchTitle(text)?.weight ?? 0) >= 0.7;
  return { text, known: loosely, data, encoding: loosely ? 'nfc' : null };
}

export const adjoins = (a: Line, b: Line): boolean => Math.abs(a.row.number - b.row.number) === 1;

export function mergeOf(
  merges: readonly MergeLike[],
  row: number,
  column: number,
): MergeLike | undefined {
  return merges.find(
    ({ from, to }) =>
      row >= from.row && row <= to.row && column >= from.column && column <= to.column,
  );
}

export const span = (merge: MergeLike | undefined): number =>
  merge === undefined ? 1 : merge.to.column - merge.from.column + 1;
