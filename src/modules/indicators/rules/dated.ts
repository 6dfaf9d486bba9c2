import type { Day } from '../../../kernel/day.ts';

/** A stretch of days that a value holds for, half-open, null without bound. */
export interface Span {
  readonly id: string;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** How often a row of dated values was changed: what a form compares to see that it is stale. */
export function changesOf(rows: readonly { readonly version: number }[]): number {
  return rows.reduce((sum, row) => sum + row.version, 0);
}

/** How a value that holds from a day enters a row of values, none overlapping. */
export interface DatedChange {
  /** Ends before the day, because it began earlier. */
  readonly shorten: string | null;
  /** Begins on the very day: gives way to the new value. */
  readonly replace: string | null;
  /** The new value holds until here. */
  readonly until: Day | null;
}

/** Plans a change that holds from a day (null: from the beginning) up to what follows already. */
export function planChange(spans: readonly Span[], from: Day | null): DatedChange {
  const start = from ?? '';
  const standing = spans.find(
    (span) => (span.from ?? '') <= start && (span.until === null || start < span.until),
  );
  const begins = (standing?.from ?? '') === start;
  const later = spans.map((span) => span.from ?? '').filter((day) => day > start);
  return {
    shorten: standing !== undefined && !begins ? standing.id : null,
    replace: standing !== undefined && begins ? standing.id : null,
    until: later.sort()[0] ?? null,
  };
}
