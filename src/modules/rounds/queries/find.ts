import { type RawBuilder, sql } from 'kysely';
import { type Day, FINAL_DAY } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { roundRead } from '../policy.ts';
import type { Named, Obligation, ObligationState, Round } from '../schema.ts';

/** An organisation as a JSON object: of an alias of `organisation` and its name. */
export const named = (o: string, n: string) => sql`jsonb_build_object('id', ${sql.ref(`${o}.id`)},
  'code', ${sql.ref(`${o}.code`)}, 'name', coalesce(${sql.ref(`${n}.name`)}, ${sql.ref(`${o}.code`)}),
  'shortName', coalesce(${sql.ref(`${n}.short_name`)}, ${sql.ref(`${o}.code`)}))`;

const roundColumns = sql`r.id, r.pid, ${named('ro', 'rn')} as organisation,
  r.template_id as "templateId", rt.name as "templateName", r.name, r.period, lower(r.during) as "from",
  upper(r.during) - 1 as until, r.content, r.asked, r.cascades, r.opens_on as "opensOn",
  r.due_on as "dueOn", r.words, r.opens_itself as "opensItself", r.state, r.version,
  r.deleted_at as "deletedAt"`;

const roundFrom = (today: Day) => sql`from report_round r
  join report_template rt on rt.id = r.template_id
  join organisation ro on ro.id = r.organisation_id ${nameOn(sql`ro.id`, today, sql.raw('rn'))}`;

/**
 * Rounds (alias `r`) that the actor may see: of organisations within reach, and open ones in which
 * an organisation within reach owes a form.
 */
export function roundVisible(cx: Cx): RawBuilder<unknown> {
  return sql`(${visible(cx, roundRead, sql`r.organisation_id`)}
    or (r.state <> 'draft' and exists (select from report_obligation mine
      where mine.round_id = r.id and ${visible(cx, roundRead, sql`mine.organisation_id`)})))`;
}

/** A round that the actor may see, a deleted one too; null when there is none. */
export function findRound(cx: Cx, pid: string): Promise<Round | null> {
  return maybe(
    cx.db,
    sql<Round>`select ${roundColumns} ${roundFrom(cx.clock.today())}
      where r.pid = ${pid} and ${roundVisible(cx)}`,
  );
}

/** A live round that the actor may see. @throws NotFound */
export async function roundByPid(cx: Cx, pid: string): Promise<Round> {
  const round = await findRound(cx, pid);
  if (round === null || round.deletedAt !== null) throw new NotFound('report_round');
  return round;
}

export function roundById(db: Db, id: string, today: Day = FINAL_DAY): Promise<Round | null> {
  return maybe(db, sql<Round>`select ${roundColumns} ${roundFrom(today)} where r.id = ${id}`);
}

type Row = Omit<Obligation, 'round' | Instant> & {
  readonly roundId: string;
} & Readonly<Record<Instant, Date | null>>;
type Instant =
  | 'submittedAt'
  | 'checkedAt'
  | 'returnedAt'
  | 'acceptedAt'
  | 'firstSentAt'
  | 'publishedAt';

/** Of `obligationFrom`. */
export const obligationColumns = sql`b.id, b.pid, b.round_id as "roundId",
  ${named('oo', 'n')} as organisation, ${named('co', 'cn')} as collector, b.parent_id as "parentId",
  b.due_on as "dueOn", b.extended_reason as "extendedReason", b.state,
  b.submitted_at as "submittedAt", b.checked_at as "checkedAt", b.returned_at as "returnedAt",
  b.accepted_at as "acceptedAt", b.first_checked_at as "firstSentAt", b.open_until as "openUntil",
  b.open_reason as "openReason", b.published_at as "publishedAt", b.version`;

/** Obligations `b` of live rounds `r`, whose they are (`oo`, `n`) and who collects (`co`, `cn`). */
export const obligationFrom = (today: Day) => sql`from report_obligation b
  join report_round r on r.id = b.round_id and r.deleted_at is null
  left join report_obligation p on p.id = b.parent_id
  join organisation oo on oo.id = b.organisation_id ${nameOn(sql`oo.id`, today)}
  join organisation co on co.id = coalesce(p.organisation_id, r.organisation_id)
  ${nameOn(sql`co.id`, today, sql.raw('cn'))}`;

