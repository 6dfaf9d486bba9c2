import { type RawBuilder, sql } from 'kysely';

// What figures are computed from. The title is a sub-select: it costs nothing where it is not asked for.

/** One row for each affiliation, counted for the parent while it lasts. */
export const memberRows = () => sql`
  select a.parent_id as organisation_id, a.id as record_id, a.pid,
    (select n.name from organisation_name n where n.organisation_id = a.child_id
      order by lower(n.during) desc limit 1) as title,
    lower(a.during) as from_day, upper(a.during) as to_day,
    c.kind as child_kind, a.kind as affiliation_kind
  from affiliation a join organisation c on c.id = a.child_id and c.deleted_at is null
  where a.deleted_at is null`;

/** One row for each declared fact while it holds. A plain "no" is no record: nothing counts it. */
export const factRows = () => sql`
  select f.organisation_id, f.id as record_id, f.pid, k.label as title,
    lower(f.during) as from_day, upper(f.during) as to_day, f.kind, f.amount, f.words
  from organisation_fact f join fact_kind k on k.code = f.kind
  where f.deleted_at is null and not (k.measure = 'yes_no' and f.amount = 0)`;

/** One row for each organisation, on the day it was founded. */
export const foundingRows = () => sql`
  select o.id as organisation_id, o.id as record_id, o.pid,
    (select n.name from organisation_name n where n.organisation_id = o.id
      order by lower(n.during) limit 1) as title,
    lower(o.during) as from_day, null::date as to_day, o.kind as organisation_kind
  from organisation o where o.deleted_at is null`;

/** What the kinds of facts are called. */
export function factNames(): RawBuilder<unknown> {
  return sql`select 'kind' as key, null as label, code as value, label as words from fact_kind`;
}
