import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { may, visible } from '../../../platform/policy.ts';
import {
  allOf,
  directionOf,
  pageRows,
  type RecordOrder,
  searchWords,
} from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { roundRead } from '../policy.ts';
import type { Timeliness } from '../rules/index.ts';
import type { ListedObligation, ObligationState } from '../schema.ts';
import { named } from './find.ts';
import { firstSentOn, sent, taken } from './lists.ts';
import { hasReader } from './reminders.ts';

/** As rules/timeliness tells it, in SQL; a test compares the two. */
export const timelinessSql = (today: Day) => sql`case
  when ${firstSentOn} <= b.due_on then 'on_time' when ${firstSentOn} is not null then 'late'
  when ${today}::date <= b.due_on then 'not_yet' else 'overdue' end`;

/** Obligations that one collects: of a round directly, or through an obligation of its own. */
export interface Collected {
  readonly round: string;
  /** The organisation that collects. */
  readonly collector: string;
  readonly parent: string | null;
}

export interface ObligationFilter {
  readonly state?: ObligationState | null;
  readonly timeliness?: Timeliness | null;
  readonly q?: string;
}

export type ObligationOrder = RecordOrder<'name' | 'due' | 'below'>;

// Whoever sees the one who collects sees all; others only what is theirs.
async function collectedBy(
  cx: Cx,
  { round, parent, collector }: Collected,
): Promise<RawBuilder<unknown>> {
  const own =
    parent === null
      ? sql`b.round_id = ${round} and b.parent_id is null`
      : sql`b.round_id = ${round} and b.parent_id = ${parent}`;
  if (await may(cx, roundRead, collector)) return own;
  return sql`${own} and ${visible(cx, roundRead, sql`b.organisation_id`)}`;
}

async function obligationConditions(
  cx: Cx,
  of: Collected,
  filter: ObligationFilter,
): Promise<RawBuilder<unknown>> {
  const parts = [await collectedBy(cx, of)];
  if (filter.state) parts.push(sql`b.state = ${filter.state}`);
  if (filter.timeliness) parts.push(sql`${timelinessSql(cx.clock.today())} = ${filter.timeliness}`);
  for (const word of searchWords(filter.q ?? ''))
    parts.push(sql`(n.search like ${`%${word}%`} or oo.code = ${word})`);
  return allOf(parts);
}

const orders: Readonly<Record<ObligationOrder['sort'], RawBuilder<unknown>>> = {
  name: sql`n.name collate "vi-x-icu"`,
  due: sql`b.due_on`,
  below: sql`(select count(*) filter (where c.state in ${sent})::float / greatest(count(*), 1)
    from report_obligation c where c.parent_id = b.id)`,
};

/**
 * One page of what one collects, and how many there are: two queries whatever their number.
 */
