import { type Day, daysInMonth, makeDay, partsOf } from './day.ts';
import { formatDate } from './vietnamese/dates.ts';
import { foldForSearch } from './vietnamese/fold.ts';

/** A day as far as it is known: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Comparable as text within a form. */
export type PartialDate = string;

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export interface PartialParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The parts of a partial date; null for what is none, also for 2019-02-31. */
export function partialParts(text: string): PartialParts | null {
  const match = PARTIAL.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  return makeDay(year, month ?? 1, day ?? 1) === null ? null : { year, month, day };
}

/** For screens and files: '1968', '03/1968', '12/03/1968'; the text itself when it is none. */
export function formatPartialDate(date: PartialDate): string {
  const parts = partialParts(date);
  if (parts === null) return date;
  if (parts.month === null) return String(parts.year).padStart(4, '0');
  if (parts.day === null) return `${date.slice(5, 7)}/${date.slice(0, 4)}`;
  return formatDate(date);
}

/** The first and the last day that it may be. Throws RangeError for what is no partial date. */
export function daysOf(date: PartialDate): { readonly first: Day; readonly last: Day } {
  const parts = partialParts(date);
  if (parts === null) throw new RangeError(`not a partial date: ${JSON.stringify(date)}`);
  const { year, month, day } = parts;
  if (day !== null) return { first: date, last: date };
  const lastMonth = month ?? 12;
  return {
    first: makeDay(year, month ?? 1, 1)!,
    last: makeDay(year, lastMonth, daysInMonth(year, lastMonth))!,
  };
}

/** True when both may be the same day: '1968' and '1968-03-12'. */
export function compatibleDates(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Full years on a day of somebody born then: from–to, as far as it can be known; null before birth. */
export function ageOn(
  birth: PartialDate,
  day: Day,
): { readonly from: number; readonly to: number } | null {
  const { first, last } = daysOf(birth);
  const to = fullYears(first, day);
  return to < 0 ? null : { from: Math.max(0, fullYears(last, day)), to };
}

function fullYears(from: Day, day: Day): number {
  const years = partsOf(day).year - partsOf(from).year;
  return day.slice(5) < from.slice(5) ? years - 1 : years;
}

export type PartialDateError =
  | 'date_unreadable'
  | 'date_year_range'
  | 'date_two_digits'
  | 'month_out_of_range'
  | 'day_not_in_month'
  | 'date_in_future';

/** `guessed`: how a two-digit year was understood, 'doubtful' when somebody should look at it. */
export type ParsedPartialDate =
  | { readonly ok: PartialDate; readonly guessed?: 'century' | 'doubtful' }
  | {
      readonly error: PartialDateError;
      readonly data: Readonly<Record<string, string | number>>;
    };

export interface PartialDateReading {
  readonly today: Day;
  /**
   * What '12/3/68' means: 'birth' takes the century of a grown person (05 is 2005, 25 is 1925 and
   * doubtful), 'past' the latest year that is over; otherwise it is refused.
   */
  readonly twoDigitYears?: 'birth' | 'past' | 'refuse';
}

const EARLIEST = 1880;

/**
 * Reads what people type: '1968', '3/1968', '12/3/1968', 1968-03-12, '00/00/1968', 'sinh 1968',
 * also in words. The day stands before the month. A day after `today` is refused.
 */
export function parsePartialDate(text: string, reading: PartialDateReading): ParsedPartialDate {
  const typed = text.normalize('NFC').trim().slice(0, 60);
  const found = numbersOf(typed);
  if (found === null) return { error: 'date_unreadable', data: { typed } };
  const [dayText, monthText, yearText] = found;
  const year = readYear(yearText, reading);
  if ('error' in year) return { error: year.error, data: { typed, ...year.data } };
  const month = Number(monthText);
  const day = Number(dayText);
  if (month === 0 && day > 0) return { error: 'month_out_of_range', data: { typed, month, day } };
  const data = { typed, day, month, year: year.ok };
  if (month > 12) return { error: 'month_out_of_range', data };
  if (month > 0 && day > daysInMonth(year.ok, month)) {
    return { error: 'day_not_in_month', data: { ...data, last: daysInMonth(year.ok, month) } };
  }
  const ok = [String(year.ok), ...[month, day].filter((n) => n > 0).map(two)].join('-');
  if (daysOf(ok).first > reading.today) return { error: 'date_in_future', data: { typed } };
  return year.guessed === undefined ? { ok } : { ok, guessed: year.guessed };
}

type Numbers = readonly [day: string, month: string, year: string];

// Folded, every sign is a space: '12/3/1968' is '12 3 1968'.
const WORDS = /\b(?:sinh|sn|ngay|thang|nam|khoang|nhap hoi|vao hoi|tu)\b/g;

function numbersOf(typed: string): Numbers | null {
  const folded = foldForSearch(
    typed.replace(/T(?=\d\d:)/, ' ').replace(/[?_xX]{1,4}(?=[\s/.-])|(?<=[/.-])\s*-+/g, '0'),
  );
  // A time of the day is what a date cell leaves behind when it is turned into text.
  const bare = folded.replace(/\b00 00(?: 00)?$/, '').replace(WORDS, ' ');
  const parts = bare.trim().split(/\s+/);
  if (parts.some((part) => !/^\d{1,8}$/.test(part))) return null;
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return alone(first);
  if (parts.length === 2) {
    if (first.length === 4) return ['0', second, first];
    return short(first) ? ['0', first, second] : null;
  }
  if (parts.length !== 3) return null;
  if (first.length === 4) return short(second) && short(third) ? [third, second, first] : null;
  return short(first) && short(second) ? [first, second, third] : null;
}

const short = (part: string): boolean => part.length <= 2;

function alone(part: string): Numbers | null {
  if (part.length === 8) return [part.slice(0, 2), part.slice(2, 4), part.slice(4)];
  return part.length === 4 || part.length === 2 ? ['0', '0', part] : null;
}

type ReadYear =
  | { readonly ok: number; readonly guessed?: 'century' | 'doubtful' }
  | { readonly error: PartialDateError; readonly data: Readonly<Record<string, number>> };

function readYear(text: string, { today, twoDigitYears = 'refuse' }: PartialDateReading): ReadYear {
  const now = partsOf(today).year;
  const value = Number(text);
  if (text.length === 2) {
    if (twoDigitYears === 'refuse') return { error: 'date_two_digits', data: {} };
    return twoDigitYears === 'birth' ? birthYear(value, now) : pastYear(value, now);
  }
  if (text.length !== 4 || value < EARLIEST || value > now) {
    return { error: 'date_year_range', data: { year: value, min: EARLIEST, max: now } };
  }
  return { ok: value };
}

// A member is 14 at least; who would be over 95 may as well be a slip of the hand.
function birthYear(value: number, now: number): ReadYear {
  const recent = 2000 + value;
  if (now - recent >= 14) return { ok: recent, guessed: 'century' };
  const age = now - (1900 + value);
  return { ok: 1900 + value, guessed: age > 95 ? 'doubtful' : 'century' };
}

function pastYear(value: number, now: number): ReadYear {
  return { ok: 2000 + value <= now ? 2000 + value : 1900 + value, guessed: 'century' };
}

const two = (value: number): string => String(value).padStart(2, '0');
