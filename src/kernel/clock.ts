import { type Day, isDay } from './day.ts';

/** The only source of the time of day; handed in, so that tests and replays can freeze it. */
export interface Clock {
  now(): Date;
  /** The day in Vietnam at `now()`, whatever the time zone of the machine. */
  today(): Day;
}

export interface VietnamTime {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

// Vietnam has kept UTC+7 without summer time since 1975; no instant that we store is older.
const OFFSET_MS = 7 * 60 * 60 * 1000;
const ZONELESS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** Day and time of day in Vietnam (UTC+7). Throws RangeError for an invalid date. */
export function vietnamTime(date: Date): VietnamTime {
  const iso = new Date(date.getTime() + OFFSET_MS).toISOString();
  return {
    day: iso.slice(0, 10),
    hour: Number(iso.slice(11, 13)),
    minute: Number(iso.slice(14, 16)),
    second: Number(iso.slice(17, 19)),
  };
}

/** The calendar day in Vietnam at this instant. Throws RangeError for an invalid date. */
export function vietnamDay(date: Date): Day {
  return vietnamTime(date).day;
}

/** The instant at which this day and time of day begin in Vietnam. */
export function vietnamInstant(day: Day, hour = 0, minute = 0, second = 0): Date {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
  const seconds = (hour * 60 + minute) * 60 + second;
  return new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000 - OFFSET_MS);
}

export const systemClock: Clock = clockOf(() => new Date());

/**
 * A clock that stands still. `iso` is an instant ('2026-05-12T10:00:00Z', '…+07:00'); without a
 * zone, or as a bare day, it is read as Vietnam time. Throws RangeError when unreadable.
 */
export function fixedClock(iso: string): Clock {
  const zoned = isDay(iso) ? `${iso}T00:00:00+07:00` : ZONELESS.test(iso) ? `${iso}+07:00` : iso;
  const instant = Date.parse(zoned);
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${JSON.stringify(iso)}`);
  return clockOf(() => new Date(instant));
}

function clockOf(now: () => Date): Clock {
  return { now, today: () => vietnamDay(now()) };
}
