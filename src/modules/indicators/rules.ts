import { type Day, yearOf } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { periodOf } from '../../kernel/period.ts';
import { competitionRank, mean } from '../../kernel/stats.ts';

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

/** What a source offers, as far as a definition is checked against it. */
export interface Offer {
  readonly time: 'instant' | 'range';
  readonly openFields: boolean;
  readonly fields: readonly {
    readonly key: string;
    readonly type: string;
    readonly options?: readonly { readonly value: string }[];
  }[];
}

/** Keys of fields that records carry in their own data, as 'data.form'. */
export const openField = /^data\.[a-z][a-z0-9_]{0,59}$/;

/** What keeps a definition from being counted. `known` are the codes and measures of the others. */
export function checkMeaning(
  meaning: Meaning,
  code: string,
  offer: Offer | undefined,
  known: ReadonlyMap<string, Measure>,
): Issue[] {
  if (meaning.measure === 'ratio') return checkRatio(meaning, code, known);
  if (meaning.measure === 'entered') return [];
  if (meaning.source === null) return [issue('source', 'choose_one')];
  if (offer === undefined) return [issue('source', 'source_unknown', { typed: meaning.source })];
  return [...checkArgument(meaning, offer), ...checkFilter(meaning.filter, offer)];
}

function checkRatio(meaning: Meaning, code: string, known: ReadonlyMap<string, Measure>): Issue[] {
  return (['numerator', 'denominator'] as const).flatMap((path) => {
    const part = meaning[path];
    if (part === null) return [issue(path, 'required')];
    const measure = part === code ? 'ratio' : known.get(part);
    if (measure === undefined) return [issue(path, 'indicator_unknown', { typed: part })];
    return measure === 'ratio' ? [issue(path, 'ratio_of_ratio', { typed: part })] : [];
  });
}

function checkArgument(meaning: Meaning, offer: Offer): Issue[] {
  const { measure, argument } = meaning;
  if (measure === 'stock' && offer.time !== 'range') return [issue('measure', 'stock_needs_range')];
  if (argument === null) {
    return measure === 'sum' || measure === 'distinct' ? [issue('argument', 'required')] : [];
  }
  if (!has(offer, argument)) return [issue('argument', 'field_unknown', { typed: argument })];
  const field = offer.fields.find((one) => one.key === argument);
  const adds = measure === 'sum' || measure === 'stock';
  return adds && field !== undefined && field.type !== 'number'
    ? [issue('argument', 'not_a_quantity', { typed: argument })]
    : [];
}

function checkFilter(filter: Filter, offer: Offer): Issue[] {
  return Object.entries(filter).flatMap(([key, values]) => {
    if (!has(offer, key)) return [issue('filter', 'field_unknown', { typed: key })];
    const options = offer.fields.find((one) => one.key === key)?.options;
    const wrong = values.find((value) => options?.every((option) => option.value !== value));
    return wrong === undefined ? [] : [issue('filter', 'value_unknown', { typed: wrong, key })];
  });
}

function has(offer: Offer, key: string): boolean {
  return (
    offer.fields.some((field) => field.key === key) || (offer.openFields && openField.test(key))
  );
}

/** A stretch of days that a value holds for, half-open, null without bound. */
export interface Span {
  readonly id: string;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** How often a row of dated values was changed: what a form compares to see that it is stale. */
export function changesOf(rows: readonly { readonly version: number }[]): number {
  return rows.reduce((sum, row) => sum + row.version, 0);
}

/** How a value that holds from a day enters a row of values, none overlapping. */
export interface DatedChange {
  /** Ends before the day, because it began earlier. */
  readonly shorten: string | null;
  /** Begins on the very day: gives way to the new value. */
  readonly replace: string | null;
  /** The new value holds until here. */
  readonly until: Day | null;
}

/** Plans a change that holds from a day (null: from the beginning) up to what follows already. */
export function planChange(spans: readonly Span[], from: Day | null): DatedChange {
  const start = from ?? '';
  const standing = spans.find(
    (span) => (span.from ?? '') <= start && (span.until === null || start < span.until),
  );
  const begins = (standing?.from ?? '') === start;
  const later = spans.map((span) => span.from ?? '').filter((day) => day > start);
  return {
    shorten: standing !== undefined && !begins ? standing.id : null,
    replace: standing !== undefined && begins ? standing.id : null,
    until: later.sort()[0] ?? null,
  };
}
