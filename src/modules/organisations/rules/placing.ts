import { contains, type DateRange, isEmpty, lastDay } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';

/** A stored value that holds for a time: a name, a fact. */
export interface DatedValue {
  readonly id: string;
  readonly during: DateRange;
}

/** Where a new dated value goes among those that are there. */
export type Placement =
  | { readonly kind: 'replace'; readonly id: string; readonly during: DateRange }
  | {
      readonly kind: 'insert';
      readonly during: DateRange;
      readonly cut: { readonly id: string; readonly during: DateRange } | null;
    }
  | { readonly kind: 'refuse'; readonly issue: Issue };

/**
 * Places a value that holds from a day on: it ends the one that holds on that day, and lasts until
 * the next one or the end of `bounds`. One that starts on the very same day is replaced: it was a
 * slip. `last` (inclusive) ends it earlier; it must not run into a later value.
 */
export function placeValue(
  values: readonly DatedValue[],
  bounds: DateRange,
  from: Day,
  until: Day | null,
): Placement {
  const outside = checkWithin(bounds, { from, until });
  if (outside !== null) return { kind: 'refuse', issue: outside };
  const same = values.find((value) => value.during.from === from);
  const next = values
    .filter((value) => value.during.from !== null && value.during.from > from)
    .map((value) => value.during.from as Day)
    .sort()[0];
  if (until !== null && next !== undefined && until > next) {
    return { kind: 'refuse', issue: issue('to', 'later_value', { next }) };
  }
  if (same !== undefined) {
    return { kind: 'replace', id: same.id, during: { from, until: until ?? same.during.until } };
  }
  const held = values.find((value) => contains(value.during, from));
  const natural = held?.during.until ?? next ?? bounds.until;
  return {
    kind: 'insert',
    during: { from, until: until ?? natural },
    cut:
      held === undefined ? null : { id: held.id, during: { from: held.during.from, until: from } },
  };
}

/** An issue when `during` is empty or leaves the time in which the organisation exists. */
export function checkWithin(existence: DateRange, during: DateRange): Issue | null {
  if (isEmpty(during)) {
    return issue('to', 'end_before_start', { start: during.from, end: lastOf(during) });
  }
  if (existence.from !== null && (during.from === null || during.from < existence.from)) {
    return issue('from', 'before_founding', { founded: existence.from });
  }
  if (existence.until === null) return null;
  if (during.from !== null && during.from >= existence.until) {
    return issue('from', 'after_closing', { closed: lastOf(existence) });
  }
  if (during.until !== null && during.until > existence.until) {
    return issue('to', 'after_closing', { closed: lastOf(existence) });
  }
  return null;
}

// The last day as people say it, also of an empty range (the day before its end).
export function lastOf(range: DateRange): Day | null {
  return range.until === null ? null : lastDay({ from: null, until: range.until });
}
