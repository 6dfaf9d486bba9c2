import { z } from 'zod';

export interface Counts {
  readonly pages: number;
  readonly visits: number;
}

/** What the block and the public page say of a site. */
export interface SiteCounts {
  /** Readers of the last quarter of an hour. */
  readonly online: number;
  readonly today: Counts;
  readonly yesterday: Counts;
  /** The last 7 days, today included. */
  readonly week: Counts;
  /** This month. */
  readonly month: Counts;
  readonly total: Counts;
  /** The first day that was counted; null before. */
  readonly since: string | null;
  /** When this was so. */
  readonly at: Date;
}

export interface MostReadRow {
  readonly pid: string;
  readonly reads: number;
}

const count = z.number().int();
const counts = z.object({ pages: count, visits: count });

export const siteCountsShape = z.object({
  organisation: z.string(),
  online: count,
  today: counts,
  yesterday: counts,
  week: counts,
  month: counts,
  total: counts,
  since: z.string().nullable(),
  at: z.string(),
});

export const dayShape = z.object({ day: z.string(), pages: count, visits: count, reads: count });

export const mostReadShape = z.object({
  kind: z.string(),
  pid: z.string(),
  title: z.string().nullable(),
  href: z.string().nullable(),
  reads: count,
});
