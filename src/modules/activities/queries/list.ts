import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import {
  allOf,
  directionOf,
  pageRows,
  type RecordFilter,
  type RecordOrder,
  recordConditions,
} from '../../../platform/records/list-query.ts';
import { type Facets, facetsOf } from '../../organisations/index.ts';
import { activityRead } from '../policy.ts';
import type { Activity } from '../schema/index.ts';
import { columns, from } from './records.ts';

export interface ActivityFilter extends RecordFilter {
  readonly kind?: string | null;
  readonly role?: string | null;
  /** Activities of which some day lies between the two. */
  readonly from?: Day | null;
  readonly to?: Day | null;
}

export type ActivityOrder = RecordOrder<'day' | 'title' | 'organisation'>;
export type ActivityList = ActivityFilter & ActivityOrder;

function matching(cx: Cx, filter: ActivityFilter): RawBuilder<unknown> {
  const parts = recordConditions(cx, activityRead, filter, 'a');
  if (filter.kind) parts.push(sql`a.kind = ${filter.kind}`);
  if (filter.role) parts.push(sql`a.role = ${filter.role}`);
  if (filter.from) parts.push(sql`coalesce(a.ends_on, a.starts_on) >= ${filter.from}::date`);
  if (filter.to) parts.push(sql`a.starts_on <= ${filter.to}::date`);
  return allOf(parts);
}

const orders = {
  day: sql`a.starts_on`,
  title: sql`a.title collate "vi-x-icu"`,
  organisation: sql`n.short_name collate "vi-x-icu"`,
};

/** One page of a list and how many there are in all: two queries, whatever the number of rows. */
export async function listActivities(
  cx: Cx,
  list: ActivityList,
): Promise<{ rows: Activity[]; total: number }> {
  const total = await countActivities(cx, list);
  const rows = await all(
    cx.db,
    sql<Activity>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
      order by ${orders[list.sort]} ${directionOf(list)}, a.starts_on desc, a.pid ${pageRows(list)}`,
  );
  return { rows, total };
}

export async function countActivities(cx: Cx, filter: ActivityFilter): Promise<number> {
  const found = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total
      from activity a join organisation o on o.id = a.organisation_id where ${matching(cx, filter)}`,
  );
  return found.total;
}

/** What the list of an office can be narrowed to. */
export function activityFacets(cx: Cx, under: string): Promise<Facets> {
  return facetsOf(
    cx,
    sql`select a.organisation_id, extract(year from a.starts_on)::integer as year, count(*) as many
      from activity a where ${matching(cx, { under })} group by 1, 2`,
  );
}
