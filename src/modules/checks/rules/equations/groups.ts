import type { Grid } from '../table/grid.ts';
import { mayBeTotalTitle } from '../table/words.ts';
import { sumEquation, withinEquation } from './sums.ts';
import { lookup } from './totals.ts';
import { columnOf, type Equation, isValue, keyOf } from './types.ts';

const NEAR = 0.15;
const NEAR_TOTAL = 0.5;

/** Numbered rows against what is numbered under them: 1 against 1.1 and 1.2; "trong đó" against its whole. */
export function rowGroups(grid: Grid): Equation[] {
  const columns = grid.columns
    .filter(({ kind, percent }) => kind === 'number' && !percent)
    .map(({ index }) => index);
  const of = lookup(grid);
  const sums: { equation: Equation; holds: boolean; likely: boolean }[] = [];
  const within: Equation[] = [];
  const under = Map.groupBy(grid.rows, ({ parent }) => parent);
  for (const row of grid.rows) {
    if (row.kind === 'heading' || row.kind === 'mean') continue;
    const below = under.get(row.index) ?? [];
    const children = below.filter((one) => !one.ofWhich && one.kind === 'data');
    for (const column of columns.filter((at) => isValue(grid, row.index, at))) {
      if (grid.columns[column]?.additive !== true) continue;
      const whole = keyOf(row.index, column);
      for (const part of below.filter(
        ({ ofWhich, index }) => ofWhich && isValue(grid, index, column),
      ))
        if (sameUnit(row.unit, part.unit))
          within.push(withinEquation(keyOf(part.index, column), whole));
      const parts = children.filter(({ index }) => isValue(grid, index, column));
      if (parts.length < 2 || !parts.every(({ unit }) => sameUnit(row.unit, unit))) continue;
      const equation = sumEquation(
        'group_sum',
        whole,
        parts.map(({ index }) => keyOf(index, column)),
      );
      const holds = equation.holds(of);
      const stated = of(whole)!.value;
      const miss =
        Math.abs(stated - (equation.solve(whole, of) ?? 0)) / Math.max(1, Math.abs(stated));
      sums.push({
        equation,
        holds,
        likely: miss <= (mayBeTotalTitle(row.words) ? NEAR_TOTAL : NEAR),
      });
    }
  }
  const proven = sums.filter(({ holds }) => holds).length;
  const failing = sums.filter(({ holds }) => !holds);
  // Where most groups add up, numbering means adding up; else only what nearly does is doubted.
  const meant = proven > 0 && proven >= failing.length;
  const doubted = failing.filter(
    ({ likely, equation }) => likely || (meant && sameElsewhere(sums, equation)),
  );
  return [...sums.filter(({ holds }) => holds), ...doubted]
    .map(({ equation }) => equation)
    .concat(within);
}

/** Whether the same rows add up in another column, or other groups in this one. */
function sameElsewhere(
  sums: readonly { equation: Equation; holds: boolean }[],
  one: Equation,
): boolean {
  const row = Math.floor(one.target / 1000);
  const mates = sums.filter(
    ({ equation }) =>
      Math.floor(equation.target / 1000) === row ||
      columnOf(equation.target) === columnOf(one.target),
  );
  const right = mates.filter(({ holds }) => holds).length;
  return right * 2 > mates.length;
}

const sameUnit = (a: string, b: string): boolean => b === '' || a === '' || a === b;
