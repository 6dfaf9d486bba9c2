/** A calendar day as 'YYYY-MM-DD', years 0001 to 9999. Comparable with `<` and `===`. */
export type Day = string;

export interface DayParts {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const FIRST_DAY: Day = '0001-01-01';
export const FINAL_DAY: Day = '9999-12-31';

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days in a month (1 to 12) of a year. Throws RangeError for another month. */
export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`no such month: ${month}`);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** The day of these parts, or null where the calendar has no such day (31/02, month 13, year 0). */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return format(year, month, day);
}

/** Strict ISO 'YYYY-MM-DD' of a day that exists; null for anything else, also with white space. */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && parseDay(value) !== null;
}

/** Year, month and day of the month. Throws RangeError when `day` is not a day. */
export function partsOf(day: Day): DayParts {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
}

export function yearOf(day: Day): number {
  return partsOf(day).year;
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  // Day number 1 is 0001-01-01, a Monday in the proleptic Gregorian calendar.
  return ((toNumber(day) - 1) % 7) + 1;
}

/** The day `count` days later (earlier if negative). Throws RangeError outside years 1 to 9999. */
export function addDays(day: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days: ${count}`);
  return fromNumber(toNumber(day) + count);
}

/** The same day of the month `count` months later, clamped: 31/01 + 1 month = 28/02 or 29/02. */
export function addMonths(day: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of months: ${count}`);
  const parts = partsOf(day);
  const months = parts.year * 12 + (parts.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const result = makeDay(year, month, Math.min(parts.day, daysInMonth(year, month)));
  if (result === null) throw new RangeError(`outside the calendar: ${day} + ${count} months`);
  return result;
}

/** The same day `count` years later; 29/02 becomes 28/02 in a common year. */
export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}

/** Days from `from` to `until`: 0 for the same day, negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return toNumber(until) - toNumber(from);
}

function format(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

// Counted by hand: `Date.UTC` takes years 0 to 99 for 1900 to 1999.
function toNumber(day: Day): number {
  const parts = partsOf(day);
  let number = daysBeforeYear(parts.year) + parts.day;
  for (let month = 1; month < parts.month; month++) number += daysInMonth(parts.year, month);
  return number;
}

function fromNumber(number: number): Day {
  let year = Math.max(1, Math.floor(number / 365.2425));
  while (daysBeforeYear(year + 1) < number) year++;
  let rest = number - daysBeforeYear(year);
  let month = 1;
  while (month < 12 && rest > daysInMonth(year, month)) rest -= daysInMonth(year, month++);
  const day = makeDay(year, month, rest);
  if (day === null) throw new RangeError('outside the calendar of years 1 to 9999');
  return day;
}