export async function listObligations(
  cx: Cx,
  of: Collected,
  list: ObligationFilter & ObligationOrder,
): Promise<{ rows: ListedObligation[]; total: number }> {
  const today = cx.clock.today();
  const from = sql`from report_obligation b
    join organisation oo on oo.id = b.organisation_id ${nameOn(sql`oo.id`, today)}
    where ${await obligationConditions(cx, of, list)}`;
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${from}`,
  );
  const rows = await all(
    cx.db,
    sql<ListedObligation>`with page as materialized (
        select b.*, ${named('oo', 'n')} as organisation, n.name as sorted ${from}
        order by ${orders[list.sort]} ${directionOf(list)}, n.name collate "vi-x-icu", b.pid
        ${pageRows(list)})
      select b.id, b.pid, b.organisation, b.due_on as "dueOn",
        b.extended_reason as "extendedReason", b.state,
        ${timelinessSql(today)} as timeliness, ${firstSentOn} as "firstSentOn",
        jsonb_build_object('asked', coalesce(k.asked, 0), 'sent', coalesce(k.sent, 0),
          'accepted', coalesce(k.accepted, 0)) as children,
        jsonb_build_object('asked', coalesce(e.asked, 0), 'onTime', coalesce(e.on_time, 0)) as earlier
      from page b
      left join (select c.parent_id, count(*) as asked,
          count(*) filter (where c.state in ${sent}) as sent,
          count(*) filter (where c.state in ${taken}) as accepted
        from report_obligation c where c.parent_id in (select id from page)
        group by c.parent_id) k on k.parent_id = b.id
      ${earlierOf(of)}
      order by ${list.sort === 'below' ? sql`coalesce(k.sent, 0)::float / greatest(k.asked, 1)` : list.sort === 'due' ? sql`b.due_on` : sql`b.sorted collate "vi-x-icu"`}
        ${directionOf(list)}, b.sorted collate "vi-x-icu", b.pid`,
  );
  return { rows, total };
}

const earlierRounds = 4;

/** Whether those of a page were in time the last times that the same one collected from them. */
const earlierOf = ({ round, collector }: Collected) => sql`left join (
    select x.organisation_id, count(*) as asked, count(*) filter (where x.in_time) as on_time
    from (
      select b.organisation_id, ${firstSentOn} <= b.due_on as in_time, row_number() over (
        partition by b.organisation_id order by r.opens_on desc, b.due_on desc, b.id) as place
      from report_obligation b
      join report_round r on r.id = b.round_id and r.deleted_at is null and r.state <> 'draft'
      join report_round this on this.id = ${round} and r.opens_on < this.opens_on
      left join report_obligation p on p.id = b.parent_id
      where b.organisation_id in (select organisation_id from page)
        and coalesce(p.organisation_id, r.organisation_id) = ${collector}
    ) x where x.place <= ${earlierRounds} group by x.organisation_id
  ) e on e.organisation_id = b.organisation_id`;

export interface Counts {
  readonly asked: number;
  readonly states: Readonly<Record<ObligationState, number>>;
  readonly timeliness: Readonly<Record<Timeliness, number>>;
  /** Not sent, and nobody there gets a letter. */
  readonly unreachable: number;
}

/** How many obligations that one collects are in which state, and how timely. */
export async function countObligations(cx: Cx, of: Collected): Promise<Counts> {
  const today = cx.clock.today();
  const rows = await all(
    cx.db,
    sql<{ state: ObligationState; timeliness: Timeliness; many: number; silent: number }>`
      select b.state, ${timelinessSql(today)} as timeliness, count(*)::integer as many,
        (count(*) filter (where b.state not in ${sent}
          and not ${hasReader(sql`b.organisation_id`, today)}))::integer as silent
      from report_obligation b where ${await collectedBy(cx, of)} group by 1, 2`,
  );
  const sum = (matches: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(matches).reduce((total, row) => total + row.many, 0);
  const state = (name: ObligationState) => sum((row) => row.state === name);
  const timely = (name: Timeliness) => sum((row) => row.timeliness === name);
  return {
    asked: sum(() => true),
    states: {
      waiting: state('waiting'),
      filling: state('filling'),
      submitted: state('submitted'),
      checked: state('checked'),
      returned: state('returned'),
      accepted: state('accepted'),
      frozen: state('frozen'),
    },
    timeliness: {
      on_time: timely('on_time'),
      late: timely('late'),
      not_yet: timely('not_yet'),
      overdue: timely('overdue'),
    },
    unreachable: rows.reduce((total, row) => total + row.silent, 0),
  };
}

/** Of a round as a whole: all that was asked at every level, and what of it has gone up. */
export function countRound(db: Db, round: string): Promise<{ asked: number; sent: number }> {
  return one(
    db,
    sql<{ asked: number; sent: number }>`select count(*)::integer as asked,
        (count(*) filter (where b.state in ${sent}))::integer as sent
      from report_obligation b where b.round_id = ${round}`,
  );
}
