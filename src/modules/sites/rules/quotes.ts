import type { Day } from '../../../kernel/day.ts';

const DAY_MS = 86_400_000;

/** Which of so many quotes is that of a day: one after the other, each as often as the others. */
export function quoteOfDay(day: Day, count: number): number {
  if (count < 1) return 0;
  const days = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  return ((days % count) + count) % count;
}
