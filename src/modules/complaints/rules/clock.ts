import { addDays, type Day, daysBetween, weekday } from '../../../kernel/day.ts';
import type { ComplaintState } from './states.ts';

export const countings = ['calendar', 'working'] as const;
/** Every day counts, or Monday to Friday; public holidays are not known and count as any other day. */
export type Counting = (typeof countings)[number];

/** How many days an office gives itself. */
export interface ComplaintRules {
  /** From the day on which it was received, which is not counted. */
  readonly accept: number;
  /** From the day on which it was accepted for handling, which is not counted. */
  readonly answer: number;
  readonly counting: Counting;
  /** What the days rest on; empty: nothing is told. */
  readonly basis: string;
}

/** The most days that may be set, and the most by which the time to answer may be extended. */
export const mostDays = 365;
export const mostMore = 60;

const counts = (day: Day, counting: Counting): boolean =>
  counting === 'calendar' || weekday(day) <= 5;

/** The last day, included, of so many days (1 or more) after a day, which is itself not counted. */
export function dueDay(from: Day, days: number, counting: Counting): Day {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of days: ${days}`);
  if (counting === 'calendar') return addDays(from, days);
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (counts(day, counting)) left -= 1;
  }
  return day;
}

/** 0 on the last day, negative when it is over: in days of the calendar, however they were counted. */
export const daysLeft = (due: Day, today: Day): number => daysBetween(today, due);

/** So many days before a last day the desk tells of it. */
export const soonDays = 3;

export const timings = ['ahead', 'soon', 'over'] as const;
/** Where a last day lies from today. */
export type Timing = (typeof timings)[number];

export function timingOf(due: Day, today: Day): Timing {
  const left = daysLeft(due, today);
  return left < 0 ? 'over' : left <= soonDays ? 'soon' : 'ahead';
}

/** What a complaint waits for. */
export interface Clocked {
  readonly state: ComplaintState;
  readonly acceptBy: Day;
  readonly answerBy: Day | null;
}

/** The last day that runs: to accept it or, once accepted, to answer; null: none does any more. */
export function runningDay({ state, acceptBy, answerBy }: Clocked): Day | null {
  if (state === 'received') return acceptBy;
  return state === 'accepted' || state === 'handling' ? answerBy : null;
}

/** Whether a letter that came on a day came while complaints were taken; days have no seconds. */
export const cameInTime = (
  windows: readonly { readonly opens: string | null; readonly closes: string | null }[],
  day: Day,
): boolean =>
  windows.some(
    ({ opens, closes }) =>
      opens !== null &&
      opens.slice(0, 10) <= day &&
      (closes === null || day <= closes.slice(0, 10)),
  );
