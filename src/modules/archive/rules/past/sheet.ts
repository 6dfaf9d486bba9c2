import { keptText } from '../../../../kernel/text.ts';
import { contestWords, editionWords, goesOn } from '../../vi/past-words.ts';
import { filledCells, type PastCell, roleOf } from './columns.ts';
import { ofPairs } from './counted.ts';
import { readPastTable } from './table.ts';
import type { PastEdition } from './types.ts';

type Rows = readonly (readonly PastCell[])[];

/** Rows from the top among which the titles of the columns stand. */
const FURTHEST = 30;

interface Header {
  /** First row below it. */
  readonly below: number;
  readonly top: number;
  readonly titles: readonly string[];
}

/**
 * Reads one sheet as an office makes it: lines of title above, titles of the columns in one row or two,
 * then the rows. The edition is called by the lines above, else by `fallback`. Null when no row tells
 * what the columns are.
 */
export function readPastSheet(rows: Rows, fallback: string): PastEdition | null {
  const header = headers(rows).reduce<Header | null>(
    (best, one) => (best === null || known(one) > known(best) ? one : best),
    null,
  );
  if (header === null) {
    const lines = rows.filter((cells) => filledCells(cells).length === 1);
    return ofPairs(nameAbove(lines) ?? fallback, rows);
  }
  const name = nameAbove(rows.slice(0, header.top)) ?? fallback;
  return readPastTable(name, header.titles, rows.slice(header.below));
}

const known = ({ titles }: Header): number =>
  titles.filter((title) => roleOf(title) !== null).length;

/** Every row, alone or with the one below it, whose titles tell what the table is. */
function headers(rows: Rows): Header[] {
  return rows.slice(0, FURTHEST).flatMap((cells, top): Header[] => {
    const own = cells.map(({ text }) => text.trim());
    const next = rows[top + 1];
    const alone = { top, below: top + 1, titles: own };
    const both =
      next === undefined || filledCells(cells).length < 2 || !isSecondLine(next)
        ? []
        : [{ top, below: top + 2, titles: joined(own, next) }];
    return [alone, ...both].filter(({ titles }) => readPastTable('', titles, []) !== null);
  });
}

const isSecondLine = (cells: readonly PastCell[]): boolean =>
  filledCells(cells).length > 0 && filledCells(cells).every(({ text }) => !/\d/.test(text));

const joined = (own: readonly string[], next: readonly PastCell[]): string[] =>
  own.map((title, at) => next[at]?.text.trim() || title);

/**
 * What the lines above the table call the edition: the one that names a contest, with the line below
 * it when that goes on ('lần thứ VIII'); else the longest. Null when nothing stands there.
 */
function nameAbove(rows: Rows): string | null {
  const lines = rows.flatMap((cells) =>
    filledCells(cells).map(({ text }) => keptText(text).replace(/\s+/g, ' ')),
  );
  const at = lines.findIndex((line) => editionWords.test(line));
  if (at !== -1) {
    const next = lines[at + 1] ?? '';
    const line = lines[at]!;
    // 'KẾT QUẢ HỘI THI …' is a title of the table: the edition is called by what comes after.
    const own = line.slice(Math.max(0, line.search(contestWords)));
    return goesOn.test(next) ? `${own} ${next}` : own;
  }
  const longest = lines.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined || longest.length < 8 ? null : longest;
}
