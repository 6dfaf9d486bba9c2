import type { Sheets } from '../sheets.ts';
import { inverse, solve } from './cholesky.ts';
import { type Equations, equationsOf, factored, squaresWithin } from './equations.ts';
import { type Linked, linked, wholeZeroSum } from './linked.ts';

/** Why nothing is calibrated, so that calibrated points are the raw ones. */
export type AsRaw = 'nobody' | 'no_overlap' | 'too_few';

/**
 * Comparisons left over to tell chance from leniency, at least: below it, a guess would be corrected
 * by a guess.
 */
export const leastFreedom = 5;

/** The variances in squared hundredths. */
export interface Variances {
  readonly state: 'calibrated' | AsRaw;
  /** Of a sheet around dossier and judge; when not calibrated, of a sheet around its dossier; null: unknown. */
  readonly noise: number | null;
  /** Of the leniency of judges; 0: nothing tells that they differ. */
  readonly leniency: number;
  readonly freedom: number;
}

export interface Fit extends Variances {
  readonly linked: Linked;
  /** How much each judge gives too much, whole hundredths; the sum over a group of judges is 0. */
  readonly effects: Float64Array;
  /** Covariances of the effects ÷ noise, within groups; null: all effects are 0 for certain. */
  readonly spread: Float64Array | null;
}

/** Points = dossier + leniency of the judge + chance, the leniency held back as far as chance may explain it. */
export function fitOf(sheets: Sheets): Fit {
  const judges = sheets.judges.length;
  const groups = linked(judges, sheets.sets);
  const equations = equationsOf(judges, sheets.sets);
  const variances = variancesOf(sheets, equations, groups);
  const { noise, leniency } = variances;
  if (variances.state !== 'calibrated' || noise === null || leniency === 0)
    return { ...variances, linked: groups, effects: new Float64Array(judges), spread: null };
  const { lower, level } = factored(equations, noise / leniency, groups);
  const effects = solve(lower, judges, equations.side);
  const spread = inverse(lower, judges);
  for (let a = 0; a < judges; a += 1)
    for (let b = 0; b < judges; b += 1)
      if (groups.group[a] === groups.group[b]) spread[a * judges + b]! -= level[groups.group[a]!]!;
  return { ...variances, linked: groups, effects: wholeZeroSum(effects, groups), spread };
}

/**
 * The variances by their moments (Henderson's third method: exact means, no iteration): what the
 * judges explain of the squares within dossiers is as large as so many parts of noise and so many of
 * leniency, and what they leave is noise alone.
 */
function variancesOf(sheets: Sheets, equations: Equations, groups: Linked): Variances {
  const { judges, matrix, side } = equations;
  const told = judges - groups.sizes.length;
  const within = sheets.points.length - sheets.dossiers.length;
  const freedom = within - told;
  if (judges === 0) return { state: 'nobody', noise: null, leniency: 0, freedom: 0 };
  if (within === 0) return { state: 'no_overlap', noise: null, leniency: 0, freedom };
  const squares = squaresWithin(sheets);
  if (freedom < leastFreedom)
    return { state: 'too_few', noise: squares / within, leniency: 0, freedom };
  const free = solve(factored(equations, 0, groups).lower, judges, side);
  let [explained, trace] = [0, 0];
  for (let at = 0; at < judges; at += 1) {
    explained += free[at]! * side[at]!;
    trace += matrix[at * judges + at]!;
  }
  const noise = Math.max(0, squares - explained) / freedom;
  const leniency = Math.max(0, explained - told * noise) / trace;
  // Judges who do not differ more than by chance: all that is within the dossiers is chance.
  if (leniency === 0) return { state: 'calibrated', noise: squares / within, leniency, freedom };
  return { state: 'calibrated', noise, leniency, freedom };
}
