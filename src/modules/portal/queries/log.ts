import { type RawBuilder, sql } from 'kysely';
import { vietnamInstant } from '../../../kernel/clock.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { type Permission, visible } from '../../../platform/policy.ts';
import { auditRead } from '../../accounts/index.ts';
import { activityRead } from '../../activities/index.ts';
import { distinctionRead } from '../../distinctions/index.ts';
import { nameOn, organisationRecords } from '../../organisations/index.ts';
import { soughtIn } from '../rules.ts';
import type { ChainState, LogEvent, LogFilter } from '../schema.ts';
import { type Here, seenHere } from './here.ts';
import { holds } from './search.ts';

const columns = sql`e.at, e.action, e.actor_label as "actorLabel", e.via,
  coalesce(nullif(concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given), ''), u.name) as actor,
  n.short_name as organisation, e.subject_type as "subjectType", e.subject_id as "subjectId",
  e.reason, s.place::float8 as place,
  coalesce((select jsonb_agg(jsonb_build_object('field', d.field, 'old', v.old, 'new', v.new,
      'erased', v.event_id is null) order by d.field)
    from jsonb_object_keys(e.digests) as d (field)
      left join event_value v on v.event_id = e.id and v.field = d.field), '[]'::jsonb) as changes`;

const from = (cx: Cx): RawBuilder<unknown> => sql`from event e
  left join person p on p.id = e.actor_person_id
  left join auth_user u on u.id = e.actor_account_id
  left join event_seal s on s.event_id = e.id
  ${nameOn(sql`e.organisation_id`, cx.clock.today())}`;

/** What of the log an office shows: its own and what is below; the root's office shows all of it. */
export interface LogScope {
  readonly organisationId: string;
  readonly whole: boolean;
}

function matching(cx: Cx, scope: LogScope, filter: LogFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  // Events of what was closed long ago or belongs to nobody are seen from the root alone.
  if (!scope.whole) {
    parts.push(sql`e.organisation_id in
      (${cx.coverage.below([scope.organisationId], cx.clock.today())})`);
    parts.push(visible(cx, auditRead, sql`e.organisation_id`));
  }
  if (filter.subjects !== null) {
    parts.push(sql`e.subject_type = any(${[...filter.subjects]}::text[])`);
  }
  if (filter.from !== null) parts.push(sql`e.at >= ${vietnamInstant(filter.from)}`);
  if (filter.to !== null) parts.push(sql`e.at < ${vietnamInstant(addDays(filter.to, 1))}`);
  const sought = soughtIn(filter.who);
  if (sought.patterns.length > 0) {
    parts.push(sql`e.actor_person_id in
      (select id from person where ${holds(sql`search`, sought)})`);
  }
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Events, the newest first. The door has asked `auditRead` at the scope's organisation. */
export function logEvents(
  cx: Cx,
  scope: LogScope,
  filter: LogFilter,
  window: { readonly limit: number; readonly offset: number },
): Promise<LogEvent[]> {
  return all(
    cx.db,
    sql<LogEvent>`select ${columns} ${from(cx)} where ${matching(cx, scope, filter)}
      order by e.at desc, e.id desc limit ${window.limit} offset ${window.offset}`,
  );
}

export async function countEvents(cx: Cx, scope: LogScope, filter: LogFilter): Promise<number> {
  const row = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from event e
      where ${matching(cx, scope, filter)}`,
  );
  return row.total;
}

// Of the latest events an office's home tells those whose subject the reader may open anyway.
const told: readonly { readonly types: readonly string[]; readonly permission: Permission }[] = [
  { types: ['activity'], permission: activityRead },
  { types: ['distinction'], permission: distinctionRead },
  { types: ['organisation', 'affiliation', 'fact'], permission: organisationRecords },
];

/** The latest events of a place and below that the actor may know of. */
export function latestEvents(cx: Cx, here: Here, limit: number): Promise<LogEvent[]> {
  const seen = sql.join(
    told.map(
      ({ types, permission }) => sql`(e.subject_type = any(${[...types]}::text[])
        and ${seenHere(cx, here, permission, sql`e.organisation_id`)})`,
    ),
    sql` or `,
  );
  return all(
    cx.db,
    sql<LogEvent>`select ${columns} ${from(cx)} where e.id in (
        select e.id from event e where ${seen} order by e.at desc, e.id desc limit ${limit})
      order by e.at desc, e.id desc`,
  );
}

/** How far the sealer is. The whole chain is verified by the machine's own check, not by a page. */
export function chainState(db: Db): Promise<ChainState> {
  return one(
    db,
    sql<ChainState>`select coalesce((select max(place) from event_seal), 0)::float8 as sealed,
      count(*)::integer as pending, min(e.at) as "oldestPending"
      from event_pending p join event e on e.id = p.event_id`,
  );
}
