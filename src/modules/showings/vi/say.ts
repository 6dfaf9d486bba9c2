import { vietnamDay, vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

export const dayOf = (at: Date): string => formatDate(vietnamDay(at));
export const timeOf = (at: Date): string => {
  const time = vietnamTime(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${formatDate(time.day)}, ${two(time.hour)}:${two(time.minute)}`;
};
export const momentOf = (at: Date): string => formatDateTime(vietnamTime(at));
export const count = (value: number): string => formatNumber(value);
