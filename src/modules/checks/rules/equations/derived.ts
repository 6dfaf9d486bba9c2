import type { ProblemCode } from '../problem.ts';
import type { GridColumn } from '../table/column.ts';
import type { Grid } from '../table/grid.ts';
import type { Value } from '../table/numbers.ts';
import { isGrowth } from '../table/words.ts';
import { isRounded } from './sums.ts';
import { lookup } from './totals.ts';
import { type Equation, isValue, keyOf, type Lookup, tidy } from './types.ts';

interface Formula {
  readonly code: ProblemCode;
  readonly compute: (a: number, b: number) => number;
}

const FORMULAS: Readonly<Record<'ratio' | 'growth' | 'difference', Formula>> = {
  ratio: { code: 'ratio', compute: (a, b) => (b === 0 ? Number.NaN : (a / b) * 100) },
  growth: { code: 'growth', compute: (a, b) => (b === 0 ? Number.NaN : ((a - b) / b) * 100) },
  difference: { code: 'difference', compute: (a, b) => a - b },
};

interface Relation {
  readonly target: number;
  readonly formula: Formula;
  readonly a: number;
  readonly b: number;
}

/** Columns that are computed row by row of two others: rates, growth, differences. */
export function derivedColumns(grid: Grid, taken: ReadonlySet<number>): Equation[] {
  const numbers = grid.columns.filter(({ kind }) => kind === 'number');
  const sources = numbers.filter(({ percent }) => !percent);
  return numbers
    .filter((column) => !taken.has(column.index) && (column.percent || isGrowth(column.words)))
    .flatMap((column) => {
      const others = sources.filter(({ index }) => index !== column.index);
      if (others.length < 2 || others.length > 24) return [];
      const relation = found(grid, column, others);
      return relation === null ? [] : equationsOf(grid, relation);
    });
}

function found(grid: Grid, column: GridColumn, others: readonly GridColumn[]): Relation | null {
  const formulas = column.percent ? [FORMULAS.ratio, FORMULAS.growth] : [FORMULAS.difference];
  const rows = grid.rows
    .filter(({ kind, index }) => kind !== 'heading' && isValue(grid, index, column.index))
    .map(({ index }) => index);
  const of = lookup(grid);
  const scored: { relation: Relation; right: number; made: number }[] = [];
  for (const formula of formulas)
    for (const one of others)
      for (const other of others) {
        if (one === other) continue;
        const relation = { target: column.index, formula, a: one.index, b: other.index };
        const made = equationsOf(grid, relation).filter(({ target }) =>
          rows.includes(Math.floor(target / 1000)),
        );
        scored.push({
          relation,
          made: made.length,
          right: made.filter((equation) => equation.holds(of)).length,
        });
      }
  const best = scored.toSorted((a, b) => b.right - a.right)[0];
  if (best === undefined) return null;
  if (best.right >= 2 && best.right >= best.made * 0.6) return best.relation;
  return fromTitle(grid, column, others, best);
}

/** One row proves nothing: the titles have to say it ('Tăng (%)' beside the figures of two years). */
function fromTitle(
  grid: Grid,
  column: GridColumn,
  others: readonly GridColumn[],
  best: { relation: Relation; right: number; made: number },
): Relation | null {
  if (best.right > 0 && best.made <= 2) return best.relation;
  const years = others.filter(({ year }) => year !== null);
  const [before, now] = years.toSorted((a, b) => a.year! - b.year!);
  if (isGrowth(column.words) && years.length === 2 && before !== undefined && now !== undefined) {
    const formula = column.percent ? FORMULAS.growth : FORMULAS.difference;
    const relation = { target: column.index, formula, a: now.index, b: before.index };
    return isSane(grid, relation) ? relation : null;
  }
  const plan = others.find(({ words }) => /\b(?:ke hoach|chi tieu|kh)\b/.test(words));
  const done = others.find(({ words }) => /\b(?:thuc hien|ket qua|dat duoc|th)\b/.test(words));
  if (plan === undefined || done === undefined || !column.percent) return null;
  const relation = { target: column.index, formula: FORMULAS.ratio, a: done.index, b: plan.index };
  return isSane(grid, relation) ? relation : null;
}

/** What the titles say is believed where the figures are not wholly elsewhere. */
function isSane(grid: Grid, relation: Relation): boolean {
  const of = lookup(grid);
  const made = equationsOf(grid, relation);
  return (
    made.length > 0 &&
    made.every((equation) => {
      const [stated, computed] = [of(equation.target)!.value, equation.solve(equation.target, of)];
      return (
        computed !== null && Math.abs(stated - computed) <= Math.max(10, Math.abs(computed) * 0.5)
      );
    })
  );
}

function equationsOf(grid: Grid, { target: column, formula, a, b }: Relation): Equation[] {
  return grid.rows
    .filter(
      ({ index, kind }) =>
        kind !== 'heading' && [column, a, b].every((at) => isValue(grid, index, at)),
    )
    .map(({ index }) => {
      const [target, first, second] = [column, a, b].map((at) => keyOf(index, at)) as [
        number,
        number,
        number,
      ];
      const computed = (of: Lookup): number | null => {
        const [x, y] = [of(first), of(second)];
        const value = x === null || y === null ? Number.NaN : formula.compute(x.value, y.value);
        return Number.isFinite(value) ? value : null;
      };
      return {
        code: formula.code,
        target,
        cells: [target, first, second],
        holds: (of: Lookup) => {
          const [stated, value] = [of(target), computed(of)];
          return stated === null || value === null || fits(stated, value, formula);
        },
        solve: (key: number, of: Lookup) => {
          const value = computed(of);
          return key === target && value !== null ? tidy(value, of(target)!.decimals) : null;
        },
        data: { a: first, b: second },
      };
    });
}

/** A rate may be cut off instead of rounded, and a decrease may be written without its minus. */
function fits(stated: Value, value: number, { code }: Formula): boolean {
  if (isRounded(stated, value) || isRounded(stated, -value))
    return code !== 'ratio' || isRounded(stated, value);
  return (
    Math.abs(stated.shown - value) < 10 ** -stated.decimals &&
    stated.decimals > 0 &&
    Math.abs(stated.shown) <= Math.abs(value)
  );
}
