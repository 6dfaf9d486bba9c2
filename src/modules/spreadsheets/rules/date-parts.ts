import { daysInMonth } from '../../../kernel/day.ts';

/** See `dateSwapOf`. */
export type DateSwap = 'swapped' | 'swap-doubt';

/** Which number comes first in '03/04/1975'. */
export type DateOrder = 'day-first' | 'month-first';

export type DateCode =
  | 'day_not_in_month'
  | 'month_out_of_range'
  | 'date_in_future'
  | 'date_too_early'
  | 'date_unreadable'
  | 'year_unclear'
  | 'year_guessed'
  | 'date_about'
  | 'date_guessed'
  | 'date_order'
  | 'date_swapped'
  | 'date_swap_doubt';

/**
 * A date of a cell. `value` is a partial date, null when nothing is left of it. `code` says what is
 * to be looked at; `year` what could be kept of a day that does not exist.
 */
export interface DateReading {
  readonly value: string | null;
  readonly code?: DateCode;
  readonly year?: number;
  readonly data?: Readonly<Record<string, number>>;
}

export interface DateRules {
  /** The year and the day of today. */
  readonly today: string;
  readonly thisYear: number;
  readonly order: DateOrder;
  readonly use: 'birth' | 'past';
  /** Date cells whose day and month Excel has taken for each other: surely, or it may be. */
  readonly swap?: DateSwap;
}

export const EARLIEST_YEAR = 1900;
export const EMPTY: DateReading = { value: null };
const SERIAL_OF_1910 = 3_654;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

export type Three = readonly [first: number, second: number, year: number];

export function ordered([first, second, year]: Three, rules: DateRules): DateReading {
  if (rules.order === 'day-first') return fromParts(first, second, year, rules);
  if (first > 12 && second <= 12) {
    const read = fromParts(first, second, year, rules);
    return read.value === null ? read : { ...read, code: 'date_order' };
  }
  return fromParts(second, first, year, rules);
}

/** A date of separate numbers; a 0 stands for what is not known. */
export function fromParts(day: number, month: number, year: number, rules: DateRules): DateReading {
  if (month === 0 && day === 0) return checked(String(year), rules);
  const kept = plausible(year, rules) ? { year } : {};
  if (month === 0 || month > 12) {
    return { value: null, code: 'month_out_of_range', ...kept, data: { day, month } };
  }
  if (year < EARLIEST_YEAR) return { value: null, code: 'date_too_early', data: { year } };
  if (day === 0) return checked(`${year}-${two(month)}`, rules);
  const last = daysInMonth(year, month);
  if (day > last) {
    return { value: null, code: 'day_not_in_month', ...kept, data: { day, month, last } };
  }
  return checked(`${year}-${two(month)}-${two(day)}`, rules);
}

export const plausible = (year: number, { thisYear }: DateRules): boolean =>
  year >= EARLIEST_YEAR && year <= thisYear;

export function checked(value: string, { today }: DateRules): DateReading {
  if (value < '1900')
    return { value: null, code: 'date_too_early', data: { year: Number(value.slice(0, 4)) } };
  if (value > today.slice(0, value.length)) {
    return { value: null, code: 'date_in_future', data: { year: Number(value.slice(0, 4)) } };
  }
  return { value };
}

export function yearOrSerial(value: number, rules: DateRules): DateReading {
  if (plausible(value, rules)) return checked(String(value), rules);
  if (value > 2_200 && value >= SERIAL_OF_1910) return serial(value, rules);
  return outOfRange(value, rules);
}

export function outOfRange(year: number, { thisYear }: DateRules): DateReading {
  const data = { year };
  if (year > 1_000 && year < EARLIEST_YEAR) return { value: null, code: 'date_too_early', data };
  if (year > thisYear && year < 2_200) return { value: null, code: 'date_in_future', data };
  return { value: null, code: 'date_unreadable' };
}

/** The day that Excel counts so (1900 system); the years of living people only. */
export function serial(value: number, rules: DateRules): DateReading {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000);
  const iso = day.toISOString().slice(0, 10);
  return iso > rules.today ? { value: null, code: 'date_unreadable' } : checked(iso, rules);
}
