import { vietnamDay, vietnamTime } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { NBSP } from '../../../kernel/vietnamese/spaces.ts';

export type Data = Readonly<Record<string, unknown>>;

export const show = (value: unknown): string => String(value ?? '');
export const quoted = (value: unknown): string => `“${show(value)}”`;
export const figure = (value: number): string => formatNumber(value);
/** '11/05/2026, 16:40' */
export const momentOf = (at: Date): string => {
  const { hour, minute } = vietnamTime(at);
  return `${formatDate(vietnamDay(at))}, ${two(hour)}:${two(minute)}`;
};
const two = (value: number): string => String(value).padStart(2, '0');
export const dayOf = (at: Date): string => formatDate(vietnamDay(at));
export const dayText = (day: unknown): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(show(day)) ? formatDate(show(day)) : show(day);
export const counted = (many: number, unit: string): string =>
  `${formatNumber(many)}${NBSP}${unit}`;
