import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { Subject } from '../schema.ts';

const person = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

// For each type of subject: its rows with these ids, in the columns of Subject.
const namedBy: Readonly<
  Record<string, (on: Day, ids: RawBuilder<unknown>) => RawBuilder<unknown>>
> = {
  organisation: (on, ids) => sql`select o.id, n.name as title, null as pid, o.code,
      o.deleted_at is null as live
    from organisation o ${nameOn(sql`o.id`, on)} where o.id in ${ids}`,
  affiliation: (on, ids) => sql`select a.id, concat_ws(' – ', n.short_name, m.short_name), null,
      o.code, o.deleted_at is null
    from affiliation a join organisation o on o.id = a.child_id ${nameOn(sql`o.id`, on)}
    ${nameOn(sql`a.parent_id`, on, sql.raw('m'))} where a.id in ${ids}`,
  fact: (on, ids) => sql`select f.id, concat_ws(', ', k.label, n.short_name), null, o.code,
      f.deleted_at is null and o.deleted_at is null
    from organisation_fact f join fact_kind k on k.code = f.kind
    join organisation o on o.id = f.organisation_id ${nameOn(sql`o.id`, on)} where f.id in ${ids}`,
  activity: (_, ids) => sql`select a.id, a.title, a.pid, null, a.deleted_at is null
    from activity a where a.id in ${ids}`,
  distinction: (on, ids) => sql`select d.id, concat_ws(', ', concat_ws(' ', t.name, d.class),
      coalesce(n.short_name, ${person})), d.pid, null, d.deleted_at is null
    from distinction d join distinction_title t on t.code = d.title
    left join person p on p.id = d.recipient_person_id
    ${nameOn(sql`d.recipient_organisation_id`, on)} where d.id in ${ids}`,
  person: (_, ids) => sql`select p.id, ${person}, null, null, p.deleted_at is null
    from person p where p.id in ${ids}`,
  account: (_, ids) => sql`select u.id, u.name, null, null, true
    from auth_user u where u.id in ${ids}`,
  grant: (on, ids) => sql`select g.id, concat_ws(', ', ${person}, n.short_name), null, o.code,
      g.revoked_at is null
    from role_grant g join person p on p.id = g.person_id
    join organisation o on o.id = g.organisation_id ${nameOn(sql`o.id`, on)} where g.id in ${ids}`,
  token: (_, ids) => sql`select t.id, t.label, null, null, t.revoked_at is null
    from api_token t where t.id in ${ids}`,
  indicator: (_, ids) => sql`select i.id, concat_ws(' ', i.code, (select v.label
      from indicator_version v where v.indicator_id = i.id order by v.during desc limit 1)),
      null, null, true
    from indicator i where i.id in ${ids}`,
  indicator_entry: (on, ids) => sql`select y.id, concat_ws(', ', concat_ws(' ', i.code,
      (select v.label from indicator_version v where v.indicator_id = i.id
        order by v.during desc limit 1)), n.short_name), null, null, y.deleted_at is null
    from indicator_entry y join indicator i on i.id = y.indicator_id
    ${nameOn(sql`y.organisation_id`, on)} where y.id in ${ids}`,
  indicator_table: (_, ids) => sql`select x.id, x.name, null, null, true
    from indicator_table x where x.id in ${ids}`,
};

/** Names and addresses of the subjects of events, by 'type id': one query for all of them. */
export async function subjectsOf(
  db: Db,
  events: readonly { readonly subjectType: string; readonly subjectId: string }[],
  on: Day,
): Promise<ReadonlyMap<string, Subject>> {
  const ids = Map.groupBy(events, (event) => event.subjectType);
  const parts = Object.entries(namedBy).map(([type, named]) => {
    const wanted = [...new Set((ids.get(type) ?? []).map((event) => event.subjectId))];
    return sql`select ${type}::text as type, x.* from
      (${named(on, sql`(select unnest(${wanted}::uuid[]))`)}) as x (id, title, pid, code, live)`;
  });
  const rows = await all(db, sql<Subject>`${sql.join(parts, sql` union all `)}`);
  return new Map(rows.map((row) => [`${row.type} ${row.id}`, row]));
}