/** Obligations that the actor may see: of an organisation within reach, or collected by one. */
export const obligationVisible = (cx: Cx) => sql`(${visible(cx, roundRead, sql`b.organisation_id`)}
  or ${visible(cx, roundRead, sql`co.id`)})`;

const iso = (at: Date | null): string | null => (at === null ? null : at.toISOString());

function toObligation({ roundId: _, ...row }: Row, round: Round): Obligation {
  return {
    ...row,
    round,
    submittedAt: iso(row.submittedAt),
    checkedAt: iso(row.checkedAt),
    returnedAt: iso(row.returnedAt),
    acceptedAt: iso(row.acceptedAt),
    firstSentAt: iso(row.firstSentAt),
    publishedAt: iso(row.publishedAt),
  };
}

async function obligations(
  db: Db,
  where: RawBuilder<unknown>,
  today: Day,
): Promise<readonly Obligation[]> {
  const rows = await all(
    db,
    sql<Row>`select ${obligationColumns} ${obligationFrom(today)}
      where ${where} order by n.name collate "vi-x-icu", b.pid`,
  );
  const rounds = await all(
    db,
    sql<Round>`select ${roundColumns} ${roundFrom(today)}
      where r.id = any(${[...new Set(rows.map((row) => row.roundId))]}::uuid[])`,
  );
  const byId = new Map(rounds.map((round) => [round.id, round]));
  return rows.map((row) => toObligation(row, byId.get(row.roundId) as Round));
}

/**
 * What one organisation owes in a round, for office staff at it, at its collector, or above either.
 * @throws NotFound
 */
export async function obligationByPid(cx: Cx, pid: string): Promise<Obligation> {
  const [found] = await obligations(
    cx.db,
    sql`b.pid = ${pid} and ${obligationVisible(cx)}`,
    cx.clock.today(),
  );
  if (found === undefined) throw new NotFound('report_obligation');
  return found;
}

/** As `obligationByPid` for several, by name; those that are not there are left out. */
export function obligationsByPid(cx: Cx, pids: readonly string[]): Promise<readonly Obligation[]> {
  return obligations(
    cx.db,
    sql`b.pid = any(${[...pids]}::text[]) and ${obligationVisible(cx)}`,
    cx.clock.today(),
  );
}

/** Whoever may see it; null when there is none. Names as of `today`. */
export async function obligationById(
  db: Db,
  id: string,
  today: Day = FINAL_DAY,
): Promise<Obligation | null> {
  const [found] = await obligations(db, sql`b.id = ${id}`, today);
  return found ?? null;
}

/** What an organisation owes in a round; null when nothing. */
export async function obligationOf(
  cx: Cx,
  roundId: string,
  organisationId: string,
): Promise<Obligation | null> {
  const [found] = await obligations(
    cx.db,
    sql`b.round_id = ${roundId} and b.organisation_id = ${organisationId}`,
    cx.clock.today(),
  );
  return found ?? null;
}

/** What is owed in a round, at every level: public ids by the code of the organisation. */
export async function obligationPids(db: Db, round: string): Promise<ReadonlyMap<string, string>> {
  const rows = await all(
    db,
    sql<{ code: string; pid: string }>`select o.code, b.pid from report_obligation b
      join report_round r on r.id = b.round_id join organisation o on o.id = b.organisation_id
      where r.pid = ${round} order by o.code`,
  );
  return new Map(rows.map((row) => [row.code, row.pid]));
}

/** The obligations that one collects through its own, by name. */
export function childObligations(
  { db }: { readonly db: Db },
  id: string,
  today: Day = FINAL_DAY,
): Promise<readonly Obligation[]> {
  return obligations(db, sql`b.parent_id = ${id}`, today);
}

/** The state of an obligation as it stands now, held until the transaction ends; null when gone. */
export function lockObligation(
  db: Db,
  id: string,
): Promise<{ state: ObligationState; version: number } | null> {
  return maybe(
    db,
    sql<{ state: ObligationState; version: number }>`select state, version
      from report_obligation where id = ${id} for update`,
  );
}

export type { Named };
