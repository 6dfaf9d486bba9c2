import { addDays, type Day, daysBetween } from '../../../kernel/day.ts';

export const timelinesses = ['on_time', 'late', 'not_yet', 'overdue'] as const;

/** Sent in time, sent late, not sent and still time, not sent and late. */
export type Timeliness = (typeof timelinesses)[number];

/** Told by the day it first went up; null while it never did. The due day itself is in time. */
export function timeliness(firstSent: Day | null, dueOn: Day, today: Day): Timeliness {
  if (firstSent !== null) return firstSent <= dueOn ? 'on_time' : 'late';
  return today <= dueOn ? 'not_yet' : 'overdue';
}

/** Days before the collector's own due day that those below are asked for by default. */
const headStart = 10;

/** When those below are due by default: ten days before, but not before the round opens nor today. */
export function dueBelow(ownDue: Day, opensOn: Day, today: Day): Day {
  const earliest = [opensOn, today].sort().at(-1) ?? today;
  const wanted = addDays(ownDue, -headStart);
  const due = wanted < earliest ? earliest : wanted;
  return due > ownDue ? ownDue : due;
}

export type ReminderKind = 'opened' | 'due_soon' | 'overdue' | 'returned' | 'asked';

export interface Reminder {
  readonly kind: ReminderKind;
  /** The day it is about: each is written once for its kind and day. */
  readonly about: Day;
}

const soon = 3;
/** Nobody is written to for ever: the ninth week after the due day nothing more is sent. */
export const overdueWeeks = 8;

/** Those who were due before this day and have not sent are written to no more. */
export const remindedSince = (today: Day): Day => addDays(today, -7 * overdueWeeks);

/**
 * What the organisation is to be reminded of on a day; null when nothing is. Only for forms that
 * have not gone up, or came back.
 */
export function reminderOn(
  today: Day,
  form: { readonly openedOn: Day; readonly dueOn: Day; readonly returnedOn: Day | null },
): Reminder | null {
  if (form.returnedOn !== null) return { kind: 'returned', about: form.returnedOn };
  const left = daysBetween(today, form.dueOn);
  if (left < 0) {
    const week = Math.floor((-left - 1) / 7);
    if (week >= overdueWeeks) return null;
    return { kind: 'overdue', about: addDays(form.dueOn, 1 + 7 * week) };
  }
  if (left <= soon) return { kind: 'due_soon', about: form.dueOn };
  return { kind: 'opened', about: form.openedOn };
}
