import type { Sheets } from '../sheets.ts';
import type { Fit } from './fit.ts';

/** Which points: as the judges gave them, or calibrated. */
export type By = 'mean' | 'calibrated';

/** Standard errors in hundredths, not rounded; null where nothing tells how large chance is. */
export interface Errors {
  /** Of the points of a dossier, beside those whose judges are linked with its own. */
  of(dossier: number, by: By): number | null;
  /** Of the difference of two dossiers: less than of both by themselves when they had the same judges. */
  between(one: number, other: number, by: By): number | null;
}

export function errorsOf(sheets: Sheets, fit: Fit): Errors {
  const { noise, leniency, linked } = fit;
  const within = sheets.sets.map((_, set) => jointly(sheets, fit, set, set));
  const many = (dossier: number): number => sheets.sets[sheets.setOf[dossier]!]!.judges.length;
  const groupOf = (dossier: number): number =>
    linked.group[sheets.sets[sheets.setOf[dossier]!]!.judges[0]!]!;
  // The mean leniency of a group is nobody's difference inside it, and unknown outside of it.
  const level = (dossier: number): number => leniency / linked.sizes[groupOf(dossier)]!;

  const of = (dossier: number, by: By): number | null => {
    if (noise === null) return null;
    const set = sheets.setOf[dossier]!;
    const judged =
      by === 'calibrated' ? noise * within[set]! : leniency / many(dossier) - level(dossier);
    return root(noise / many(dossier) + judged);
  };
  const between = (one: number, other: number, by: By): number | null => {
    if (noise === null) return null;
    const [a, b] = [sheets.setOf[one]!, sheets.setOf[other]!];
    const chance = noise / many(one) + noise / many(other);
    if (a === b) return root(chance);
    const apart = groupOf(one) === groupOf(other) ? 0 : level(one) + level(other);
    if (by === 'calibrated') {
      const joint = apart > 0 ? 0 : jointly(sheets, fit, a, b);
      return root(chance + noise * (within[a]! + within[b]! - 2 * joint) + apart);
    }
    const shared = common(sheets.sets[a]!.judges, sheets.sets[b]!.judges);
    const [n, m] = [many(one), many(other)];
    return root(chance + leniency * (1 / n + 1 / m - (2 * shared) / (n * m)));
  };
  return { of, between };
}

// What is 0 in exact arithmetic may be a hair below it.
const root = (variance: number): number => Math.sqrt(Math.max(0, variance));

/** Covariance ÷ noise of the mean effects of two sets of judges. */
function jointly({ sets, judges }: Sheets, { spread }: Fit, one: number, other: number): number {
  if (spread === null) return 0;
  const [a, b] = [sets[one]!.judges, sets[other]!.judges];
  let sum = 0;
  for (const row of a) for (const column of b) sum += spread[row * judges.length + column]!;
  return sum / (a.length * b.length);
}

/** How many numbers two ascending lists have in common. */
function common(a: Int32Array, b: Int32Array): number {
  let [i, j, same] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [mine, theirs] = [a[i]!, b[j]!];
    if (mine === theirs) same += 1;
    if (mine <= theirs) i += 1;
    if (theirs <= mine) j += 1;
  }
  return same;
}
