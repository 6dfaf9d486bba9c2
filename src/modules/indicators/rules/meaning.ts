import { type Day, yearOf } from '../../../kernel/day.ts';
import { periodOf } from '../../../kernel/period.ts';
import { competitionRank, mean } from '../../../kernel/stats.ts';

export const measures = [
  'count',
  'sum',
  'distinct',
  'yes_no',
  'stock',
  'ratio',
  'entered',
  'years',
] as const;
export type Measure = (typeof measures)[number];
export const scopes = ['self', 'below'] as const;
export type Scope = (typeof scopes)[number];
export const windows = ['to_date', 'month', 'quarter', 'half_year', 'year', 'on_day'] as const;
export type Window = (typeof windows)[number];
export const nationals = ['mean', 'count', 'none'] as const;
export type National = (typeof nationals)[number];

/** Field of a source → the values of which one must hold; all fields must. */
export type Filter = Readonly<Record<string, readonly string[]>>;

/** What an indicator means, whatever its place in time. */
export interface Meaning {
  readonly label: string;
  readonly unit: string | null;
  /** Shown after the comma; figures themselves are never rounded. */
  readonly decimals: number;
  readonly source: string | null;
  readonly filter: Filter;
  readonly measure: Measure;
  readonly argument: string | null;
  readonly divisor: number;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly scope: Scope;
  readonly window: Window;
  readonly national: National;
  readonly legalBasis: string | null;
}

/** One version of an indicator: its meaning for the days from `from` to before `until`. */
export interface Definition extends Meaning {
  readonly indicatorId: string;
  readonly code: string;
  readonly versionId: string;
  readonly versionPid: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly sample: boolean;
  /** Counts the changes of this version. */
  readonly version: number;
}

/** Code of the source that holds what people entered by hand. */
export const entrySource = 'entries';

/** null: nothing is known. A boolean for yes/no, a number for the others. */
export type FigureValue = number | boolean | null;

/** The window that really applies: what stands on a day has no other. */
export function windowOf(meaning: Pick<Meaning, 'measure' | 'window'>): Window {
  return meaning.measure === 'stock' || meaning.measure === 'entered' ? 'on_day' : meaning.window;
}

/** First day of a window that ends with `on`; null when it has no beginning. */
export function windowStart(window: Window, on: Day): Day | null {
  if (window === 'to_date') return null;
  return window === 'on_day' ? on : periodOf(window, on).range.from;
}

/** The day that the year of `on` is compared with: the last day of the year before. */
export function dayBeforeYear(on: Day): Day {
  return `${String(yearOf(on) - 1).padStart(4, '0')}-12-31`;
}

/** True when a figure with nothing behind it is 0 or no; otherwise it is unknown (null). */
export function zeroWhenEmpty(meaning: Pick<Meaning, 'measure' | 'argument'>): boolean {
  const { measure, argument } = meaning;
  return (
    measure === 'count' ||
    measure === 'distinct' ||
    measure === 'yes_no' ||
    (measure === 'stock' && argument === null)
  );
}

/**
 * The figure of the whole: the mean over the unions whose value is known (null when of none), or
 * the number of unions that have it (yes, or more than 0).
 */
export function nationalFigure(national: National, values: readonly FigureValue[]): number | null {
  if (national === 'none') return null;
  const known = values.filter((value) => value !== null).map(Number);
  return national === 'mean' ? mean(known) : known.filter((value) => value > 0).length;
}

/** Place among the peers, 1 the highest, ties share it; null for yes/no and where nothing is known. */
export function rankAmong(own: FigureValue, peers: readonly FigureValue[]): number | null {
  if (typeof own !== 'number') return null;
  return competitionRank(
    own,
    peers.filter((value) => typeof value === 'number'),
  );
}
