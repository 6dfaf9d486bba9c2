import type { VietnamTime } from '../clock.ts';
import { type Day, daysInMonth, makeDay, partsOf, weekday } from '../day.ts';
import { NBSP } from './spaces.ts';

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];

/** For tables: '05/01/2026'. */
export function formatDate(day: Day): string {
  const { year, month, day: number } = partsOf(day);
  return `${twoDigits(number)}/${twoDigits(month)}/${String(year).padStart(4, '0')}`;
}

/**
 * For documents: 'ngày 05 tháng 01 năm 2026', 'ngày 29 tháng 6 năm 2026'. Days under 10 and the
 * months 1 and 2 take a zero (Nghị định 30); each number stays with the word before it.
 */
export function formatDateLong(day: Day): string {
  const { year, month, day: number } = partsOf(day);
  const monthText = month <= 2 ? twoDigits(month) : String(month);
  return `ngày${NBSP}${twoDigits(number)} tháng${NBSP}${monthText} năm${NBSP}${year}`;
}

/** 'Thứ Ba', 'Chủ Nhật'. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekday(day) - 1]!;
}

/** 'Thứ Ba, 12/05/2026'. */
export function formatDateWithWeekday(day: Day): string {
  return `${weekdayName(day).replace(' ', NBSP)}, ${formatDate(day)}`;
}

/** '17 giờ' on the hour, else '17:05'. */
export function formatTime(time: Pick<VietnamTime, 'hour' | 'minute'>): string {
  if (time.minute === 0) return `${time.hour}${NBSP}giờ`;
  return `${twoDigits(time.hour)}:${twoDigits(time.minute)}`;
}

/** '17:05 12/05/2026', '09:00 12/05/2026', alike in a column: an instant as `vietnamTime` gives it. */
export function formatDateTime(time: VietnamTime): string {
  return `${twoDigits(time.hour)}:${twoDigits(time.minute)} ${formatDate(time.day)}`;
}

export const EARLIEST_TYPED_YEAR = 1000;
export const LATEST_TYPED_YEAR = 2999;

export type DateErrorCode =
  | 'unreadable'
  | 'year_out_of_range'
  | 'month_out_of_range'
  | 'day_not_in_month';

/** `data` holds day, month, year as typed, and what would be allowed; for 'unreadable' the text. */
export type ParsedDate =
  | { readonly ok: Day }
  | { readonly error: DateErrorCode; readonly data: Readonly<Record<string, number | string>> };

const DAY_FIRST = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d+)$/;
const YEAR_FIRST = /^(\d{4,})([/.-])(\d{1,2})\2(\d{1,2})$/;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d+)$/i;

/**
 * Reads a day as people type it: 5/1/2026, 05-01-2026, 5.1.2026, 2026-01-05, 'ngày 05 tháng 01 năm
 * 2026'. The day always comes before the month. A code and the parts when it is no day: 31/02/1975
 * is `day_not_in_month` with {day, month, year, last}.
 */
export function parseVietnameseDate(text: string): ParsedDate {
  const typed = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  const dayFirst = DAY_FIRST.exec(typed);
  if (dayFirst) return check(dayFirst[4], dayFirst[3], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(typed);
  if (yearFirst) return check(yearFirst[1], yearFirst[3], yearFirst[4]);
  const words = IN_WORDS.exec(typed);
  if (words) return check(words[3], words[2], words[1]);
  return { error: 'unreadable', data: { text: typed.slice(0, 60) } };
}

function check(yearText = '', monthText = '', dayText = ''): ParsedDate {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const data = { day, month, year };
  if (yearText.length !== 4 || year < EARLIEST_TYPED_YEAR || year > LATEST_TYPED_YEAR) {
    const range = { min: EARLIEST_TYPED_YEAR, max: LATEST_TYPED_YEAR };
    return { error: 'year_out_of_range', data: { ...data, ...range } };
  }
  if (month < 1 || month > 12) return { error: 'month_out_of_range', data };
  const found = makeDay(year, month, day);
  if (found !== null) return { ok: found };
  return { error: 'day_not_in_month', data: { ...data, last: daysInMonth(year, month) } };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A second in Vietnam, '2026-08-31T23:59:59', as it is announced: '23:59:59 ngày 31/08/2026'. */
export function formatSecond(second: string): string {
  const [day = '', time = ''] = second.split('T');
  return `${time} ngày ${formatDate(day)}`;
}
