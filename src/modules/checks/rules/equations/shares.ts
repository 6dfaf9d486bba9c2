import { largestRemainder } from '../../../../kernel/shares.ts';
import type { GridColumn } from '../table/column.ts';
import type { Grid } from '../table/grid.ts';
import type { Value } from '../table/numbers.ts';
import { isBareShare } from '../table/words.ts';
import { isRounded } from './sums.ts';
import { lookup } from './totals.ts';
import { type CellKey, type Equation, isValue, keyOf, type Lookup, tidy } from './types.ts';

/** Percentages of a column of counts, which together are 100. */
export interface ShareColumn {
  readonly column: number;
  /** The counts; null where they are not in the table. */
  readonly counts: number | null;
  /** Rows that make up the whole. */
  readonly parts: readonly number[];
  readonly totalRow: number | null;
}

/** Nobody prints the shares of more parts than these; each is weighed against all others. */
const MOST_PARTS = 200;
/** More places than these are a number that was never rounded. */
const ROUNDED_PLACES = 4;

/** Columns of percentages that are parts of one whole. */
export function shareColumns(grid: Grid): ShareColumn[] {
  return grid.columns
    .filter(({ kind }) => kind === 'number')
    .flatMap((column) => {
      const parts = partsOf(grid, column.index);
      if (parts.length < 2 || parts.length > MOST_PARTS) return [];
      if (!column.percent && !mayBeShares(grid, column.index, parts)) return [];
      const totalRow = totalOf(grid, column.index, parts);
      const counts = countsOf(grid, column, parts, totalRow);
      if (!column.percent && counts === null) return [];
      const found = { column: column.index, counts, parts, totalRow };
      return counts !== null || isWhole(grid, column, found) ? [found] : [];
    });
}

/** Rows at the top that have a percentage: those below them are shares of something else. */
function partsOf(grid: Grid, column: number): number[] {
  const data = grid.rows.filter(
    ({ kind, ofWhich, index }) => kind === 'data' && !ofWhich && isValue(grid, index, column),
  );
  const has = new Set(data.map(({ index }) => index));
  return data.filter(({ parent }) => parent === null || !has.has(parent)).map(({ index }) => index);
}

function totalOf(grid: Grid, column: number, parts: readonly number[]): number | null {
  const totals = grid.rows.filter(
    ({ kind, index }) => kind === 'total' && isValue(grid, index, column),
  );
  const [first] = totals;
  if (totals.length !== 1 || first === undefined) return null;
  return first.index < parts[0]! || first.index > parts.at(-1)! ? first.index : null;
}

/** Without a word of it: figures with decimals that come to a hundred. */
function mayBeShares(grid: Grid, column: number, parts: readonly number[]): boolean {
  const values = parts.map((row) => lookup(grid)(keyOf(row, column))!);
  const sum = values.reduce((all, { shown }) => all + shown, 0);
  return (
    values.length >= 3 &&
    values.some(({ decimals }) => decimals > 0) &&
    values.every(({ shown }) => shown >= 0) &&
    Math.abs(sum - 100) <= 1
  );
}

/** The column of which most percentages are the shares; the nearest on the left is asked first. */
function countsOf(
  grid: Grid,
  { index, words, percent: isTold }: GridColumn,
  parts: readonly number[],
  totalRow: number | null,
): number | null {
  const of = lookup(grid);
  const candidates = grid.columns
    .filter(({ kind, percent, additive }) => kind === 'number' && !percent && additive)
    .filter((column) => column.index !== index)
    .toSorted((a, b) => distance(a.index, index) - distance(b.index, index));
  const scored = candidates.map((column) => ({
    index: column.index,
    right: rightShares(of, index, column.index, parts, totalRow),
  }));
  const best = scored.toSorted((a, b) => b.right - a.right)[0];
  // What no title says has to be proved by nearly all.
  if (!isTold)
    return best !== undefined && best.right >= Math.max(3, parts.length * 0.75) ? best.index : null;
  if (best !== undefined && best.right >= 2 && best.right * 2 >= parts.length) return best.index;
  const beside = candidates.find((column) => column.index === index - 1);
  return isBareShare(words) && beside !== undefined && candidates.length === 1
    ? beside.index
    : null;
}

const distance = (from: number, to: number): number => (from < to ? to - from : 100 + from - to);

/** How many percentages fit, of the sum of the counts or of the total that is written. */
function rightShares(
  of: Lookup,
  column: number,
  counts: number,
  parts: readonly number[],
  totalRow: number | null,
): number {
  const values = parts.map((row) => of(keyOf(row, counts)));
  if (values.some((value) => value === null || value.value < 0)) return 0;
  const sum = values.reduce((all, value) => all + value!.value, 0);
  const stated = totalRow === null ? undefined : of(keyOf(totalRow, counts))?.value;
  const fitting = (whole: number): number =>
    parts.filter((row, at) => {
      const share = of(keyOf(row, column));
      const computed = (values[at]!.value / whole) * 100;
      return share !== null && Math.abs(share.shown - computed) < 10 ** -share.decimals;
    }).length;
  return Math.max(...[sum, stated ?? 0].filter((whole) => whole > 0).map(fitting), 0);
}

