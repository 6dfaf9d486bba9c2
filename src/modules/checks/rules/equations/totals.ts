import type { GridColumn } from '../table/column.ts';
import type { Grid } from '../table/grid.ts';
import { isPlaceTotal } from '../table/words.ts';
import { meanEquation, sumEquation } from './sums.ts';
import { type Equation, isValue, keyOf, numberAt } from './types.ts';

/** Rows that may make up a total, by column: headings without a figure are replaced by what is under them. */
type Choice = (column: number) => number[];

/** Total rows against the rows that they add up, in every column that can be added. */
export function totalRows(grid: Grid): Equation[] {
  const columns = grid.columns.filter(({ kind, additive }) => kind === 'number' && additive);
  return grid.rows
    .filter(({ kind }) => kind === 'total')
    .flatMap((row) => oneTotal(grid, row.index, columns));
}

function oneTotal(grid: Grid, row: number, columns: readonly GridColumn[]): Equation[] {
  const stated = columns.filter(({ index }) => isValue(grid, row, index));
  const choices = choicesFor(grid, row).filter((choice) =>
    stated.some(({ index }) => choice(index).length > 0),
  );
  if (choices.length === 0) return [];
  const make = (choice: Choice, column: number): Equation | null => {
    const parts = choice(column);
    if (parts.length === 0) return null;
    const target = keyOf(row, column);
    return sumEquation(
      'sum',
      target,
      parts.map((part) => keyOf(part, column)),
      {
        parts: parts.length,
      },
    );
  };
  const of = lookup(grid);
  const votes = choices.map(
    (choice) => stated.filter(({ index }) => make(choice, index)?.holds(of) === true).length,
  );
  const most = Math.max(...votes);
  const main = choices[votes.indexOf(most)]!;
  const isPlace = isPlaceTotal(grid.rows[row]!.words);
  return stated.flatMap(({ index }) => {
    const equation = make(main, index);
    if (equation === null) return [];
    if (equation.holds(of)) return [equation];
    if (choices.some((choice) => make(choice, index)?.holds(of) === true)) return [];
    // Of the whole province only some parts may be listed.
    return isPlace && most === 0 ? nearly(equation, of) : [equation];
  });
}

function nearly(equation: Equation, of: ReturnType<typeof lookup>): Equation[] {
  const stated = of(equation.target)?.value ?? 0;
  const sum = equation.solve(equation.target, of) ?? 0;
  return Math.abs(stated - sum) <= Math.abs(stated) * 0.1 ? [equation] : [];
}

export const lookup = (grid: Grid) => (key: number) =>
  numberAt(grid, Math.floor(key / 1000), key % 1000);

/** What a total at that row may add up, the likeliest first. */
function choicesFor(grid: Grid, row: number): Choice[] {
  const { rows } = grid;
  const totals = rows.filter(({ kind }) => kind === 'total').map(({ index }) => index);
  const previous = totals.filter((index) => index < row).at(-1) ?? -1;
  const next = totals.find((index) => index > row) ?? rows.length;
  const parts = (from: number, to: number): Choice[] => [
    (column) => cover(grid, from, to, column, false),
    (column) => cover(grid, from, to, column, true),
  ];
  const others = (indexes: number[]): Choice[] => (indexes.length > 0 ? [() => indexes] : []);
  const above = [
    ...parts(previous + 1, row),
    ...others(totals.filter((index) => index < row)),
    ...(previous >= 0 ? parts(0, row) : []),
    ...(previous >= 0 ? groupTotals(grid, row, totals) : []),
  ];
  const below = [
    ...(next < rows.length ? others(totals.filter((index) => index > row)) : []),
    ...parts(row + 1, next),
    ...(next < rows.length ? parts(row + 1, rows.length) : []),
  ];
  const group = below.slice(next < rows.length ? 1 : 0, next < rows.length ? 3 : 2);
  const isFirst = !rows.slice(0, row).some(({ kind }) => kind === 'data');
  const all = isFirst ? [...below, ...above] : [...above, ...group, ...below];
  return all;
}

/** Sub-totals above, and rows that stand after the last of them. */
function groupTotals(grid: Grid, row: number, totals: readonly number[]): Choice[] {
  const before = totals.filter((index) => index < row);
  const last = before.at(-1) ?? -1;
  return [(column) => [...before, ...cover(grid, last + 1, row, column, false)]];
}

/** The rows from `from` up to `to`, each figure once: those at the top, or (`deep`) those at the bottom. */
function cover(grid: Grid, from: number, to: number, column: number, deep: boolean): number[] {
  const rows = grid.rows
    .slice(from, to)
    .filter(({ kind, ofWhich }) => !ofWhich && kind !== 'total' && kind !== 'mean');
  const inside = new Set(rows.map(({ index }) => index));
  const children = new Map<number | null, number[]>();
  for (const { index, parent } of rows) {
    const key = parent !== null && inside.has(parent) ? parent : null;
    children.set(key, [...(children.get(key) ?? []), index]);
  }
  const take = (index: number): number[] => {
    const below = (children.get(index) ?? []).flatMap(take);
    const own = isValue(grid, index, column) || grid.values[index]?.[column]?.kind === 'unsure';
    return own && !(deep && below.length > 0) ? [index] : below;
  };
  return (children.get(null) ?? []).flatMap(take);
}

/** Rows of means against the rows above (or all). */
export function meanRows(grid: Grid): Equation[] {
  const of = lookup(grid);
  return grid.rows
    .filter(({ kind }) => kind === 'mean')
    .flatMap((row) => {
      const data = grid.rows.filter(
        ({ kind, ofWhich, parent }) => kind === 'data' && !ofWhich && parent === null,
      );
      const above = data.filter(({ index }) => index < row.index);
      const rows = above.length > 1 ? above : data;
      const columns = grid.columns.filter(
        ({ kind, percent, index }) =>
          kind === 'number' && !percent && isValue(grid, row.index, index),
      );
      const equations = columns.map(({ index }) => {
        const filled = rows.filter((one) => grid.values[one.index]?.[index]?.kind === 'value');
        const key = (one: { index: number }) => keyOf(one.index, index);
        const target = keyOf(row.index, index);
        return {
          some: meanEquation(target, filled.map(key)),
          all: meanEquation(target, rows.map(key)),
          filled: filled.length,
        };
      });
      return equations
        .filter(({ filled }) => filled > 1)
        .flatMap(({ some, all }) => (all.holds(of) ? [all] : [some]));
    });
}
