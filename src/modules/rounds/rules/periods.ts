import type { Day } from '../../../kernel/day.ts';
import {
  nextPeriod,
  type Period,
  type PeriodKind,
  periodEnd,
  periodOf,
  previousPeriod,
} from '../../../kernel/period.ts';

export type RoundPeriodKind = 'month' | 'quarter' | 'half_year' | 'year' | 'term';

const before: Readonly<Record<string, number>> = { month: 14, quarter: 9, half_year: 9, year: 9 };

/** Periods that a round may be opened for, the latest first: the one after today's, and some before. */
export function offeredPeriods(kind: RoundPeriodKind, today: Day): readonly Period[] {
  if (kind === 'term') return [];
  const now = periodOf(kind, today);
  const next = nextPeriod(now);
  const periods: Period[] = next === null ? [now] : [next, now];
  for (let more = before[kind] ?? 0; more > 0; more -= 1) {
    const earlier = previousPeriod(periods.at(-1) as Period);
    if (earlier === null) break;
    periods.push(earlier);
  }
  return periods;
}

/** The period that is likely meant today: the one that ends next or ended less than 60 days ago. */
export function likelyPeriod(kind: Exclude<RoundPeriodKind, 'term'>, today: Day): Period {
  const now = periodOf(kind, today);
  const earlier = previousPeriod(now);
  if (earlier === null) return now;
  const days = (Date.parse(today) - Date.parse(periodEnd(earlier))) / 86_400_000;
  return days <= 60 ? earlier : now;
}

export type { PeriodKind };
