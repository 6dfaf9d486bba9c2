import type { Value } from '../table/numbers.ts';
import { trying } from './sums.ts';
import { type CellKey, type Equation, type Lookup, tidy } from './types.ts';

/** One wrong cell: what would make right everything that fails because of it. */
export interface Fault {
  readonly key: CellKey;
  readonly stated: Value;
  readonly computed: number | null;
  /** The first of the equations that told. */
  readonly equation: Equation;
  readonly told: readonly Equation[];
}

/** More than these are told one by one: a table that is wrong everywhere has no one wrong cell. */
const MOST_FAILING = 120;

/**
 * Finds the wrong cells. Where one cell, changed, would make two or more failing equations hold and
 * break none, it is that cell; else the cell that an equation is about.
 */
export function faults(
  equations: readonly Equation[],
  of: Lookup,
): { readonly found: readonly Fault[]; readonly mended: Lookup } {
  const byCell = new Map<CellKey, Equation[]>();
  for (const equation of equations)
    for (const key of equation.cells) {
      const list = byCell.get(key);
      if (list === undefined) byCell.set(key, [equation]);
      else list.push(equation);
    }
  let mended = of;
  let failing = equations.filter((equation) => !equation.holds(of));
  const found: Fault[] = [];
  while (failing.length > 0 && failing.length <= MOST_FAILING) {
    const best = bestFix(failing, byCell, mended);
    if (best === null) break;
    found.push(best);
    // What comes after is judged as if this one were right already.
    mended = trying(mended, best.key, best.computed!);
    failing = failing.filter((equation) => !equation.holds(mended));
  }
  return { found: [...found, ...failing.map((equation) => alone(equation, mended))], mended };
}

function bestFix(
  failing: readonly Equation[],
  byCell: ReadonlyMap<CellKey, readonly Equation[]>,
  of: Lookup,
): Fault | null {
  const open = new Set(failing);
  let best: Fault | null = null;
  for (const equation of failing)
    for (const key of equation.cells) {
      const touched = byCell.get(key) ?? [];
      if (touched.filter((one) => open.has(one)).length < 2) continue;
      const value = of(key) === null ? null : equation.solve(key, of);
      if (value === null) continue;
      const tried = trying(of, key, value);
      const told = touched.filter((one) => open.has(one) && one.holds(tried));
      const breaks = touched.some((one) => !open.has(one) && one.holds(of) && !one.holds(tried));
      if (breaks || told.length < 2 || told.length <= (best?.told.length ?? 0)) continue;
      const about = told.find((one) => one.target === key) ?? told[0]!;
      best = { key, stated: of(key)!, computed: value, equation: about, told };
    }
  return best;
}

function alone(equation: Equation, of: Lookup): Fault {
  const stated = of(equation.target)!;
  const computed = equation.solve(equation.target, of);
  const value = computed === null ? null : tidy(computed);
  return { key: equation.target, stated, computed: value, equation, told: [equation] };
}
