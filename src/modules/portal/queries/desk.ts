import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { activityRead } from '../../activities/index.ts';
import { distinctionRead } from '../../distinctions/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { memberKinds } from '../rules.ts';
import type { DeskFigures, LatestRecord } from '../schema.ts';
import { type Here, seenHere } from './here.ts';

/** Members on the day, and what of its year the actor may see, of a place and below. */
export function deskFigures(cx: Cx, here: Here, on: Day): Promise<DeskFigures> {
  const year = `${on.slice(0, 4)}-01-01`;
  const inYear = (column: string) => sql`${sql.ref(column)} >= ${year}::date
    and ${sql.ref(column)} < ${year}::date + interval '1 year'`;
  return one(
    cx.db,
    sql<DeskFigures>`select
      (select count(distinct a.child_id)::integer from affiliation a
        join organisation c on c.id = a.child_id and c.deleted_at is null and c.during @> ${on}::date
          and c.kind = any(${[...memberKinds]}::text[])
        where a.parent_id = ${here.place} and a.deleted_at is null
          and a.during @> ${on}::date) as members,
      (select count(*)::integer from activity a where a.deleted_at is null
        and ${inYear('a.starts_on')}
        and ${seenHere(cx, here, activityRead, sql`a.organisation_id`)}) as activities,
      (select count(*)::integer from distinction d where d.deleted_at is null
        and ${inYear('d.decided_on')}
        and ${seenHere(cx, here, distinctionRead, sql`d.organisation_id`)}) as distinctions`,
  );
}

/** What was written last into the registers of a place and below, as far as the actor may see it. */
export function latestRecords(cx: Cx, here: Here, limit: number): Promise<LatestRecord[]> {
  const today = cx.clock.today();
  return all(
    cx.db,
    sql<LatestRecord>`with last as (
      select * from (
        (select 'activity' as type, a.id, a.created_at, a.starts_on as day from activity a
          where a.deleted_at is null
            and ${seenHere(cx, here, activityRead, sql`a.organisation_id`)}
          order by a.created_at desc, a.starts_on desc, a.id limit ${limit})
        union all
        (select 'distinction', d.id, d.created_at, d.decided_on from distinction d
          where d.deleted_at is null
            and ${seenHere(cx, here, distinctionRead, sql`d.organisation_id`)}
          order by d.created_at desc, d.decided_on desc, d.id limit ${limit})
      ) both_registers order by created_at desc, day desc, id limit ${limit}
    )
    select l.type, l.day, coalesce(a.pid, d.pid) as pid, k.name as kind,
      n.short_name as organisation,
      coalesce(a.title, concat_ws(', ', concat_ws(' ', t.name, d.class), coalesce(m.short_name,
        concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)))) as title
    from last l
    left join activity a on l.type = 'activity' and a.id = l.id
    left join activity_kind k on k.code = a.kind
    left join distinction d on l.type = 'distinction' and d.id = l.id
    left join distinction_title t on t.code = d.title
    left join person p on p.id = d.recipient_person_id
    ${nameOn(sql`coalesce(a.organisation_id, d.organisation_id)`, today)}
    ${nameOn(sql`d.recipient_organisation_id`, today, sql.raw('m'))}
    order by l.created_at desc, l.day desc, l.id`,
  );
}
