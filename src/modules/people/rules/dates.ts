import { addDays, type Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { daysOf, type PartialDate } from '../../../kernel/partial-date.ts';

/** A date that cannot lie in the future does not. */
export function pastIssues(path: string, date: PartialDate | null, today: Day): Issue[] {
  if (date === null || daysOf(date).first <= today) return [];
  return [issue(path, 'date_in_future', { typed: date })];
}

/** Nobody joins before being born. */
export function bornBeforeJoining(birth: PartialDate | null, joined: PartialDate | null): Issue[] {
  if (birth === null || joined === null || daysOf(joined).last >= daysOf(birth).first) return [];
  return [issue('joined', 'joined_before_birth')];
}

/** The first day of a membership: as given, else the first day that `joined` may be, else today. */
export function firstDay(joined: PartialDate | null, from: Day | null, today: Day): Day {
  return from ?? (joined === null ? today : daysOf(joined).first);
}

/** A last day lies neither before the first one nor in the future. */
export function lastDayIssues(path: string, from: Day | null, last: Day, today: Day): Issue[] {
  if (from !== null && last < from) {
    return [issue(path, 'end_before_start', { start: from, end: last })];
  }
  return last > today ? [issue(path, 'end_in_future', { typed: last })] : [];
}

/** The first day that is no longer in it. */
export const dayAfter = (last: Day): Day => addDays(last, 1);
