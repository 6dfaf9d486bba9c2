import { vietnamDay, vietnamTime } from './clock.ts';
import { type Day, partsOf, weekday } from './day.ts';

// How English pages write what Vietnamese ones write in their own way. The time is that of Vietnam.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const numbers = new Intl.NumberFormat('en-GB');

/** 'May', from 1. */
export const englishMonth = (month: number): string => MONTHS[month - 1]!;

/** '5 May 2026': never read as another day, wherever the reader is. */
export function englishDate(day: Day): string {
  const { year, month, day: number } = partsOf(day);
  return `${number} ${englishMonth(month)} ${year}`;
}

/** 'Tuesday, 5 May 2026' */
export const englishDateWithWeekday = (day: Day): string =>
  `${WEEKDAYS[weekday(day) - 1]!}, ${englishDate(day)}`;

/** The day of an instant: '5 May 2026'. */
export const englishDayOf = (at: Date): string => englishDate(vietnamDay(at));

/** '5 May 2026, 09:05' */
export function englishMoment(at: Date): string {
  const { day, hour, minute } = vietnamTime(at);
  return `${englishDate(day)}, ${two(hour)}:${two(minute)}`;
}

/** '1,234.5' */
export const englishNumber = (value: number): string => numbers.format(value);

/** '1 comment', '1,234 comments' */
export const englishCount = (many: number, one: string, more = `${one}s`): string =>
  `${englishNumber(many)}\u00a0${many === 1 ? one : more}`;

const two = (value: number): string => String(value).padStart(2, '0');
