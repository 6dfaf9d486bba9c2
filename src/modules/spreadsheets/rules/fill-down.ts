import type { MergeLike, RowLike } from './cell.ts';

const MOST_FILLED = 0.6;
const LEAST_COVERED = 0.8;

/**
 * True for a column of groups in which only the first row of each group is filled: its cells are
 * merged, or each text comes once, from the first row on, with empty cells between. `rows` are the
 * members in their order, `merges` those of the sheet.
 */
export function isFilledDown(
  rows: readonly RowLike[],
  column: number,
  merges: readonly MergeLike[],
): boolean {
  const texts = rows.map((row) => row.cells[column]?.text.trim() ?? '');
  const filled = texts.filter((text) => text !== '');
  const blank = texts.length - filled.length;
  if (blank === 0 || filled.length === 0) return false;
  const own = merges.filter(
    ({ from, to }) => from.column === column && to.column === column && to.row > from.row,
  );
  const covered = own.reduce((sum, { from, to }) => sum + to.row - from.row, 0);
  if (covered >= blank * LEAST_COVERED) return true;
  const once = new Set(filled).size === filled.length;
  return (
    once && filled.length > 1 && texts[0] !== '' && filled.length <= texts.length * MOST_FILLED
  );
}
