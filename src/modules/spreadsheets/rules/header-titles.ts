import { decodeText } from '../../../kernel/vietnamese/encodings/index.ts';
import type { TextEncoding } from '../../../kernel/vietnamese/encodings/types.ts';
import { cleanText, type MergeLike } from './cell.ts';
import { type Line, mergeOf } from './header-lines.ts';
import { LEVELS } from './titles.ts';

/** In what most of the titles are written; null where they are plain. */
export function encodingOf(lines: readonly Line[]): TextEncoding | null {
  const counts = new Map<TextEncoding, number>();
  for (const line of lines) {
    for (const title of line.titles) {
      if (title?.encoding == null || /^[\x20-\x7e]*$/.test(title.text)) continue;
      counts.set(title.encoding, (counts.get(title.encoding) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The title of a column, its levels joined. */
export function titleAt(
  lines: readonly Line[],
  column: number,
  merges: readonly MergeLike[],
  encoding: TextEncoding | null,
): string {
  const levels: string[] = [];
  for (const [at, line] of lines.entries()) {
    const text = wordsAt(lines, at, column, merges, encoding);
    const vertical = mergeOf(merges, line.row.number, column);
    const begins = vertical === undefined || vertical.from.row === line.row.number || at === 0;
    if (text !== '' && begins && levels.at(-1) !== text) levels.push(text);
  }
  return levels.join(LEVELS);
}

function wordsAt(
  lines: readonly Line[],
  at: number,
  column: number,
  merges: readonly MergeLike[],
  encoding: TextEncoding | null,
): string {
  const line = lines[at]!;
  const merge = mergeOf(merges, line.row.number, column);
  if (merge !== undefined) {
    const from = lines.find((one) => one.row.number === merge.from.row) ?? line;
    return shown(from, merge.from.column, encoding);
  }
  const own = shown(line, column, encoding);
  const below = lines[at + 1];
  if (own !== '' || merges.length > 0 || below === undefined) return own;
  // Without merged cells a group reaches over the empty cells to its right that have words below.
  let left = column;
  while (left >= 0 && line.titles[left] === undefined && below.titles[left] !== undefined) left--;
  return left >= 0 && below.titles[left] !== undefined && left < column
    ? shown(line, left, encoding)
    : '';
}

function shown(line: Line, column: number, encoding: TextEncoding | null): string {
  const title = line.titles[column];
  if (title === undefined) return '';
  if (title.known || encoding === null || encoding === 'nfc') return title.text;
  return cleanText(decodeText(line.row.cells[column]!.text, encoding));
}
