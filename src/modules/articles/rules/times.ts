import { vietnamInstant } from '../../../kernel/clock.ts';
import { addDays, type Day } from '../../../kernel/day.ts';

const TIME = /^(\d{1,2})(?:\s*(?::|h|gi\u1edd)\s*(\d{1,2})?)?\s*(?:ph\u00fat)?$/i;

/** Hour and minute as typed: '17:05', '17h05', '7 giờ', '17'; null when it is no time of day. */
export function readTime(typed: string): { readonly hour: number; readonly minute: number } | null {
  const found = TIME.exec(typed.trim().normalize('NFC'));
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')];
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** The instant of a day and a time in Vietnam. */
export const instantOf = (
  day: Day,
  time: { readonly hour: number; readonly minute: number },
): Date => vietnamInstant(day, time.hour, time.minute);

/** What is public until the end of a day goes with the first second of the next one. */
export const afterDay = (day: Day): Date => vietnamInstant(addDays(day, 1));
