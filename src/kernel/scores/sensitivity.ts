import { type Fit, fitOf } from './calibration/fit.ts';
import { effectsWithout } from './calibration/without.ts';
import { meansOf } from './means.ts';
import { type Hundredths, halfUp } from './round.ts';
import { indexed, type Scored, type Sheets } from './sheets.ts';

/** Which points the ranking starts from. */
export type RankedBy = 'mean' | 'trimmed' | 'calibrated';

/** Those who compete with each other, for instance of one field, and how many of them win. */
export interface Line {
  readonly key: string;
  readonly dossiers: readonly string[];
  readonly winners: number;
}

export interface Moved {
  readonly dossier: string;
  readonly from: number;
  readonly to: number;
}

/** What is different among those of a line when one judge had not judged. */
export interface LineWithout {
  readonly key: string;
  /** Among the best now, and not before; among the best before, and not now. By key. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Judged by nobody else, so without a place. */
  readonly unjudged: readonly string[];
  /** The largest change of place (of equal ones the best before); null: all keep their places. */
  readonly furthest: Moved | null;
}

export interface WithoutJudge {
  readonly judge: string;
  readonly sheets: number;
  /** Somebody enters or leaves the best of a line. */
  readonly changes: boolean;
  readonly lines: readonly LineWithout[];
}

export interface SensitivitySettings {
  readonly by: RankedBy;
  /** As for the trimmed mean. */
  readonly trim: number;
  readonly lines: readonly Line[];
  /** What a dossier has besides its sheets, for instance for votes; 0 unless told. */
  readonly added?: ReadonlyMap<string, Hundredths>;
}

/**
 * For each judge, by key: does the winner change without them? The best are all whose place is within the
 * number of winners, so those with equal points at the line are all among them. What was estimated of
 * chance and of leniency as a whole is kept; the leniency of each of the others is estimated anew.
 * @throws RangeError for a dossier of two lines
 */
export function sensitivityOf(
  scored: readonly Scored[],
  settings: SensitivitySettings,
): WithoutJudge[] {
  const { by, lines } = settings;
  const sheets = indexed(scored);
  const fit = by === 'calibrated' ? fitOf(sheets) : null;
  const values = valuesOf(sheets, settings, fit);
  const numbers = new Map(sheets.dossiers.map((key, at) => [key, at]));
  const before = lines.map(({ key, winners, dossiers }) => {
    const members = Int32Array.from(
      dossiers.flatMap((dossier) => numbers.get(dossier) ?? []).sort((a, b) => a - b),
    );
    return { key, winners, members, ranks: ranksOf(members, values.all) };
  });
  const judged = dossiersOf(sheets);
  return sheets.judges.map((judge, at) => {
    const now = values.without(at, judged[at]!);
    const found = before.map((line) => compare(sheets, line, now));
    const changes = found.some(({ entered, left }) => entered.length + left.length > 0);
    return { judge, sheets: judged[at]!.length, changes, lines: found };
  });
}

interface Before {
  readonly key: string;
  readonly winners: number;
  readonly members: Int32Array;
  readonly ranks: Int32Array;
}

function compare(
  { dossiers }: Sheets,
  { key, winners, members, ranks }: Before,
  now: Float64Array,
): LineWithout {
  const after = ranksOf(members, now);
  const [entered, left, unjudged]: [string[], string[], string[]] = [[], [], []];
  let furthest: Moved | null = null;
  let most = 0;
  for (const [at, member] of members.entries()) {
    const [from, to, dossier] = [ranks[at]!, after[at]!, dossiers[member]!];
    if (to === 0) unjudged.push(dossier);
    const [was, is] = [from <= winners, to > 0 && to <= winners];
    if (is && !was) entered.push(dossier);
    if (was && !is) left.push(dossier);
    const far = to === 0 ? 0 : Math.abs(to - from);
    if (far < most || far === 0 || (far === most && furthest !== null && furthest.from <= from))
      continue;
    most = far;
    furthest = { dossier, from, to };
  }
  return { key, entered, left, unjudged, furthest };
}

/** Places of the members; 0 for those without a value. */
function ranksOf(members: Int32Array, values: Float64Array): Int32Array {
  const sorted = new Float64Array(members.length);
  for (let at = 0; at < members.length; at += 1) sorted[at] = values[members[at]!]!;
  // Ascending, those without a value at the end.
  sorted.sort();
  let many = sorted.length;
  while (many > 0 && Number.isNaN(sorted[many - 1])) many -= 1;
  return members.map((member) => {
    const value = values[member]!;
    return Number.isNaN(value) ? 0 : 1 + many - upTo(sorted, many, value);
  });
}

/** How many of the first `many` ascending values are at most this one. */
function upTo(sorted: Float64Array, many: number, value: number): number {
  let [low, high] = [0, many];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The numbers of the dossiers of each judge. */
function dossiersOf({ judges, dossiers, start, judge }: Sheets): number[][] {
  const lists = judges.map((): number[] => []);
  for (let dossier = 0; dossier < dossiers.length; dossier += 1)
    for (let at = start[dossier]!; at < start[dossier + 1]!; at += 1)
      lists[judge[at]!]!.push(dossier);
  return lists;
}

interface Values {
  readonly all: Float64Array;
  /** Without a judge of these dossiers; NaN where no sheet is left. */
  readonly without: (judge: number, judged: readonly number[]) => Float64Array;
}

function valuesOf(
  sheets: Sheets,
  { by, trim, added }: SensitivitySettings,
  fit: Fit | null,
): Values {
  const { dossiers, start, judge, points } = sheets;
  const besides = Float64Array.from(dossiers, (key) => added?.get(key) ?? 0);
  const one = (dossier: number, effects: Float64Array | null, except: number): number => {
    const left: number[] = [];
    let [sum, many] = [0, 0];
    for (let at = start[dossier]!; at < start[dossier + 1]!; at += 1) {
      if (judge[at] === except) continue;
      sum += points[at]! - (effects === null ? 0 : effects[judge[at]!]!);
      many += 1;
      if (by === 'trimmed') left.push(points[at]!);
    }
    if (many === 0) return Number.NaN;
    const mean = by === 'trimmed' ? meansOf(left, trim)!.trimmed : halfUp(sum, many);
    return mean + besides[dossier]!;
  };
  const each = (effects: Float64Array | null, except: number): Float64Array =>
    Float64Array.from(dossiers, (_, dossier) => one(dossier, effects, except));
  const all = each(fit?.effects ?? null, -1);
  const without = (except: number, judged: readonly number[]): Float64Array => {
    // Without one judge all the others' leniency is another: everybody's calibrated points move.
    if (fit !== null) return each(effectsWithout(sheets, fit, except), except);
    const values = all.slice();
    for (const dossier of judged) values[dossier] = one(dossier, null, except);
    return values;
  };
  return { all, without };
}
