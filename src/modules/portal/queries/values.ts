import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { LogChange, LogEvent } from '../schema.ts';

const inner = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for an id that is never shown. */
export function isInnerId(value: unknown): value is string {
  return typeof value === 'string' && inner.test(value);
}

/** Codes of organisations: fields of their own, and the association that a filter names. */
function codesIn(changes: readonly Sides[]): string[] {
  const within: Sides[] = changes.flatMap(({ field, old, new: now }) =>
    field === 'filter' ? [{ field: 'association', old: inside(old), new: inside(now) }] : [],
  );
  return ['organisation', 'parent', 'association'].flatMap((field) =>
    textsOf([...changes, ...within], field),
  );
}

const inside = (filter: unknown): unknown => (filter as { association?: unknown })?.association;

type Sides = Pick<LogChange, 'field' | 'old' | 'new'>;

function textsOf(changes: readonly Sides[], wanted: string): string[] {
  const values = changes
    .filter(({ field }) => field === wanted)
    .flatMap((change) => [change.old, change.new].flat());
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

/**
 * Names for what changed fields hold as ids or codes, in one query: by inner id; 'type.field:code' or
 * 'field:code' for codes; 'data.key' and 'data.key:code' for the own fields of activities.
 */
export async function valueNames(
  db: Db,
  events: readonly LogEvent[],
  on: Day,
): Promise<ReadonlyMap<string, string>> {
  const changes = events.flatMap((event) => event.changes);
  const ids = changes.flatMap((change) => [change.old, change.new]).filter(isInnerId);
  const named = (field: string) => sql`any(${textsOf(changes, field)}::text[])`;
  const wanted = sql`any(${[...new Set(ids)]}::uuid[])`;
  const rows = await all(
    db,
    sql<{ key: string; name: string }>`
      select o.id::text as key, n.name from organisation o ${nameOn(sql`o.id`, on)}
        where o.id = ${wanted}
      union all
      select p.id::text, concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)
        from person p where p.id = ${wanted}
      union all
      select u.id::text, u.name from auth_user u where u.id = ${wanted}
      union all
      select d.id::text, concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)
        from fee_due d join person p on p.id = d.person_id where d.id = ${wanted}
      union all
      select f || ':' || o.code, n.short_name from organisation o ${nameOn(sql`o.id`, on)},
          unnest(array['organisation', 'parent', 'filter.association']) f
        where o.code = any(${codesIn(changes)}::text[])
      union all
      select 'merged:' || p.pid, concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)
        from person p where p.pid = ${named('merged')}
      union all
      select 'fee_period.bank:' || bin, short_name from bank where bin = ${named('bank')}
      union all
      select f || ':' || j.pid, j.name from judge j, unnest(array['voter', 'present']) f
        where j.pid = ${named('voter')} or j.pid = ${named('present')}
      union all
      select 'council:' || pid, name from council where pid = ${named('council')}
      union all
      -- Keys of phases and rules are those of an edition: told where all editions mean the same by one.
      select f || ':' || (p ->> 'key'), min(p ->> 'name')
        from edition e, unnest(array['phase', 'rule']) f, jsonb_array_elements(coalesce(
          e.content -> case f when 'phase' then 'phases' else 'voting' end, '[]')) p
        where f = 'phase' and p ->> 'key' = ${named('phase')}
          or f = 'rule' and p ->> 'key' = ${named('rule')}
        group by 1 having count(distinct p ->> 'name') = 1
      union all
      select 'fact.kind:' || code, label from fact_kind
      union all
      select 'activity.kind:' || code, name from activity_kind
      union all
      select 'distinction.title:' || code, name from distinction_title
      union all
      select 'data.' || (f ->> 'key'), min(f ->> 'label')
        from activity_kind, jsonb_array_elements(fields) f group by 1
      union all
      select 'data.' || (f ->> 'key') || ':' || (o ->> 'value'), min(o ->> 'label')
        from activity_kind, jsonb_array_elements(fields) f,
          jsonb_array_elements(coalesce(f -> 'options', '[]')) o group by 1`,
  );
  return new Map(rows.map((row) => [row.key, row.name]));
}
