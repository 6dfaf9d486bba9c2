import { type Hundredths, halfUp, nearest } from '../round.ts';
import { indexed, type Scored, type Sheets } from '../sheets.ts';
import { type By, errorsOf } from './errors.ts';
import { type Fit, fitOf } from './fit.ts';
import { type JudgeFigures, judgeFigures } from './judges.ts';

export type { By } from './errors.ts';
export { type AsRaw, leastFreedom } from './fit.ts';
export type { JudgeFigures } from './judges.ts';

/** One dossier: as the judges gave it, and as calibrated. Neither stands without the other. */
export interface Calibrated {
  readonly dossier: string;
  readonly sheets: number;
  readonly mean: Hundredths;
  /** Mean of points − leniency of their judges, as these are told: anybody can count it again by hand. */
  readonly calibrated: Hundredths;
  /** Standard errors beside dossiers of the same group; null: unknown. */
  readonly meanError: Hundredths | null;
  readonly error: Hundredths | null;
  /** Number of the group of linked judges who judged it. */
  readonly group: number;
}

/** Dossiers and judges who are linked by judging together; between groups nothing can be compared. */
export interface Group {
  readonly judges: readonly string[];
  readonly dossiers: number;
}

export interface Calibration {
  /** Whether anything was calibrated, or why the raw means stand in its place. */
  readonly state: Fit['state'];
  /** Standard deviation of a sheet by chance, and of the leniency of judges. */
  readonly noise: Hundredths | null;
  readonly leniency: Hundredths;
  /** Comparisons that were left to tell the two apart. */
  readonly freedom: number;
  readonly groups: readonly Group[];
  /** All judges are linked: calibrated points may be compared. */
  readonly comparable: boolean;
  /** By key. */
  readonly dossiers: readonly Calibrated[];
  readonly judges: readonly JudgeFigures[];
  /**
   * Standard error of the difference of two dossiers, in hundredths, not rounded; null: unknown. Throws
   * RangeError for a dossier without a sheet.
   */
  readonly errorBetween: (one: string, other: string, by: By) => number | null;
}

/** Calibrates the sheets of everybody who judged in one phase; the order they come in changes nothing. */
export function calibrate(scored: readonly Scored[]): Calibration {
  const sheets = indexed(scored);
  const fit = fitOf(sheets);
  const { noise, leniency, linked } = fit;
  const errors = errorsOf(sheets, fit);
  const { means, calibrated } = pointsOf(sheets, fit.effects);
  const rounded = (error: number | null): Hundredths | null =>
    error === null ? null : nearest(error);
  const dossiers = sheets.dossiers.map(
    (dossier, at): Calibrated => ({
      dossier,
      sheets: sheets.start[at + 1]! - sheets.start[at]!,
      mean: means[at]!,
      calibrated: calibrated[at]!,
      meanError: rounded(errors.of(at, 'mean')),
      error: rounded(errors.of(at, 'calibrated')),
      group: linked.group[sheets.judge[sheets.start[at]!]!]!,
    }),
  );
  const numbers = new Map(sheets.dossiers.map((key, at) => [key, at]));
  const numberOf = (key: string): number => {
    const number = numbers.get(key);
    if (number === undefined) throw new RangeError(`no sheet of dossier ${key}`);
    return number;
  };
  return {
    state: fit.state,
    noise: noise === null ? null : nearest(Math.sqrt(noise)),
    leniency: nearest(Math.sqrt(leniency)),
    freedom: fit.freedom,
    groups: groupsOf(sheets, fit, dossiers),
    comparable: linked.sizes.length < 2,
    dossiers,
    judges: judgeFigures(sheets, fit),
    errorBetween: (one, other, by) => errors.between(numberOf(one), numberOf(other), by),
  };
}

/** Raw and calibrated means of all dossiers, by their numbers. */
export function pointsOf(
  { dossiers, start, judge, points }: Sheets,
  effects: Float64Array,
): { readonly means: Float64Array; readonly calibrated: Float64Array } {
  const [means, calibrated] = [
    new Float64Array(dossiers.length),
    new Float64Array(dossiers.length),
  ];
  for (let dossier = 0; dossier < dossiers.length; dossier += 1) {
    const [from, to] = [start[dossier]!, start[dossier + 1]!];
    let [sum, given] = [0, 0];
    for (let at = from; at < to; at += 1) {
      sum += points[at]!;
      given += effects[judge[at]!]!;
    }
    means[dossier] = halfUp(sum, to - from);
    calibrated[dossier] = halfUp(sum - given, to - from);
  }
  return { means, calibrated };
}

function groupsOf(sheets: Sheets, { linked }: Fit, dossiers: readonly Calibrated[]): Group[] {
  const groups = linked.sizes.map(() => ({ judges: [] as string[], dossiers: 0 }));
  sheets.judges.forEach((judge, at) => {
    groups[linked.group[at]!]!.judges.push(judge);
  });
  for (const { group } of dossiers) groups[group]!.dossiers += 1;
  return groups;
}