/** Without counts: its title says shares, or its total says 100, or it misses 100 by rounding only. */
function isWhole(grid: Grid, column: GridColumn, { parts, totalRow }: ShareColumn): boolean {
  const of = lookup(grid);
  const shown = parts.map((row) => of(keyOf(row, column.index))!);
  const sum = tidy(shown.reduce((all, value) => all + value.shown, 0));
  if (totalRow !== null) return Math.abs(of(keyOf(totalRow, column.index))!.shown - 100) < 0.5;
  const steps = shown.length * 0.5 * 10 ** -placesOf(shown);
  const miss = Math.abs(sum - 100);
  if (miss === 0) return true;
  return shown.length >= 3 && isBareShare(column.words) && miss <= Math.max(steps, 5);
}

const placesOf = (values: readonly Value[]): number =>
  Math.max(0, ...values.map(({ decimals }) => decimals));

/** Each percentage is its share of the total, as it is rounded alone or by largest remainder. */
export function shareEquations(grid: Grid, share: ShareColumn): Equation[] {
  const { column, counts, parts, totalRow } = share;
  const sum = totalEquation(share);
  if (counts === null) return [sum];
  const whole =
    totalRow !== null && isValue(grid, totalRow, counts) ? keyOf(totalRow, counts) : null;
  const denominators = whole === null ? parts.map((row) => keyOf(row, counts)) : [whole];
  const rows = totalRow === null ? parts : [...parts, totalRow];
  const each = rows.map((row): Equation => {
    const target = keyOf(row, column);
    const own = keyOf(row, counts);
    const exact = (of: Lookup): number | null => {
      const all = denominators.map(of);
      const part = of(own);
      if (part === null || all.some((value) => value === null)) return null;
      const sum = all.reduce((s, value) => s + value!.value, 0);
      return sum === 0 ? null : (part.value / sum) * 100;
    };
    return {
      code: 'share',
      target,
      cells: [
        ...new Set([target, own, ...denominators, ...parts.map((one) => keyOf(one, counts))]),
      ],
      holds: (of) => {
        const [stated, computed] = [of(target), exact(of)];
        if (stated === null || computed === null) return true;
        if (isRounded(stated, computed)) return true;
        // What the largest remainder adds or leaves is less than a step.
        return (
          Math.abs(stated.shown - computed) < 10 ** -stated.decimals &&
          stated.shown === remainder(of, share, row)
        );
      },
      solve: (key, of) => {
        if (key !== target) return null;
        const computed = exact(of);
        return computed === null
          ? null
          : (remainder(of, share, row) ?? tidy(computed, of(target)!.decimals));
      },
      data: { part: own, whole },
    };
  });
  return [...each, sum];
}

/** What a row's percentage is by largest remainder; null where it cannot be told. */
export function remainder(
  of: Lookup,
  { column, counts, parts }: ShareColumn,
  row: number,
): number | null {
  const at = parts.indexOf(row);
  if (counts === null || at < 0) return null;
  const values = parts.map((part) => of(keyOf(part, counts)));
  const decimals = placesOf(parts.flatMap((part) => of(keyOf(part, column)) ?? []));
  if (decimals > ROUNDED_PLACES || values.some((value) => value === null || value.value < 0))
    return null;
  return (
    largestRemainder(
      values.map((value) => value!.value),
      { decimals },
    )[at] ?? null
  );
}

/** All together are 100. */
function totalEquation({ column, parts, totalRow }: ShareColumn): Equation {
  const keys = parts.map((row) => keyOf(row, column));
  const target: CellKey = totalRow === null ? keys.at(-1)! : keyOf(totalRow, column);
  const sumOf = (of: Lookup): number | null => {
    const values = keys.map(of);
    return values.some((value) => value === null)
      ? null
      : tidy(values.reduce((sum, value) => sum + value!.shown, 0));
  };
  return {
    code: 'share_total',
    target,
    cells: totalRow === null ? keys : [...keys, target],
    holds: (of) => {
      const sum = sumOf(of);
      if (sum === null) return true;
      const values = keys.map((key) => of(key)!);
      const unrounded = placesOf(values) > ROUNDED_PLACES;
      const whole = totalRow === null ? null : of(target);
      if (whole !== null && Math.abs(whole.shown - 100) > 1e-9) return false;
      return unrounded ? Math.abs(sum - 100) < 1e-3 : Math.abs(sum - 100) < 1e-9;
    },
    solve: (key, of) => {
      const sum = sumOf(of);
      if (sum === null) return null;
      if (totalRow !== null && key === target) return Math.abs(sum - 100) < 1e-9 ? 100 : null;
      if (totalRow !== null && of(target)?.shown !== 100) return null;
      return tidy(of(key)!.shown + 100 - sum, of(key)!.decimals);
    },
    data: {},
  };
}
