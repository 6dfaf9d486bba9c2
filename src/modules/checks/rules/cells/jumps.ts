import { keyOf } from '../equations/types.ts';
import { jumpOf } from '../history.ts';
import { type Problem, problem } from '../problem.ts';
import type { Grid } from '../table/grid.ts';

/** Figures that stand out in a row of years (or a column, where the years are rows). */
export function jumps(grid: Grid, wrong: ReadonlySet<number>): Problem[] {
  return [...acrossColumns(grid, wrong), ...downRows(grid, wrong)];
}

interface Point {
  readonly row: number;
  readonly column: number;
  readonly year: number;
}

function acrossColumns(grid: Grid, wrong: ReadonlySet<number>): Problem[] {
  const years = grid.columns.filter(
    ({ kind, year, percent }) => kind === 'number' && year !== null && !percent,
  );
  const groups = Map.groupBy(years, ({ words }) => words.replace(/\b(?:19|20)\d\d\b/, '#'));
  return [...groups.values()].flatMap((columns) =>
    grid.rows.flatMap(({ index: row, label }) =>
      outliers(
        grid,
        columns.map(({ index, year }) => ({ row, column: index, year: year! })),
        wrong,
        label,
      ),
    ),
  );
}

function downRows(grid: Grid, wrong: ReadonlySet<number>): Problem[] {
  const rows = grid.rows.flatMap(({ index, label, kind }) => {
    const year = /^(?:nam |year )?((?:19|20)\d\d)$/.exec(
      label.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    )?.[1];
    return year === undefined || kind === 'total' ? [] : [{ index, year: Number(year) }];
  });
  if (rows.length < grid.rows.filter(({ kind }) => kind === 'data').length * 0.7) return [];
  return grid.columns
    .filter(({ kind, percent }) => kind === 'number' && !percent)
    .flatMap(({ index: column, title }) =>
      outliers(
        grid,
        rows.map(({ index, year }) => ({ row: index, column, year })),
        wrong,
        title,
      ),
    );
}

function outliers(
  grid: Grid,
  points: readonly Point[],
  wrong: ReadonlySet<number>,
  label: string,
): Problem[] {
  const known = points.flatMap((point) => {
    const value = grid.values[point.row]?.[point.column];
    return value?.kind === 'value' ? [{ ...point, value: value.value }] : [];
  });
  if (known.length < 4) return [];
  return known.flatMap((point) => {
    if (wrong.has(keyOf(point.row, point.column))) return [];
    const others = known.filter((one) => one !== point).map(({ value }) => value);
    const jump = jumpOf(point.value, others);
    if (jump === null || isTrend(known, point)) return [];
    const { path } = grid.cells[point.row]![point.column]!;
    return [problem('jump', path, point.value, jump.usual, { label, year: point.year, ...jump })];
  });
}

/** The first or last of a steady rise or fall stands out of nothing. */
function isTrend(
  known: readonly { year: number; value: number }[],
  point: { year: number; value: number },
): boolean {
  const values = known.toSorted((a, b) => a.year - b.year).map(({ value }) => value);
  const edge = point.value === values[0] || point.value === values.at(-1);
  const rises = values.every((value, at) => at === 0 || value >= values[at - 1]!);
  const falls = values.every((value, at) => at === 0 || value <= values[at - 1]!);
  const near = point.value === values[0] ? values[1]! : values.at(-2)!;
  const ratio = Math.max(point.value, near) / Math.max(1, Math.min(point.value, near));
  return edge && (rises || falls) && ratio < 9;
}
