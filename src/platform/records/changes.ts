import type { Change } from '../command.ts';

/** What a write changes, column by column; `old` is null for a new row. */
export function changesBetween<Row extends object>(
  old: Row | null,
  now: Row,
): Record<string, Change> {
  const keys = Object.keys(now) as (keyof Row & string)[];
  return Object.fromEntries(keys.map((key) => [key, { old: old?.[key], new: now[key] }]));
}
