import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { activityRead } from '../policy.ts';
import type { Activity } from '../schema/index.ts';

export const columns = sql`a.id, a.pid, a.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.short_name, o.code) as "organisationName", a.kind,
  k.name as "kindName", a.title, a.starts_on as "startsOn", a.ends_on as "endsOn", a.role, a.place,
  a.partners, a.summary, a.data, a.version, a.deleted_at as "deletedAt"`;

export const from = (today: Day): RawBuilder<unknown> => sql`from activity a
  join activity_kind k on k.code = a.kind
  join organisation o on o.id = a.organisation_id ${nameOn(sql`o.id`, today)}`;

/** A record that the actor may see, a deleted one too; null when there is none. */
export async function findActivity(cx: Cx, pid: string): Promise<Activity | null> {
  return maybe(
    cx.db,
    sql<Activity>`select ${columns} ${from(cx.clock.today())}
      where a.pid = ${pid} and ${visible(cx, activityRead, sql`a.organisation_id`)}`,
  );
}

/** As `findActivity`, without deleted ones. @throws NotFound */
export async function liveActivity(cx: Cx, pid: string): Promise<Activity> {
  const activity = await findActivity(cx, pid);
  if (activity === null || activity.deletedAt !== null) throw new NotFound('activity');
  return activity;
}

/** The live record that is the same thing: organisation, kind, title and first day agree. */
export async function sameActivity(
  cx: Cx,
  same: { organisation: string; kind: string; title: string; startsOn: Day },
): Promise<Activity | null> {
  return maybe(
    cx.db,
    sql<Activity>`select ${columns} ${from(cx.clock.today())}
      where o.code = ${same.organisation} and a.kind = ${same.kind} and a.title = ${same.title}
        and a.starts_on = ${same.startsOn}::date and a.deleted_at is null
        and ${visible(cx, activityRead, sql`a.organisation_id`)} order by a.id limit 1`,
  );
}

/** Rows that figures are counted from; see `Source`. */
export function activityRows(): RawBuilder<unknown> {
  return sql`select a.organisation_id, a.id as record_id, a.pid, a.title, a.starts_on as from_day,
      null::date as to_day, a.kind, a.role, a.place, a.data
    from activity a where a.deleted_at is null`;
}

/** What the kinds are called, and the own fields of the kinds chosen with their choices. */
export function activityNames(
  filter: Readonly<Record<string, readonly string[]>>,
): RawBuilder<unknown> {
  return sql`select 'kind' as key, null as label, code as value, name as words, null as type
    from activity_kind
    union all
    select 'data.' || (f ->> 'key'), f ->> 'label', o ->> 'value', o ->> 'label', f ->> 'type'
    from activity_kind k cross join jsonb_array_elements(k.fields) f
    left join jsonb_array_elements(f -> 'options') o on true
    where k.code = any(${[...(filter.kind ?? [])]}::text[])`;
}
