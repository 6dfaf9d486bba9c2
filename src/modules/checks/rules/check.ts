import { cellProblems } from './cells/content.ts';
import { jumps } from './cells/jumps.ts';
import { orderProblems } from './cells/order.ts';
import { derivedColumns } from './equations/derived.ts';
import { rowGroups } from './equations/groups.ts';
import { totalColumns } from './equations/row-sums.ts';
import { remainder, type ShareColumn, shareColumns, shareEquations } from './equations/shares.ts';
import { type Fault, faults } from './equations/solve.ts';
import { lookup, meanRows, totalRows } from './equations/totals.ts';
import { columnOf, type Equation, keyOf, type Lookup, rowOf } from './equations/types.ts';
import { type Figure, textProblems } from './narrative.ts';
import { noteProblems } from './notes.ts';
import { type Problem, problem } from './problem.ts';
import { withCounts, withoutBrackets } from './table/brackets.ts';
import { type Grid, gridOf } from './table/grid.ts';
import { blocksOf } from './table/layout.ts';
import type { SourceTable } from './table/source.ts';
import { turned } from './table/turned.ts';

/** Everything that contradicts itself in these tables, each place once, in their order. */
export function checkTables(tables: readonly SourceTable[]): Problem[] {
  const read = tables.map((table) =>
    blocksOf(table).map((block) => gridOf(withoutBrackets(withCounts(turned(block))))),
  );
  const known = read.map((grids) => grids.flatMap(figuresOf));
  const found = tables.flatMap((table, at) => {
    const grids = read[at]!;
    const figures = known[at]!;
    if (table.rows.length === 0) return proseProblems(table.texts, known.flat());
    return [
      ...grids.flatMap(gridProblems),
      ...grids.flatMap(({ block }) =>
        block.texts.flatMap(({ path, text }) => textProblems(path, text, figures)),
      ),
    ];
  });
  return firstOf(
    found,
    (one) => `${one.path} ${one.data.words ?? ''} ${one.stated} ${one.computed}`,
  );
}

/** Texts of their own, against the figures of what they stand in. */
function proseProblems(texts: SourceTable['texts'], figures: readonly Figure[]): Problem[] {
  const places = Map.groupBy(texts, ({ under }) => under);
  const known = figuresUnder(new Set(places.keys()), figures);
  return [...places].flatMap(([under, told]) => {
    const meant = (under === undefined ? undefined : known.get(under)) ?? [];
    return told.flatMap(({ path, text }) => textProblems(path, text, meant));
  });
}

/** The figures at or below each of these paths: each figure is looked at once for every level above it. */
function figuresUnder(
  paths: ReadonlySet<string | undefined>,
  figures: readonly Figure[],
): ReadonlyMap<string, readonly Figure[]> {
  const under = new Map<string, Figure[]>();
  for (const figure of figures) {
    for (
      let end = figure.path.length;
      end >= 0;
      end = end === 0 ? -1 : figure.path.lastIndexOf('/', end - 1)
    ) {
      const path = figure.path.slice(0, end);
      if (!paths.has(path)) continue;
      const standing = under.get(path);
      if (standing === undefined) under.set(path, [figure]);
      else standing.push(figure);
    }
  }
  return under;
}

function gridProblems(grid: Grid): Problem[] {
  const shares = shareColumns(grid);
  const equations: Equation[] = [
    ...totalRows(grid),
    ...totalColumns(grid),
    ...rowGroups(grid),
    ...meanRows(grid),
    ...shares.flatMap((share) => shareEquations(grid, share)),
    ...derivedColumns(
      grid,
      new Set(shares.filter(({ counts }) => counts !== null).map(({ column }) => column)),
    ),
  ];
  const { found: wrong, mended } = faults(equations, lookup(grid));
  const figures = wrong.flatMap((fault) => figureProblems(grid, fault, shares, mended));
  const places = new Set(wrong.map(({ key }) => key));
  return [
    ...once(figures),
    ...jumps(grid, places),
    ...cellProblems(grid),
    ...orderProblems(grid),
    ...noteProblems(grid),
  ];
}

/** One problem a place: the first that was found says what to put there. */
const once = (problems: readonly Problem[]): Problem[] => firstOf(problems, ({ path }) => path);

