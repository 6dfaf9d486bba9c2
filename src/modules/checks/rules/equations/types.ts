import type { ProblemCode } from '../problem.ts';
import type { Grid } from '../table/grid.ts';
import type { CellValue, Value } from '../table/numbers.ts';

/** A cell of the grid: row * WIDTH + column. */
export type CellKey = number;
const WIDTH = 1000;
export const keyOf = (row: number, column: number): CellKey => row * WIDTH + column;
export const rowOf = (key: CellKey): number => Math.floor(key / WIDTH);
export const columnOf = (key: CellKey): number => key % WIDTH;

/** Numbers of cells, some of which may be tried with another value. */
export type Lookup = (key: CellKey) => Value | null;

/** Something that the figures of a table have to satisfy. */
export interface Equation {
  readonly code: ProblemCode;
  /** The cell that is doubted when nothing else tells which of them is wrong. */
  readonly target: CellKey;
  readonly cells: readonly CellKey[];
  /** Whether it holds with these numbers. */
  readonly holds: (of: Lookup) => boolean;
  /** The number that the cell would need for it to hold; null: none, or it cannot be told. */
  readonly solve: (key: CellKey, of: Lookup) => number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The number of a cell in a grid; a dash and an empty cell count as nothing (0), words as unknown. */
export function numberAt(grid: Grid, row: number, column: number): Value | null {
  return asNumber(grid.values[row]?.[column]);
}

export function asNumber(value: CellValue | undefined): Value | null {
  if (
    value === undefined ||
    value.kind === 'blank' ||
    value.kind === 'nil' ||
    value.kind === 'null'
  )
    return { value: 0, shown: 0, decimals: 0, percent: false };
  return value.kind === 'value' ? value : null;
}

export const isValue = (grid: Grid, row: number, column: number): boolean =>
  grid.values[row]?.[column]?.kind === 'value';

/** A number instead of what stands in a cell, with the places of that cell. */
export function instead(value: number, old: Value | null): Value {
  return { value, shown: value, decimals: old?.decimals ?? 0, percent: old?.percent ?? false };
}

/** Whether figures that were each rounded may differ by that much. */
export function nearlySame(stated: Value, computed: number, parts: readonly Value[]): boolean {
  const decimals = Math.max(stated.decimals, ...parts.map((part) => part.decimals));
  const exact = Math.abs(stated.value - computed);
  if (exact <= Math.max(1e-9, Math.abs(computed) * 1e-12)) return true;
  const shown = Math.abs(stated.shown - parts.reduce((sum, part) => sum + part.shown, 0));
  if (stated.decimals === 0 && parts.every((part) => part.decimals === 0)) return shown < 1e-9;
  const steps = Math.max(1, Math.round(2 * Math.sqrt((parts.length + 1) / 12)));
  const least = Math.min(decimals, stated.decimals > 0 ? stated.decimals : decimals);
  return Math.min(exact, shown) <= steps * 10 ** -least + 1e-9;
}

/** Rounds away what binary arithmetic added, to the places that are printed. */
export function tidy(value: number, decimals = 10): number {
  const short = Number(value.toPrecision(13));
  return Number(short.toFixed(Math.min(decimals, 12)));
}
