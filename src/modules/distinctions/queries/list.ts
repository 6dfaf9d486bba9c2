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
import { distinctionRead } from '../policy.ts';
import type { Distinction } from '../schema.ts';
import { columns, from } from './records.ts';

export interface DistinctionFilter extends RecordFilter {
  readonly title?: string | null;
  readonly level?: string | null;
  readonly recipient?: string | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
}

export type DistinctionOrder = RecordOrder<'day' | 'title' | 'recipient' | 'organisation'>;
export type DistinctionList = DistinctionFilter & DistinctionOrder;

function matching(cx: Cx, filter: DistinctionFilter): RawBuilder<unknown> {
  const parts = recordConditions(cx, distinctionRead, filter, 'd');
  if (filter.title) parts.push(sql`d.title = ${filter.title}`);
  if (filter.level) parts.push(sql`d.level = ${filter.level}`);
  if (filter.recipient === 'person') parts.push(sql`d.recipient_person_id is not null`);
  if (filter.recipient === 'organisation') parts.push(sql`d.recipient_person_id is null`);
  if (filter.from) parts.push(sql`d.decided_on >= ${filter.from}::date`);
  if (filter.to) parts.push(sql`d.decided_on <= ${filter.to}::date`);
  return allOf(parts);
}

const collated = (column: string): RawBuilder<unknown> =>
  sql`${sql.raw(column)} collate "vi-x-icu"`;

function order(list: DistinctionList): RawBuilder<unknown> {
  const { sort } = list;
  const direction = directionOf(list);
  if (sort === 'day') return sql`d.decided_on ${direction}`;
  if (sort === 'title') return sql`t.sort ${direction}, t.code`;
  if (sort === 'organisation') return sql`${collated('n.short_name')} ${direction}`;
  // Persons by given name, then the rest; organisations by their name, among them.
  return sql`coalesce(p.given, rn.short_name) collate "vi-x-icu" ${direction},
    ${collated('p.family')} ${direction}, ${collated('p.middle')} ${direction}`;
}

/** One page of a list and how many there are in all: two queries, whatever the number of rows. */
export async function listDistinctions(
  cx: Cx,
  list: DistinctionList,
): Promise<{ rows: Distinction[]; total: number }> {
  const total = await countDistinctions(cx, list);
  const rows = await all(
    cx.db,
    sql<Distinction>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
      order by ${order(list)}, d.decided_on desc, d.pid ${pageRows(list)}`,
  );
  return { rows, total };
}

export async function countDistinctions(cx: Cx, filter: DistinctionFilter): Promise<number> {
  const found = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from distinction d
      join organisation o on o.id = d.organisation_id where ${matching(cx, filter)}`,
  );
  return found.total;
}

/** What the register of an office can be narrowed to. */
export function distinctionFacets(cx: Cx, under: string): Promise<Facets> {
  return facetsOf(
    cx,
    sql`select d.organisation_id, extract(year from d.decided_on)::integer as year,
        count(*) as many
      from distinction d where ${matching(cx, { under })} group by 1, 2`,
  );
}
