import type { Table, TableCell } from '../../../kernel/prose/index.ts';

/** A cell at its place; what would lie over another is cut. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly cell: TableCell;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Rows at the top that hold heads only. */
  readonly heads: number;
  readonly cells: readonly Placed[];
}

/** Where the cells of a table stand, as browsers place them. */
export function gridOf(table: Table): Grid {
  const taken: boolean[][] = table.content.map(() => []);
  const cells = table.content.flatMap((row, y) => {
    let x = 0;
    return row.content.map((cell): Placed => {
      while (taken[y]?.[x]) x += 1;
      const rowspan = Math.min(cell.attrs?.rowspan ?? 1, table.content.length - y);
      const colspan = freeWidth(taken, x, y, cell.attrs?.colspan ?? 1);
      for (let down = y; down < y + rowspan; down++)
        for (let across = x; across < x + colspan; across++) taken[down]![across] = true;
      return { x, y, colspan, rowspan, cell };
    });
  });
  const columns = cells.reduce((most, { x, colspan }) => Math.max(most, x + colspan), 1);
  return { columns, rows: table.content.length, heads: headsOf(table, cells), cells };
}

// Cells of rows above reach down, never up: what is free in this row is free below.
function freeWidth(taken: readonly boolean[][], x: number, y: number, wanted: number): number {
  let width = 1;
  while (width < wanted && !taken[y]?.[x + width]) width += 1;
  return width;
}

function headsOf(table: Table, cells: readonly Placed[]): number {
  const end = table.content.findIndex((row) =>
    row.content.some((cell) => cell.type === 'tableCell'),
  );
  const heads = end === -1 ? 0 : end;
  return cells.some(({ y, rowspan }) => y < heads && y + rowspan > heads) ? 0 : heads;
}

const LEAST_SHARE = 4;
const MOST_SHARE = 36;

/** How wide the columns are in proportion, after the words in them. */
export function sharesOf(grid: Grid, words: (cell: TableCell) => string): number[] {
  const shares = Array<number>(grid.columns).fill(LEAST_SHARE);
  for (const { x, colspan, cell } of grid.cells)
    if (colspan === 1)
      shares[x] = Math.min(MOST_SHARE, Math.max(shares[x] ?? 0, words(cell).length));
  return shares;
}
