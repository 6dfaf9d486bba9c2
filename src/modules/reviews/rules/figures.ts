import type { SheetState } from './states.ts';

/** How far a set of sheets is. */
export interface Progress {
  readonly all: number;
  readonly signed: number;
  /** Begun and not signed. */
  readonly begun: number;
}

/** A sheet that was opened again is to be signed again. */
export function progressOf(sheets: readonly { readonly state: SheetState }[]): Progress {
  const many = (...states: readonly SheetState[]): number =>
    sheets.filter(({ state }) => states.includes(state)).length;
  return { all: sheets.length, signed: many('signed'), begun: many('draft', 'reopened') };
}

/** The points of signed sheets that count: no conflict stands, and the rubric counts as it did. */
export const countedPoints = (
  sheets: readonly {
    readonly points: number | null;
    readonly outdated: boolean;
    readonly barred: boolean;
  }[],
): number[] =>
  sheets.flatMap(({ points, outdated, barred }) =>
    points === null || outdated || barred ? [] : [points],
  );

/** Highest minus lowest of points in hundredths; null for fewer than two. */
export function spreadOf(points: readonly number[]): number | null {
  return points.length < 2 ? null : Math.max(...points) - Math.min(...points);
}

/** Whether a council has to discuss: the spread is over the limit, which is in whole or broken points. */
export function isWide(points: readonly number[], limit: number | null): boolean {
  const spread = spreadOf(points);
  return limit !== null && spread !== null && spread > Math.round(limit * 100);
}
