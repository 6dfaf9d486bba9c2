import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { activityRead } from '../../activities/index.ts';
import { distinctionRead } from '../../distinctions/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { memberKinds } from '../rules.ts';
import type { DeskFigures, LatestRecord } from '../schema.ts';

/** Members on the day, and what of its year the actor may see, of a place and below. */
export function deskFigures(cx: Cx, place: string, on: Day): Promise<DeskFigures> {
  const year = `${on.slice(0, 4)}-01-01`;
  const below = cx.coverage.below([place], on);
  return one(
    cx.db,
    sql<DeskFigures>`select
      (select count(distinct a.child_id)::integer from affiliation a
        join organisation c on c.id = a.child_id and c.deleted_at is null and c.during @> ${on}::date
          and c.kind = any(${[...memberKinds]}::text[])
        where a.parent_id = ${place} and a.deleted_at is null and a.during @> ${on}::date) as members,
      (select count(*)::integer from activity a where a.deleted_at is null
        and a.starts_on >= ${year}::date and a.starts_on < ${year}::date + interval '1 year'
        and a.organisation_id in (${below})
        and ${visible(cx, activityRead, sql`a.organisation_id`)}) as activities,
      (select count(*)::integer from distinction d where d.deleted_at is null
        and d.decided_on >= ${year}::date and d.decided_on < ${year}::date + interval '1 year'
        and d.organisation_id in (${below})
        and ${visible(cx, distinctionRead, sql`d.organisation_id`)}) as distinctions`,
  );
}

/** What was written last into the registers of a place and below, as far as the actor may see it. */
export function latestRecords(cx: Cx, place: string, limit: number): Promise<LatestRecord[]> {
  const today = cx.clock.today();
  const below = cx.coverage.below([place], today);
  return all(
    cx.db,
    sql<LatestRecord>`select r.type, r.pid, r.title, r.kind, r.organisation, r.day from (
      (select 'activity' as type, a.pid, a.title, k.name as kind, n.short_name as organisation,
          a.starts_on as day, a.created_at
        from activity a join activity_kind k on k.code = a.kind ${nameOn(sql`a.organisation_id`, today)}
        where a.deleted_at is null and a.organisation_id in (${below})
          and ${visible(cx, activityRead, sql`a.organisation_id`)}
        order by a.created_at desc, a.pid limit ${limit})
      union all
      (select 'distinction', d.pid, concat_ws(', ', concat_ws(' ', t.name, d.class),
            coalesce(m.short_name,
              concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given))),
          null, n.short_name, d.decided_on, d.created_at
        from distinction d join distinction_title t on t.code = d.title
        left join person p on p.id = d.recipient_person_id
        ${nameOn(sql`d.organisation_id`, today)}
        ${nameOn(sql`d.recipient_organisation_id`, today, sql.raw('m'))}
        where d.deleted_at is null and d.organisation_id in (${below})
          and ${visible(cx, distinctionRead, sql`d.organisation_id`)}
        order by d.created_at desc, d.pid limit ${limit})
    ) r order by r.created_at desc, r.day desc, r.pid limit ${limit}`,
  );
}
