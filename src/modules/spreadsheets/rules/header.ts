import type { TextEncoding } from '../../../kernel/vietnamese/encodings/types.ts';
import type { MergeLike, RowLike } from './cell.ts';
import { adjoins, type Line, lineOf, mergeOf, span, type Title } from './header-lines.ts';
import { encodingOf, titleAt } from './header-titles.ts';
import { isColumnNumbers, openingOf } from './rows.ts';
import { degreesNamed, exactTitle, matchTitle } from './titles.ts';

export interface FoundHeader {
  /** Numbers of its rows in order, with a row of column numbers; none where a file has no header. */
  readonly rows: readonly number[];
  /** The rows after this one are data. */
  readonly last: number;
  /** By column; '' where there is none. Several rows are joined by ' · '. */
  readonly titles: readonly string[];
  /** In what the header is written, which need not be that of the values. */
  readonly encoding: TextEncoding | null;
}

const LOOKED_AT = 60;

/** Looks for the header among the first rows of a sheet. */
export function findHeader(
  rows: readonly RowLike[],
  merges: readonly MergeLike[] = [],
): FoundHeader {
  const lines = rows.slice(0, LOOKED_AT).map(lineOf);
  const best = bestLine(lines);
  if (best < 0) return withoutHeader(lines);
  const first = goUp(lines, best, merges);
  const block = goDown(lines, best, merges);
  const titled = lines.slice(first, block.titles + 1);
  const encoding = encodingOf(titled);
  const width = Math.max(...lines.map((line) => line.row.cells.length));
  return {
    rows: lines.slice(first, block.last + 1).map((line) => line.row.number),
    last: lines[block.last]!.row.number,
    titles: Array.from({ length: width }, (_, at) => titleAt(titled, at, merges, encoding)),
    encoding,
  };
}

// The first of the lines that say nearly as much as any: the header comes again on other pages.
function bestLine(lines: readonly Line[]): number {
  const most = Math.max(0, ...lines.map((line) => (isHeaderLine(line) ? line.known : 0)));
  const least = Math.max(2, most / 2);
  const best = lines.findIndex((line) => isHeaderLine(line) && line.known >= least);
  if (best >= 0) return best;
  return lines.findIndex((line) => line.filled === 1 && line.known === 1 && isNameTitle(line));
}

function isHeaderLine(line: Line): boolean {
  return line.known >= 2 && line.data === 0 && line.known * 2 >= line.filled;
}

function isNameTitle(line: Line): boolean {
  const title = line.titles.find((one) => one !== undefined)!;
  const match = exactTitle(title.text);
  return match?.field === 'fullName' || (match?.field === 'given' && line.row.number === 1);
}

function goUp(lines: readonly Line[], best: number, merges: readonly MergeLike[]): number {
  let first = best;
  while (first > 0 && best - first < 2) {
    const line = lines[first - 1]!;
    if (!adjoins(line, lines[first]!) || !isGroupLine(line, lines[best]!, merges)) break;
    first--;
  }
  return first;
}

// Words over several columns ("Địa chỉ" over "Xã" and "Huyện"), not the title of the whole sheet.
function isGroupLine(line: Line, below: Line, merges: readonly MergeLike[]): boolean {
  if (line.data > 0 || line.filled === 0) return false;
  const cells = [...line.titles.entries()].filter(([, title]) => title !== undefined);
  if (cells.some(([, title]) => openingOf(title!.text) === 'title')) return false;
  if (cells.some(([, title]) => title!.text.length > 60)) return false;
  const width = below.titles.length;
  const spans = cells.map(([at]) => span(mergeOf(merges, line.row.number, at)));
  if (spans.some((one) => one > 2 && one >= width - 1)) return false;
  if (line.known > 0) return line.known * 2 >= line.filled || spans.some((one) => one > 1);
  return spans.length > 1 && spans.every((one) => one > 1) && below.filled > spans.length;
}

function goDown(
  lines: readonly Line[],
  best: number,
  merges: readonly MergeLike[],
): { titles: number; last: number } {
  let titles = best;
  let last = best;
  for (let at = best + 1; at < lines.length && at <= best + 3; at++) {
    const line = lines[at]!;
    if (!adjoins(line, lines[at - 1]!)) break;
    if (isColumnNumbers(line.titles.map((title) => title?.text ?? ''))) {
      last = at;
      break;
    }
    if (!isSubLine(line, lines[best]!, merges)) break;
    titles = at;
    last = at;
  }
  return { titles, last };
}

function isSubLine(line: Line, above: Line, merges: readonly MergeLike[]): boolean {
  if (line.data > 0 || line.filled === 0) return false;
  if (line.known === 0 && !namesDegrees(line)) return false;
  return line.titles.every((title, at) => {
    if (title === undefined) return true;
    const merge = mergeOf(merges, above.row.number, at);
    const over = above.titles[merge?.from.column ?? at];
    if (over !== undefined && isPersonTitle(over) && span(merge) === 1) return false;
    const grouped =
      span(merge) > 1 || above.titles[at] === undefined || at === above.titles.length - 1;
    return title.known || (grouped && title.text.length <= 40);
  });
}

// 'TS', 'ThS', 'ĐH' under 'Trình độ', to be marked.
function namesDegrees(line: Line): boolean {
  return line.filled > 1 && line.titles.every((one) => !one || degreesNamed(one.text) !== '');
}

function isPersonTitle(title: Title): boolean {
  const field = matchTitle(title.text)?.field;
  return field === 'fullName' || field === 'familyMiddle' || field === 'given';
}

// Words alone in their row above the values are titles; the first row with two values is data.
function withoutHeader(lines: readonly Line[]): FoundHeader {
  const width = Math.max(0, ...lines.map((line) => line.row.cells.length));
  const titles = new Array<string>(width).fill('');
  const first = width > 1 ? lines.findIndex((line) => line.filled > 1) : 0;
  const from = lines[Math.max(0, first)];
  return { rows: [], last: from === undefined ? 0 : from.row.number - 1, titles, encoding: null };
}
