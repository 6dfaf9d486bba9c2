import type { Block } from './layout.ts';
import { readNumberText } from './numbers.ts';
import type { SourceCell } from './source.ts';

/** '63 (27,4%)': a count and its share in one cell. */
const BOTH = /^([^()]*\d[^()]*?)\s*\(\s*([-−–]?\d[\d.,]*\s*%)\s*\)$/;

/**
 * Columns of cells that hold a count and its share in brackets become two columns; both figures keep
 * the place of their cell.
 */
export function withoutBrackets(block: Block): Block {
  const width = Math.max(0, block.titles.length, ...block.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  const both = new Set(columns.filter((column) => isBoth(block, column)));
  if (both.size === 0 || block.equations.size > 0) return block;
  const spread = <T>(list: readonly T[], second: (one: T) => T, first = (one: T): T => one): T[] =>
    list.flatMap((one, at) => (both.has(at) ? [first(one), second(one)] : [one]));
  return {
    ...block,
    titles: spread(
      block.titles,
      () => '%',
      (title) => title.replace(/\s*\([^()]*%[^()]*\)/, ''),
    ),
    groups: spread(block.groups, (group) => group),
    titlePaths: spread(block.titlePaths, (path) => path),
    rows: block.rows.map((row) =>
      spread(
        row,
        (cell) => part(cell, 2),
        (cell) => part(cell, 1),
      ),
    ),
  };
}

/** '63/230' of one whole in every row: the counts are a column of their own. */
export function withCounts(block: Block): Block {
  const column = block.titles.findIndex((_, at) => isOfOneWhole(block, at));
  if (column < 0 || block.equations.size > 0) return block;
  const insert = <T>(list: readonly T[], one: T): T[] => list.toSpliced(column + 1, 0, one);
  return {
    ...block,
    titles: insert(block.titles, 'count'),
    groups: insert(block.groups, ''),
    titlePaths: insert(block.titlePaths, block.titlePaths[column] ?? ''),
    rows: block.rows.map((row) => {
      const cell = row[column]!;
      const text = OF.exec(cell.text.trim())?.[1] ?? '';
      return insert(row, { text, path: cell.path, kind: text === '' ? 'empty' : 'text' });
    }),
  };
}

const OF = /^(\d{1,7})\s*\/\s*(\d{1,7})$/;

function isOfOneWhole({ rows }: Block, column: number): boolean {
  const texts = rows.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
  const wholes = texts.map((text) => OF.exec(text)?.[2]);
  return wholes.length >= 3 && wholes[0] !== undefined && new Set(wholes).size === 1;
}

function isBoth({ rows }: Block, column: number): boolean {
  const texts = rows.map((row) => row[column]?.text.trim() ?? '').filter((text) => text !== '');
  const read = texts.filter((text) => {
    const count = BOTH.exec(text)?.[1];
    return count !== undefined && readNumberText(count, ',').kind === 'value';
  });
  return read.length >= 2 && read.length >= texts.length * 0.6;
}

function part(cell: SourceCell, which: 1 | 2): SourceCell {
  const found = BOTH.exec(cell.text.trim());
  if (found !== null) return { text: found[which]!, path: cell.path, kind: 'text' };
  return which === 1 ? cell : { text: '', path: cell.path, kind: 'empty' };
}
