import { keyOf } from '../equations/types.ts';
import { jumpOf, slipOf } from '../history.ts';
import { type Problem, problem } from '../problem.ts';
import type { GridColumn } from '../table/column.ts';
import type { Grid } from '../table/grid.ts';
import type { GridRow } from '../table/rows.ts';
import { isGrowth } from '../table/words.ts';

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
  return seriesOf(grid).flatMap((series) => {
    const pointsOf = (row: number): Point[] =>
      series.map(({ column, year }) => ({ row, column, year }));
    if (series.length < 3) return slipsOfTwo(grid, series, wrong);
    const found = grid.rows.flatMap(({ index, label, kind }) =>
      outliers(grid, pointsOf(index), wrong, label).map((one) => ({ ...one, kind })),
    );
    return withoutTotals(found);
  });
}

interface Series {
  readonly column: number;
  readonly year: number;
}

const HISTORY = /^(?:history|lich su|cac nam|cac nam truoc|nam truoc|series|previous|by year)$/;
const BEFORE =
  /^(?:.* )?(?:previous|prior|last year|nam truoc|ky truoc|cung ky|cung ky nam truoc|nam ngoai)$/;
const NOW =
  /^(?:value|gia tri|so lieu|ky nay|nam nay|hien tai|current|this year|thuc hien|so|own)$/;

/** Columns that are the same figure at different times. */
function seriesOf(grid: Grid): Series[][] {
  const figures = grid.columns.filter(({ kind, percent }) => kind === 'number' && !percent);
  const dated = figures.filter(({ year }) => year !== null);
  const named = Map.groupBy(dated, ({ words, group }) =>
    `${group} ${words}`.replace(/(?:19|20)\d\d/g, '#'),
  );
  const byYear = [...named.values()].map((columns) =>
    columns.map(({ index, year }) => ({ column: index, year: year! })),
  );
  const told = figures.filter(({ group, year }) => year === null && HISTORY.test(group));
  const before = figures.filter(({ words, year }) => year === null && BEFORE.test(words));
  const known = told.length > 0 ? [told] : [before];
  const series = [
    ...known.map((columns) => columns.map(({ index }, year) => ({ column: index, year }))),
  ];
  const now = nowOf(
    figures.filter(({ index }) => ![...told, ...before].some((one) => one.index === index)),
  );
  const isPast = (one: readonly Series[]): boolean =>
    one.every(
      ({ column }) =>
        HISTORY.test(grid.columns[column]!.group) || BEFORE.test(grid.columns[column]!.words),
    );
  return [...byYear, ...series]
    .map((one) => (now !== null && isPast(one) ? [...one, { column: now, year: NEXT }] : one))
    .filter((one) => one.length >= 2);
}

/** Later than every year that is told. */
const NEXT = 9999;

function nowOf(figures: readonly GridColumn[]): number | null {
  const undated = figures.filter(({ year }) => year === null);
  const named = undated.filter(({ words }) => NOW.test(words));
  const [only, more] = named.length > 0 ? named : undated;
  return only !== undefined && more === undefined ? only.index : null;
}

/** Two years prove little: the other rows have to be steady. */
function slipsOfTwo(grid: Grid, series: readonly Series[], wrong: ReadonlySet<number>): Problem[] {
  const [then, now] = series.toSorted((a, b) => a.year - b.year);
  if (then === undefined || now === undefined) return [];
  if (grid.columns.some(({ words }) => isGrowth(words))) return [];
  const rows = grid.rows.flatMap(({ index, label, kind }) => {
    if (kind !== 'data') return [];
    const [a, b] = [then, now].map(({ column }) => grid.values[index]?.[column]);
    return a?.kind === 'value' && b?.kind === 'value'
      ? [{ index, label, before: a.value, after: b.value }]
      : [];
  });
  const steady = rows.filter(
    ({ before, after }) => Math.max(before, after) <= 2 * Math.min(before, after),
  ).length;
  return rows.flatMap(({ index, label, before, after }) => {
    const jump = slipOf(after, [before]);
    const others = rows.length - 1;
    const isProven = others === 0 ? before >= 1000 : steady * 4 >= others * 3;
    if (jump === null || !isProven || wrong.has(keyOf(index, now.column))) return [];
    const { path } = grid.cells[index]![now.column]!;
    return [problem('jump', path, after, jump.usual, { label, ...timeOf(now.year), ...jump })];
  });
}

const timeOf = (year: number): { year?: number } => (year > 1900 && year < NEXT ? { year } : {});

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
      ).map((one) => one.problem),
    );
}

/** A total that jumps because one of its parts does is not told again. */
function withoutTotals(found: readonly Outlier[]): Problem[] {
  const columns = new Set(
    found.filter(({ kind }) => kind === 'data').map(({ point }) => point.column),
  );
  return found
    .filter(({ kind, point }) => kind === 'data' || !columns.has(point.column))
    .map((one) => one.problem);
}

interface Outlier {
  readonly point: Point;
  readonly problem: Problem;
  readonly kind: GridRow['kind'];
}

function outliers(
  grid: Grid,
  points: readonly Point[],
  wrong: ReadonlySet<number>,
  label: string,
): Omit<Outlier, 'kind'>[] {
  const known = points.flatMap((point) => {
    const value = grid.values[point.row]?.[point.column];
    return value?.kind === 'value' ? [{ ...point, value: value.value }] : [];
  });
  if (known.length < 3) return [];
  return known.flatMap((point) => {
    if (wrong.has(keyOf(point.row, point.column))) return [];
    const others = known.filter((one) => one !== point).map(({ value }) => value);
    const jump = known.length < 4 ? slipOf(point.value, others) : jumpOf(point.value, others);
    if (jump === null || (known.length >= 4 && isTrend(known, point))) return [];
    const { path } = grid.cells[point.row]![point.column]!;
    const data = { label, ...timeOf(point.year), ...jump };
    return [{ point, problem: problem('jump', path, point.value, jump.usual, data) }];
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
