import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { nameHas } from '../../people/index.ts';
import { cardWrite } from '../policy.ts';
import type { Candidate } from '../schema.ts';
import { byName, issuerOf, personName, stateOnDay } from './rows.ts';

export interface CandidateFilter {
  /** Members at or below this organisation. */
  readonly under: string;
  /** Code: this organisation's own members only. */
  readonly organisation?: string | null;
  /** A branch as it is written in the roster. */
  readonly branch?: string | null;
  readonly q?: string;
}

const columns = (cx: Cx): RawBuilder<unknown> => sql`m.id as "membershipId",
  m.pid as "membershipPid", m.organisation_id as "organisationId",
  coalesce(n.short_name, o.code) as "organisationName", i.id as "issuerId", i.code as "issuerCode",
  coalesce(w.name, i.code) as "issuerName", ${personName} as "personName", m.branch, m.joined,
  nullif(trim(m.card_number), '') as "cardNumber",
  m.during @> ${cx.clock.today()}::date as member,
  k.id as "standingId", k.pid as "standingPid", k.number as "standingNumber",
  k.issuer_id as "standingIssuerId", coalesce(k.state = 'expired', false) as expired`;

const from = (cx: Cx): RawBuilder<unknown> => {
  const today = cx.clock.today();
  return sql`from membership m
    join person p on p.id = m.person_id and p.deleted_at is null and p.merged_into is null
    join organisation o on o.id = m.organisation_id
    join organisation i on i.id = ${issuerOf(today)}
    left join lateral (select c.id, c.pid, c.number, c.issuer_id, ${stateOnDay(today)} as state
      from card c where c.membership_id = m.id and c.state = 'valid') k on true
    ${nameOn(sql`o.id`, today)} ${nameOn(sql`i.id`, today, sql.raw('w'))}`;
};

// Without a card that is valid today: one that has expired is replaced by the new one. Whose card was
// revoked gets another only when somebody says so for this member.
function matching(cx: Cx, filter: CandidateFilter): RawBuilder<unknown> {
  const today = cx.clock.today();
  const parts: RawBuilder<unknown>[] = [
    sql`m.deleted_at is null and m.during @> ${today}::date`,
    sql`m.organisation_id in (${cx.coverage.below([filter.under], today)})`,
    visible(cx, cardWrite, sql`i.id`),
    sql`not exists (select from card c where c.membership_id = m.id
      and ${stateOnDay(today)} in ('valid', 'revoked'))`,
  ];
  if (filter.organisation) parts.push(sql`o.code = ${filter.organisation}`);
  if (filter.branch) parts.push(sql`m.branch = ${filter.branch}`);
  if ((filter.q ?? '').trim() !== '') parts.push(nameHas('p', filter.q ?? ''));
  return allOf(parts);
}

export async function countCandidates(cx: Cx, filter: CandidateFilter): Promise<number> {
  const found = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from membership m
      join person p on p.id = m.person_id and p.deleted_at is null and p.merged_into is null
      join organisation o on o.id = m.organisation_id
      join organisation i on i.id = ${issuerOf(cx.clock.today())} where ${matching(cx, filter)}`,
  );
  return found.total;
}

/** The first members of a filter by name, for its page. */
export function listCandidates(
  cx: Cx,
  filter: CandidateFilter,
  limit: number,
): Promise<Candidate[]> {
  return all(
    cx.db,
    sql<Candidate>`select ${columns(cx)} ${from(cx)} where ${matching(cx, filter)}
      order by ${byName()}, m.id limit ${limit}`,
  );
}

/** The next members of a filter in the order of the roster; those after the membership `after`. */
export function candidatesAfter(
  cx: Cx,
  filter: CandidateFilter,
  after: string | null,
  limit: number,
): Promise<{ id: string; pid: string }[]> {
  return all(
    cx.db,
    sql<{ id: string; pid: string }>`select m.id, m.pid ${from(cx)} where ${matching(cx, filter)}
      and (${after}::uuid is null or m.id > ${after}::uuid) order by m.id limit ${limit}`,
  );
}

/** Members by the public ids of their memberships, whether a card can be issued or not; locked. */
export function candidatesByPid(cx: Cx, pids: readonly string[]): Promise<Candidate[]> {
  return all(
    cx.db,
    sql<Candidate>`select ${columns(cx)} ${from(cx)}
      where m.pid = any(${pids}::text[]) and m.deleted_at is null
        and ${visible(cx, cardWrite, sql`m.organisation_id`)}
      order by m.id for update of m`,
  );
}
