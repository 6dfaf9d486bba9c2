import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, one } from '../../../platform/database/query.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { ListedRound, OwedObligation, RoundState } from '../schema.ts';
import { named, roundVisible } from './find.ts';

/** States that count as sent, and as taken. */
export const sent = sql`('checked', 'accepted', 'frozen')`;
export const taken = sql`('accepted', 'frozen')`;

/** The day in Vietnam on which it first went up. */
export const firstSentOn = sql`(b.first_checked_at at time zone 'Asia/Ho_Chi_Minh')::date`;

export interface RoundFilter {
  /** Rounds of this organisation and, with `collected`, those in which it asked its own. */
  readonly organisation?: string | null;
  readonly collected?: boolean;
  readonly state?: RoundState | null;
  readonly q?: string;
}

function roundConditions(cx: Cx, filter: RoundFilter): RawBuilder<unknown> {
  const parts = [sql`r.deleted_at is null`, roundVisible(cx)];
  if (filter.organisation) {
    const own = sql`r.organisation_id = ${filter.organisation}`;
    const through = sql`r.id in (select mine.round_id from report_obligation mine
      where mine.organisation_id = ${filter.organisation}
        and exists (select from report_obligation child where child.parent_id = mine.id))`;
    parts.push(filter.collected ? sql`(${own} or ${through})` : own);
  }
  if (filter.state) parts.push(sql`r.state = ${filter.state}`);
  for (const word of searchWords(filter.q ?? '')) parts.push(sql`r.search like ${`%${word}%`}`);
  return allOf(parts);
}

/** One page of rounds, the latest first, with how far those are that `collector` (else the round's own) asked. */
export async function listRounds(
  cx: Cx,
  list: RoundFilter & { readonly page: number; readonly size: number },
): Promise<{ rows: ListedRound[]; total: number }> {
  const where = roundConditions(cx, list);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from report_round r where ${where}`,
  );
  const collector = list.collected ? (list.organisation ?? null) : null;
  const rows = await all(
    cx.db,
    sql<ListedRound>`with page as materialized (
        select r.* from report_round r where ${where}
        order by r.state = 'draft' desc, lower(r.during) desc, r.opens_on desc, r.pid
        limit ${list.size} offset ${(list.page - 1) * list.size})
      select r.id, r.pid, ${named('ro', 'rn')} as organisation, r.name, r.period,
        r.opens_on as "opensOn", r.due_on as "dueOn", r.state,
        coalesce(s.asked, 0)::integer as asked, coalesce(s.sent, 0)::integer as sent,
        coalesce(s.accepted, 0)::integer as accepted, coalesce(s.on_time, 0)::integer as "onTime"
      from page r join organisation ro on ro.id = r.organisation_id
      ${nameOn(sql`ro.id`, cx.clock.today(), sql.raw('rn'))}
      left join lateral (
        select count(*) as asked, count(*) filter (where b.state in ${sent}) as sent,
          count(*) filter (where b.state in ${taken}) as accepted,
          count(*) filter (where ${firstSentOn} <= b.due_on) as on_time
        from report_obligation b left join report_obligation p on p.id = b.parent_id
        where b.round_id = r.id and coalesce(p.organisation_id, r.organisation_id)
          = case when ${collector === null} then r.organisation_id else ${collector}::uuid end
      ) s on true
      order by r.state = 'draft' desc, lower(r.during) desc, r.opens_on desc, r.pid`,
  );
  return { rows, total };
}

/** What an organisation owes or owed, of rounds that are open or closed; what is due first comes first. */
export function owedBy(
  cx: Cx,
  organisation: string,
  page: { readonly open: boolean; readonly limit: number },
): Promise<OwedObligation[]> {
  const today = cx.clock.today();
  return all(
    cx.db,
    sql<OwedObligation>`select b.pid, r.pid as round, r.name as "roundName", r.state as "roundState",
        coalesce(cn.short_name, co.code) as collector, b.due_on as "dueOn",
        b.extended_reason is not null as extended, b.state,
        jsonb_build_object('asked', coalesce(k.asked, 0), 'sent', coalesce(k.sent, 0)) as children
      from report_obligation b join report_round r on r.id = b.round_id and r.deleted_at is null
      left join report_obligation p on p.id = b.parent_id
      join organisation co on co.id = coalesce(p.organisation_id, r.organisation_id)
      ${nameOn(sql`co.id`, today, sql.raw('cn'))}
      left join lateral (select count(*) as asked, count(*) filter (where c.state in ${sent}) as sent
        from report_obligation c where c.parent_id = b.id) k on true
      where b.organisation_id = ${organisation} and r.state <> 'draft'
        and (r.state = 'open' and b.state not in ${sent}) = ${page.open}
      order by b.due_on ${sql.raw(page.open ? 'asc' : 'desc')}, b.pid limit ${page.limit}`,
  );
}
