import { type Day, makeDay } from '../../../kernel/day.ts';
import { calendarWords } from '../vi.ts';

const SECONDS = 86_400;
/** 31/12/9999, the last day that Excel knows, in the 1900 system. */
const LAST_SERIAL = 2_958_465;
/** Days from the first day of the 1900 system to that of the 1904 system. */
export const SHIFT_1904 = 1_462;

/** What a serial number of days is; `month` 0 or `day` 0 are Excel's own 00/01/1900. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Of a second, 0 up to 1. */
  readonly fraction: number;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
  /** Days and their fraction in the 1900 system, for elapsed hours. */
  readonly serial: number;
  /** Null for the days that Excel shows and the calendar does not have. */
  readonly iso: Day | null;
}

/**
 * Null outside the range in which Excel shows a date (it shows ######## there). `decimals` of a
 * second are shown; -1 where no time is.
 */
export function momentOf(value: number, is1904: boolean, decimals: number): Moment | null {
  const serial = is1904 ? value + SHIFT_1904 : value;
  if (!(value >= 0) || serial >= LAST_SERIAL + 1) return null;
  let day = Math.floor(serial);
  // A shown time is rounded and may reach the next day; without one only the error of arithmetic is.
  const scale = decimals < 0 ? 1000 : 10 ** decimals;
  let ticks = Math.round((serial - day) * SECONDS * scale);
  if (ticks >= SECONDS * scale) {
    ticks = 0;
    day++;
  }
  const seconds = Math.floor(ticks / scale);
  return {
    ...civil(day),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: (ticks % scale) / scale,
    weekday: (day + 6) % 7,
    serial,
  };
}

// Lotus took 1900 for a leap year and Excel kept its 29 February, serial 60.
function civil(serial: number): Pick<Moment, 'year' | 'month' | 'day' | 'iso'> {
  if (serial === 60) return { year: 1900, month: 2, day: 29, iso: null };
  if (serial === 0) return { year: 1900, month: 1, day: 0, iso: null };
  const days = serial - (serial > 60 ? 25_569 : 25_568) + 719_468;
  const era = Math.floor(days / 146_097);
  const inEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const dayOfYear =
    inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day, iso: makeDay(year, month, day) };
}

/** The serial number (1900 system) of an ISO day, to read cells that hold ISO dates. */
export function serialOf(year: number, month: number, day: number): number {
  const days = Date.UTC(2000, month - 1, day) / 86_400_000 - 10_957;
  const from2000 = (Date.UTC(year, month - 1, day) - Date.UTC(2000, month - 1, day)) / 86_400_000;
  const serial = 36_526 + days + from2000;
  return serial > 60 ? serial : serial - 1;
}

/** A piece of a date format: `y` `m` `d` `h` `n` (minutes) `s` with its length, or a literal. */
export type DatePiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'y' | 'm' | 'd' | 'h' | 'n' | 's' | 'ampm' | 'ap'; readonly length: number }
  | { readonly kind: 'elapsed'; readonly unit: 'h' | 'n' | 's'; readonly length: number }
  | { readonly kind: 'fraction'; readonly length: number };

export interface DateSection {
  readonly pieces: readonly DatePiece[];
  /** Shows a year, a month or a day of the month, not only a time. */
  readonly hasDay: boolean;
  readonly twelveHours: boolean;
  /** Digits of a second that are shown; -1 where no time is. */
  readonly decimals: number;
  readonly vietnamese: boolean;
}

export function showDate(section: DateSection, moment: Moment): string {
  let text = '';
  for (const piece of section.pieces) text += showPiece(piece, section, moment);
  return text;
}

function showPiece(piece: DatePiece, section: DateSection, at: Moment): string {
  if (piece.kind === 'literal') return piece.text;
  if (piece.kind === 'elapsed') return elapsed(piece.unit, piece.length, at);
  const { length } = piece;
  const words = section.vietnamese ? calendarWords.vietnamese : calendarWords.english;
  switch (piece.kind) {
    case 'y':
      return length <= 2 ? pad(at.year % 100, 2) : pad(at.year, 4);
    case 'm':
      return length <= 2 ? pad(at.month, length) : named(words, 'month', at.month - 1, length);
    case 'd':
      return length <= 2 ? pad(at.day, length) : named(words, 'weekday', at.weekday, length);
    case 'h':
      return pad(section.twelveHours ? at.hour % 12 || 12 : at.hour, length);
    case 'n':
      return pad(at.minute, length);
    case 's':
      return pad(at.second, length);
    case 'ampm':
      return at.hour < 12 ? words.am : words.pm;
    case 'ap':
      return at.hour < 12 ? 'A' : 'P';
    case 'fraction':
      return pad(Math.round(at.fraction * 10 ** length), length);
  }
}

function elapsed(unit: 'h' | 'n' | 's', length: number, at: Moment): string {
  const seconds = Math.floor(at.serial) * SECONDS + at.hour * 3600 + at.minute * 60 + at.second;
  if (unit === 'h') return pad(Math.floor(seconds / 3600), length);
  return pad(unit === 'n' ? Math.floor(seconds / 60) : seconds, length);
}

function named(
  words: typeof calendarWords.english | typeof calendarWords.vietnamese,
  what: 'month' | 'weekday',
  index: number,
  length: number,
): string {
  const long = words[what][index] ?? '';
  if (length === 5 && what === 'month') return long.slice(0, 1);
  return length === 3
    ? (words[what === 'month' ? 'shortMonth' : 'shortWeekday'][index] ?? '')
    : long;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