/** The first of those that have the same mark. */
function firstOf(problems: readonly Problem[], markOf: (one: Problem) => string): Problem[] {
  const seen = new Set<string>();
  return problems.filter((one) => {
    const mark = markOf(one);
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

function figureProblems(
  grid: Grid,
  fault: Fault,
  shares: readonly ShareColumn[],
  of: Lookup,
): Problem[] {
  const { key, equation } = fault;
  if (equation.code === 'share_total' && fault.told.length === 1)
    return shareTotal(grid, fault, shares, of);
  return [at(grid, key, equation, fault.stated.shown, fault.computed)];
}

function at(
  grid: Grid,
  key: number,
  equation: Equation,
  stated: number,
  computed: number | null,
): Problem {
  const [row, column] = [rowOf(key), columnOf(key)];
  const path = grid.cells[row]![column]!.path;
  const named = (cell: unknown): unknown =>
    typeof cell === 'number' ? grid.values[rowOf(cell)]?.[columnOf(cell)] : cell;
  const { a, b, part, whole, ...data } = equation.data;
  const others = Object.fromEntries(
    Object.entries({ a, b, part, whole }).flatMap(([name, cell]) => {
      const value = named(cell) as { shown?: number } | undefined;
      return value?.shown === undefined ? [] : [[name, value.shown]];
    }),
  );
  return problem(equation.code, path, stated, computed, {
    ...data,
    ...others,
    label: grid.rows[row]?.label ?? '',
    column: grid.columns[column]?.title ?? '',
    target: grid.cells[rowOf(equation.target)]?.[columnOf(equation.target)]?.path,
  });
}

/** The cells that largest remainder writes otherwise; the total where the counts are not known. */
function shareTotal(
  grid: Grid,
  { key, equation }: Fault,
  shares: readonly ShareColumn[],
  of: Lookup,
): Problem[] {
  const share = shares.find(({ column }) => column === columnOf(key))!;
  const sum = Number(
    share.parts.reduce((all, row) => all + of(keyOf(row, share.column))!.shown, 0).toPrecision(12),
  );
  const off = share.parts.flatMap((row) => {
    const wanted = remainder(of, share, row);
    const stated = of(keyOf(row, share.column))!.shown;
    return wanted === null || wanted === stated
      ? []
      : [at(grid, keyOf(row, share.column), equation, stated, wanted)];
  });
  const own = share.totalRow === null ? null : of(keyOf(share.totalRow, share.column))!.shown;
  const total =
    own === null || own === 100
      ? []
      : [at(grid, keyOf(share.totalRow!, share.column), equation, own, 100)];
  if (off.length > 0 || total.length > 0)
    return [...off, ...total].map((one) => ({ ...one, data: { ...one.data, sum } }));
  const { path, title } = grid.columns[share.column]!;
  if (share.totalRow !== null)
    return [{ ...at(grid, key, { ...equation, data: { ofTotal: true } }, own!, sum) }];
  const place = path === '' ? grid.cells[share.parts.at(-1)!]![share.column]!.path : path;
  return [problem('share_total', place, sum, 100, { column: title, sum })];
}

/** Figures that a text may repeat: the rows by their labels, the columns where there is one total. */
function figuresOf(grid: Grid): Figure[] {
  const numbers = grid.columns.filter(({ kind, percent }) => kind === 'number' && !percent);
  const valuesOf = (row: number): number[] =>
    numbers.flatMap(({ index }) => {
      const value = grid.values[row]?.[index];
      return value?.kind === 'value' ? [value.value] : [];
    });
  const rows = grid.rows
    .filter(({ kind }) => kind === 'data')
    .map(({ index, label }) => ({
      label,
      values: valuesOf(index),
      path: grid.cells[index]![0]?.path ?? '',
    }));
  const totals = grid.rows.filter(({ kind }) => kind === 'total');
  const only = totals.at(-1) ?? (grid.rows.length === 1 ? grid.rows[0] : undefined);
  const all = grid.rows.map(({ index }) => index);
  const columns =
    only === undefined
      ? []
      : numbers.flatMap(({ index, title }) => {
          const values = all.flatMap((row) => {
            const value = grid.values[row]?.[index];
            return value?.kind === 'value' ? [value.value] : [];
          });
          const value = grid.values[only.index]?.[index];
          return value?.kind === 'value'
            ? [
                {
                  label: title,
                  values: [value.value, ...values],
                  path: grid.cells[only.index]![index]!.path,
                },
              ]
            : [];
        });
  return [...rows, ...columns];
}
