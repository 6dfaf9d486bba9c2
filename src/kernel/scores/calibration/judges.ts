import { type Hundredths, halfUp, nearest } from '../round.ts';
import type { Sheets } from '../sheets.ts';
import type { Fit } from './fit.ts';

/** What the sheets say of a judge; told to the council, only `leniency` is used. */
export interface JudgeFigures {
  readonly judge: string;
  readonly sheets: number;
  readonly mean: Hundredths;
  /** How much the judge gives too much beside the others of the group; negative: too little. */
  readonly leniency: Hundredths;
  /** Standard error of the leniency; null: unknown. */
  readonly error: Hundredths | null;
  /** How far the sheets are from what dossier and leniency say: root of the mean square. */
  readonly scatter: Hundredths;
  /**
   * Correlation in hundredths, −100 to 100, of the points with the others' calibrated means of the same
   * dossiers; null of fewer than three such dossiers, or where one side gives the same to all.
   */
  readonly agreement: number | null;
  /** Number of the group of linked judges. */
  readonly group: number;
}

interface Sums {
  sheets: number;
  points: number;
  squares: number;
  readonly pairs: Pairs;
}

/** Sums of pairs, counted from the first pair, so that equal values give exactly 0. */
interface Pairs {
  many: number;
  readonly first: [number, number];
  readonly sums: [number, number];
  readonly products: [number, number, number];
}

/** In the order of `sheets.judges`. */
export function judgeFigures(sheets: Sheets, fit: Fit): JudgeFigures[] {
  const { noise, leniency, spread, linked, state } = fit;
  const many = sheets.judges.length;
  return summed(sheets, fit.effects).map((sums, at) => ({
    judge: sheets.judges[at]!,
    sheets: sums.sheets,
    mean: halfUp(sums.points, sums.sheets),
    leniency: fit.effects[at]!,
    error:
      state !== 'calibrated' || noise === null
        ? null
        : nearest(leniency === 0 ? 0 : Math.sqrt(Math.max(0, noise * spread![at * many + at]!))),
    scatter: nearest(Math.sqrt(sums.squares / sums.sheets)),
    agreement: correlation(sums.pairs),
    group: linked.group[at]!,
  }));
}

function summed({ judges, start, judge, points }: Sheets, effects: Float64Array): Sums[] {
  const all = judges.map((): Sums => {
    const pairs: Pairs = { many: 0, first: [0, 0], sums: [0, 0], products: [0, 0, 0] };
    return { sheets: 0, points: 0, squares: 0, pairs };
  });
  for (let dossier = 0; dossier + 1 < start.length; dossier += 1) {
    const [from, to] = [start[dossier]!, start[dossier + 1]!];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += points[at]! - effects[judge[at]!]!;
    for (let at = from; at < to; at += 1) {
      const sums = all[judge[at]!]!;
      const fair = points[at]! - effects[judge[at]!]!;
      sums.sheets += 1;
      sums.points += points[at]!;
      sums.squares += (fair - sum / (to - from)) * (fair - sum / (to - from));
      if (to - from > 1) pair(sums.pairs, points[at]!, (sum - fair) / (to - from - 1));
    }
  }
  return all;
}

function pair(pairs: Pairs, one: number, other: number): void {
  const { first, sums, products } = pairs;
  if (pairs.many === 0) [first[0], first[1]] = [one, other];
  pairs.many += 1;
  const [x, y] = [one - first[0], other - first[1]];
  sums[0] += x;
  sums[1] += y;
  products[0] += x * x;
  products[1] += y * y;
  products[2] += x * y;
}

function correlation({ many, sums: [x, y], products: [xx, yy, xy] }: Pairs): number | null {
  if (many < 3) return null;
  const [aa, bb, ab] = [many * xx - x * x, many * yy - y * y, many * xy - x * y];
  return aa > 0 && bb > 0 ? nearest((100 * ab) / Math.sqrt(aa * bb)) : null;
}
