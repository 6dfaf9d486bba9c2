import { vietnamTime } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { contentDisposition, csvOf } from '../../../platform/documents/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { CountLine } from '../pages/tables.tsx';
import type { DayCounts, MonthCounts } from '../rules/index.ts';
import { words } from '../vi/index.ts';

/** Under /vp/{code}/. */
export const officePath = 'truy-cap';
/** Under /{code}/. */
export const sitePath = 'so-lieu-truy-cap';

export const asOf = (at: Date): string => formatDateTime(vietnamTime(at));

export const dayLine =
  (href: (day: Day) => string) =>
  ({ day, ...counts }: DayCounts): CountLine => ({
    label: formatDate(day),
    href: href(day),
    ...counts,
  });

export const monthLine =
  (href: (month: string) => string | undefined) =>
  ({ month, ...counts }: MonthCounts): CountLine => ({
    label: words.monthName(month),
    href: href(month),
    ...counts,
  });

/** Rows of counts as a CSV file, dates as programs write them. */
export function sendCounts(
  c: WebContext,
  head: string,
  rows: readonly { key: string; visits: number; pages: number; reads: number }[],
): Response {
  const text = csvOf([
    [head, words.visits, words.pages, words.reads],
    ...rows.map((row) => [row.key, row.visits, row.pages, row.reads]),
  ]);
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': contentDisposition(`${words.file(c.var.place.code)}.csv`),
  });
}
