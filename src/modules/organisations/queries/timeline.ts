import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { TimelineEntry } from '../schema/index.ts';
import { nameOn } from './rows.ts';

export interface TimelineQuery {
  /** Nothing after this day is told. */
  readonly until: Day;
  /** Also facts and members: what only an office sees. */
  readonly records: boolean;
  readonly limit: number;
}

interface Row {
  readonly day: Day;
  readonly what: TimelineEntry['what'];
  readonly title: string;
  readonly detail: string | null;
  readonly code: string | null;
  readonly total: number;
}

/** What happened to an organisation until a day, newest first, and how much there is in all. */
export async function timelineOf(
  db: Db,
  id: string,
  query: TimelineQuery,
): Promise<{ items: TimelineEntry[]; total: number }> {
  const until = sql`${query.until}::date`;
  const rows = await all(
    db,
    sql<Row>`
      select e.day, e.what, e.title, e.detail, e.code, count(*) over ()::integer as total from (
        select lower(o.during) as day, 'founded' as what, n.name as title, n.decision as detail,
            null as code
          from organisation o left join organisation_name n on n.organisation_id = o.id
            and n.during @> lower(o.during) where o.id = ${id}
        union all
        select upper(o.during) - 1, 'closed', o.code, null, null from organisation o where o.id = ${id}
        union all
        select lower(n.during), 'renamed', n.name, n.decision, null from organisation_name n
          join organisation o on o.id = n.organisation_id
          where n.organisation_id = ${id} and lower(n.during) > lower(o.during)
        union all ${standing(id, query.until)}
        union all ${query.records ? sql`${memberships(id, query.until)} union all ${told(id)}` : publicFacts(id)}
      ) e where e.day <= ${until}
      order by e.day desc, e.what = 'founded', e.what, e.title collate "vi-x-icu"
      limit ${query.limit}`,
  );
  return {
    items: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
  };
}

function standing(id: string, on: Day) {
  return sql`
    select lower(a.during), 'joined', m.name, a.decision, p.code from affiliation a
      join organisation p on p.id = a.parent_id ${nameOn(sql`p.id`, on, sql.raw('m'))}
      where a.child_id = ${id} and a.deleted_at is null
    union all
    select upper(a.during) - 1, 'left', m.name, a.note, p.code from affiliation a
      join organisation p on p.id = a.parent_id ${nameOn(sql`p.id`, on, sql.raw('m'))}
      where a.child_id = ${id} and a.deleted_at is null and not upper_inf(a.during)`;
}

function memberships(id: string, on: Day) {
  return sql`
    select lower(a.during), 'member_joined', m.name, null, c.code from affiliation a
      join organisation c on c.id = a.child_id ${nameOn(sql`c.id`, on, sql.raw('m'))}
      where a.parent_id = ${id} and a.deleted_at is null
    union all
    select upper(a.during) - 1, 'member_left', m.name, null, c.code from affiliation a
      join organisation c on c.id = a.child_id ${nameOn(sql`c.id`, on, sql.raw('m'))}
      where a.parent_id = ${id} and a.deleted_at is null and not upper_inf(a.during)`;
}

function told(id: string) {
  return sql`
    select lower(f.during), 'fact', k.label,
        case k.measure when 'text' then f.words
          when 'number' then trim_scale(f.amount)::text || coalesce(' ' || k.unit, '')
          else case f.amount when 1 then 'yes' else 'no' end end, f.kind
      from organisation_fact f join fact_kind k on k.code = f.kind
      where f.organisation_id = ${id} and f.deleted_at is null`;
}

function publicFacts(id: string) {
  return sql`
    select lower(f.during), 'fact', k.label, 'yes', f.kind
      from organisation_fact f join fact_kind k on k.code = f.kind
      where f.organisation_id = ${id} and f.deleted_at is null and f.kind = 'special_status'
        and f.amount = 1`;
}
