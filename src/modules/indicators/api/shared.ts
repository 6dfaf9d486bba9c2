import { addDays, type Day } from '../../../kernel/day.ts';

export const tag = 'indicators';

/** The last day of what holds until before a day. */
export const lastOf = (until: Day | null): Day | null =>
  until === null ? null : addDays(until, -1);
