import { addDays, type Day, FINAL_DAY, FIRST_DAY, isDay, parseDay } from './day.ts';

/** Half-open [from, until): `until` is the first day no longer in it; null is without bound. */
export interface DateRange {
  readonly from: Day | null;
  readonly until: Day | null;
}

export const always: DateRange = { from: null, until: null };

/** The form in which this module returns a range without days. */
export const emptyRange: DateRange = { from: FIRST_DAY, until: FIRST_DAY };

/** True when no day is in it: both bounds given and `until` not after `from`. */
export function isEmpty(range: DateRange): boolean {
  return range.from !== null && range.until !== null && range.until <= range.from;
}

export function contains(range: DateRange, day: Day): boolean {
  return (range.from === null || range.from <= day) && (range.until === null || day < range.until);
}

/** The days that are in both; `emptyRange` when there are none. */
export function intersect(a: DateRange, b: DateRange): DateRange {
  if (isEmpty(a) || isEmpty(b)) return emptyRange;
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const until = a.until === null || (b.until !== null && b.until < a.until) ? b.until : a.until;
  const both = { from, until };
  return isEmpty(both) ? emptyRange : both;
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  return !isEmpty(intersect(a, b));
}

/** The last day in it, null when it has no end. Throws RangeError when the range is empty. */
export function lastDay(range: DateRange): Day | null {
  if (isEmpty(range)) throw new RangeError('an empty range has no last day');
  return range.until === null ? null : addDays(range.until, -1);
}

/**
 * The range of a first and a last day as people give them, both inclusive; null is without bound,
 * and so is a last day 9999-12-31. A last day before the first gives an empty range (`isEmpty`).
 */
export function fromInclusive(first: Day | null, last: Day | null): DateRange {
  if (first !== null && !isDay(first)) throw new RangeError(`not a day: ${first}`);
  return { from: first, until: last === null || last === FINAL_DAY ? null : addDays(last, 1) };
}

/**
 * Reads PostgreSQL daterange text: '[2010-04-21,)', '(,2020-01-01]', 'empty'. Exclusive starts and
 * inclusive ends are normalised to half-open; 'infinity' is without bound. Throws RangeError.
 */
export function parseDateRange(text: string): DateRange {
  if (text.trim().toLowerCase() === 'empty') return emptyRange;
  const match = /^\s*([[(])\s*"?([^",]*?)"?\s*,\s*"?([^",]*?)"?\s*([\])])\s*$/.exec(text);
  if (!match) throw new RangeError(`not a date range: ${JSON.stringify(text)}`);
  const [, open, lower = '', upper = '', close] = match;
  const first = bound(lower, '-infinity');
  const end = bound(upper, 'infinity');
  const from = first !== null && open === '(' ? addDays(first, 1) : first;
  const range = close === ']' ? fromInclusive(from, end) : { from, until: end };
  return isEmpty(range) ? emptyRange : range;
}

/** PostgreSQL daterange text in canonical form: '[2010-04-21,)', '(,2020-01-01)', 'empty'. */
export function formatDateRange(range: DateRange): string {
  if (isEmpty(range)) return 'empty';
  return `${range.from === null ? '(' : '['}${range.from ?? ''},${range.until ?? ''})`;
}

function bound(text: string, unbounded: string): Day | null {
  if (text === '' || text.toLowerCase() === unbounded) return null;
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a day in a date range: ${JSON.stringify(text)}`);
  return day;
}
