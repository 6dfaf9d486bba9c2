import { type Hundredths, halfUp, nearest } from './round.ts';

/** What the sheets of one dossier say by themselves. */
export interface Means {
  readonly sheets: number;
  readonly mean: Hundredths;
  /** Without the highest and the lowest ones; the plain mean where there are too few sheets. */
  readonly trimmed: Hundredths;
  /** How many were left out on each side: what was asked for, or 0 where there were too few. */
  readonly trim: number;
  readonly median: Hundredths;
  /** Standard deviation with n − 1; null of one sheet. */
  readonly deviation: Hundredths | null;
  readonly highest: Hundredths;
  readonly lowest: Hundredths;
  /** Highest − lowest. */
  readonly range: Hundredths;
}

/**
 * Means of the points of one dossier, whole hundredths. `trim` sheets go out on each side when at least one is
 * left then, otherwise none. Null of no sheet: not judged is not zero.
 */
export function meansOf(points: readonly number[], trim = 0): Means | null {
  if (!Number.isInteger(trim) || trim < 0) throw new RangeError(`nothing to leave out: ${trim}`);
  const sorted = points.toSorted((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const done = trimmable(sorted.length, trim);
  return {
    sheets: sorted.length,
    mean: halfUp(total(sorted), sorted.length),
    trimmed: halfUp(total(sorted.slice(done, sorted.length - done)), sorted.length - 2 * done),
    trim: done,
    median: middle(sorted),
    deviation: deviation(sorted),
    highest,
    lowest,
    range: highest - lowest,
  };
}

/** How many go out on each side of so many sheets: all that were asked for, or none. */
export const trimmable = (sheets: number, trim: number): number => (sheets > 2 * trim ? trim : 0);

export const total = (points: readonly number[]): number => points.reduce((a, b) => a + b, 0);

function middle(sorted: readonly number[]): Hundredths {
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]!;
  return halfUp(sorted[half - 1]! + sorted[half]!, 2);
}

// Counted from the lowest, so that the squares stay small enough to be exact.
function deviation(sorted: readonly number[]): Hundredths | null {
  const many = sorted.length;
  if (many < 2) return null;
  const above = sorted.map((points) => points - sorted[0]!);
  const squares = total(above.map((points) => points * points));
  const sum = total(above);
  return nearest(Math.sqrt((many * squares - sum * sum) / (many * (many - 1))));
}
