import { addDays, type Day } from '../../../kernel/day.ts';

/** How far back "most read" looks. */
export const spans = ['day', 'week', 'month', 'all'] as const;
export type Span = (typeof spans)[number];

const days: Readonly<Record<Span, number | null>> = { day: 1, week: 7, month: 30, all: null };

/** First day that counts, today being the last; null: from the beginning. */
export function spanOf(span: Span, today: Day): Day | null {
  const count = days[span];
  return count === null ? null : addDays(today, 1 - count);
}

export interface DayCounts {
  readonly day: Day;
  readonly pages: number;
  readonly visits: number;
  readonly reads: number;
}

export interface MonthCounts {
  /** '2026-11' */
  readonly month: string;
  readonly pages: number;
  readonly visits: number;
  readonly reads: number;
}

/** Days in their order, summed by month. */
export function monthsOf(list: readonly DayCounts[]): MonthCounts[] {
  const months = new Map<string, MonthCounts>();
  for (const { day, pages, visits, reads } of list) {
    const month = day.slice(0, 7);
    const before = months.get(month) ?? { month, pages: 0, visits: 0, reads: 0 };
    months.set(month, {
      month,
      pages: before.pages + pages,
      visits: before.visits + visits,
      reads: before.reads + reads,
    });
  }
  return [...months.values()];
}
