import type { GridColumn } from '../table/column.ts';
import type { Grid } from '../table/grid.ts';
import { isTotalTitle, mayBeTotalTitle, namedParts } from '../table/words.ts';
import { sumEquation, withinEquation } from './sums.ts';
import { lookup } from './totals.ts';
import { type Equation, isValue, keyOf } from './types.ts';

interface Choice {
  readonly parts: readonly number[];
  /** Its names say that these are the parts: no row has to prove it. */
  readonly named: boolean;
}

/** Columns of totals against the columns that they add up: Tổng = Nam + Nữ. */
export function totalColumns(grid: Grid): Equation[] {
  const numbers = grid.columns.filter(({ kind, additive }) => kind === 'number' && additive);
  const totals = numbers.filter(
    ({ words, index }) => mayBeTotalTitle(words) || grid.block.equations.has(index),
  );
  return totals.flatMap((column) => {
    const choices = choicesFor(grid, column, numbers);
    const rows = grid.rows
      .map(({ index }) => index)
      .filter((row) => isValue(grid, row, column.index));
    return [...chosen(grid, column, choices, rows), ...ofWhichColumns(grid, column, rows)];
  });
}

function chosen(
  grid: Grid,
  column: GridColumn,
  choices: readonly Choice[],
  rows: readonly number[],
): Equation[] {
  const of = lookup(grid);
  const make = (choice: Choice, row: number): Equation | null => {
    const filled = choice.parts.filter((part) => isValue(grid, row, part));
    if (filled.length === 0) return null;
    const keys = choice.parts.map((part) => keyOf(row, part));
    return sumEquation('row_sum', keyOf(row, column.index), keys, {
      columns: choice.parts.map((part) => grid.columns[part]?.title),
    });
  };
  const scored = choices.map((choice) => {
    const made = rows.map((row) => make(choice, row)).filter((one) => one !== null);
    const right = made.filter((one) => one.holds(of)).length;
    return { choice, made, share: made.length === 0 ? 0 : right / made.length, right };
  });
  const best = scored.toSorted((a, b) => b.share - a.share)[0];
  if (best === undefined || best.made.length === 0) return [];
  const proven = best.right >= 1 && best.share >= 0.5;
  const pick = proven ? best : scored.find(({ choice, made }) => choice.named && made.length > 0);
  if (pick === undefined)
    return rows.length <= 2
      ? nearOnes(scored.map(({ made }) => made).find((made) => made.length > 0) ?? [], of, column)
      : [];
  return pick.made.filter(
    (one) =>
      one.holds(of) ||
      !scored.some(
        ({ choice, share }) =>
          share >= 0.5 && make(choice, Math.floor(one.target / 1000))?.holds(of) === true,
      ),
  );
}

/** A single row proves nothing by itself: doubted where it nearly adds up under the title of a total. */
function nearOnes(
  made: readonly Equation[],
  of: ReturnType<typeof lookup>,
  column: GridColumn,
): Equation[] {
  if (!isTotalTitle(column.words)) return [];
  return made.filter((one) => {
    const stated = of(one.target)?.value ?? 0;
    return Math.abs(stated - (one.solve(one.target, of) ?? 0)) <= Math.abs(stated) * 0.25;
  });
}

function choicesFor(grid: Grid, column: GridColumn, numbers: readonly GridColumn[]): Choice[] {
  const told = grid.block.equations.get(column.index);
  const others = numbers.filter(({ index }) => index !== column.index);
  const grouped =
    column.group === '' ? others : others.filter(({ group }) => group === column.group);
  const plainOnes = others.filter(({ words }) => !isTotalTitle(words));
  const left = plainOnes.filter(({ index }) => index < column.index);
  const right = plainOnes.filter(({ index }) => index > column.index);
  const leftRun = left.filter(({ index }) => !totalBetween(others, index, column.index));
  const rightRun = right.filter(({ index }) => !totalBetween(others, column.index, index));
  const sets: Choice[] = [
    ...(told === undefined ? [] : [{ parts: told, named: true }]),
    ...named(grouped, column),
    ...[
      column.group === '' ? [] : grouped.filter(({ words }) => !isTotalTitle(words)),
      leftRun,
      rightRun,
      ...runs(rightRun, 'right'),
      ...runs(leftRun, 'left'),
      plainOnes,
      others.filter(({ words }) => isTotalTitle(words)),
    ].map((columns) => ({ parts: columns.map(({ index }) => index), named: false })),
  ];
  return sets.filter(
    ({ parts, named: isNamed }) => parts.length >= 2 || (isNamed && parts.length > 0),
  );
}

/** The first two, three … columns beside the total. */
function runs(columns: readonly GridColumn[], side: 'left' | 'right'): GridColumn[][] {
  const found: GridColumn[][] = [];
  for (let length = 2; length < columns.length && length <= 8; length++)
    found.push(side === 'right' ? columns.slice(0, length) : columns.slice(-length));
  return found;
}

const totalBetween = (columns: readonly GridColumn[], from: number, to: number): boolean =>
  columns.some(({ index, words }) => index > from && index < to && isTotalTitle(words));

/** Nam and Nữ, the prizes: they make up the total by their names, when they stand beside it. */
function named(columns: readonly GridColumn[], total: GridColumn): Choice[] {
  return namedParts.flatMap((names) => {
    const parts = columns.filter(({ words }) => names.some((name) => name.test(words)));
    const distinct = new Set(parts.map(({ words }) => names.findIndex((name) => name.test(words))))
      .size;
    const enough = distinct === parts.length && distinct >= Math.min(names.length, 3);
    const isGender = names.length === 2;
    const near = parts.every(({ index }) => Math.abs(index - total.index) <= parts.length);
    const named =
      enough && near && (isGender ? isTotalTitle(total.words) : mayBeTotalTitle(total.words));
    return enough ? [{ parts: parts.map(({ index }) => index), named }] : [];
  });
}

/** 'Trong đó nữ' is no more than the total that it stands beside. */
function ofWhichColumns(grid: Grid, column: GridColumn, rows: readonly number[]): Equation[] {
  const parts = grid.columns.filter(
    ({ kind, additive, words, group, index }) =>
      kind === 'number' &&
      additive &&
      index > column.index &&
      /^trong do\b/.test(`${group} ${words}`.trim()),
  );
  return parts
    .filter(
      ({ index }) =>
        !grid.columns.some(
          (one) => one.index > column.index && one.index < index && mayBeTotalTitle(one.words),
        ),
    )
    .flatMap(({ index }) =>
      rows
        .filter((row) => isValue(grid, row, index))
        .map((row) => withinEquation(keyOf(row, index), keyOf(row, column.index))),
    );
}
