import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { pollRead } from '../policy.ts';
import type { PollState } from '../rules/index.ts';
import type { Poll } from '../schema/index.ts';

const columns = sql`p.id, p.pid, p.organisation_id as "organisationId", o.code as organisation,
  p.question, p.note, p.most, p.opens_on as "opensOn", p.closes_on as "closesOn", p.shown, p.state,
  p.voters, p.opened_at as "openedAt", p.closed_at as "closedAt", p.version,
  p.deleted_at as "deletedAt",
  (select jsonb_agg(jsonb_build_object('position', x.position, 'label', x.label, 'votes', x.votes)
    order by x.position) from poll_option x where x.poll_id = p.id) as options`;

const from = sql`from poll p join organisation o on o.id = p.organisation_id`;

/** A poll that the actor's office may see, deleted or not; null when there is none. */
export const findPoll = (cx: Cx, pid: string, held = false): Promise<Poll | null> =>
  maybe(
    cx.db,
    sql<Poll>`select ${columns} ${from}
      where p.pid = ${pid} and ${visible(cx, pollRead, sql`p.organisation_id`)}
      ${held ? sql`for update of p` : sql``}`,
  );

const isPublic = sql`p.state <> 'draft' and p.deleted_at is null`;

/** A poll that everybody may see. 'held': nobody else changes it until the end. */
export const publicPoll = (db: Db, pid: string, held = false): Promise<Poll | null> =>
  maybe(
    db,
    sql<Poll>`select ${columns} ${from} where p.pid = ${pid} and ${isPublic}
      ${held ? sql`for update of p` : sql``}`,
  );

const runs = (today: Day): RawBuilder<unknown> => sql`p.state = 'open'
  and coalesce(p.opens_on <= ${today}::date, true) and coalesce(p.closes_on >= ${today}::date, true)`;

/** The poll that an organisation's pages ask: of those that run, the one opened last; null: none runs. */
export const openPoll = (db: Db, organisationId: string, today: Day): Promise<Poll | null> =>
  maybe(
    db,
    sql<Poll>`select ${columns} ${from}
      where p.organisation_id = ${organisationId} and ${isPublic} and ${runs(today)}
      order by p.opened_at desc, p.id desc limit 1`,
  );

/** The polls of an organisation that everybody may see: those that run first. */
export async function publicPolls(
  db: Db,
  of: {
    readonly organisationId: string;
    readonly today: Day;
    readonly page: number;
    readonly size: number;
  },
): Promise<{ rows: Poll[]; total: number }> {
  const where = sql`p.organisation_id = ${of.organisationId} and ${isPublic}`;
  const { total } = await one(
    db,
    sql<{ total: number }>`select count(*)::integer as total from poll p where ${where}`,
  );
  const rows = await all(
    db,
    sql<Poll>`select ${columns} ${from} where ${where}
      order by (${runs(of.today)}) desc, p.opened_at desc, p.id desc
      limit ${of.size} offset ${(of.page - 1) * of.size}`,
  );
  return { rows, total };
}

/** The polls of an office, the newest first: two queries. */
export async function listPolls(
  cx: Cx,
  of: {
    readonly organisation: string | null;
    readonly state?: PollState | null;
    readonly q?: string;
    readonly page: number;
    readonly size: number;
  },
): Promise<{ rows: Poll[]; total: number }> {
  const where = allOf([
    visible(cx, pollRead, sql`p.organisation_id`),
    sql`p.deleted_at is null`,
    ...(of.organisation === null ? [] : [sql`p.organisation_id = ${of.organisation}`]),
    ...(of.state ? [sql`p.state = ${of.state}`] : []),
    ...searchWords(of.q ?? '').map((word) => sql`p.search like ${`%${word}%`}`),
  ]);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${from} where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<Poll>`select ${columns} ${from} where ${where}
      order by p.created_at desc, p.id desc limit ${of.size} offset ${(of.page - 1) * of.size}`,
  );
  return { rows, total };
}

/** What a reader chose; null: nothing. */
export async function choicesOf(db: Db, pollId: string, reader: Buffer): Promise<number[] | null> {
  const found = await maybe(
    db,
    sql<{ choices: number[] }>`select choices from poll_vote
      where poll_id = ${pollId} and reader = ${reader}`,
  );
  return found?.choices ?? null;
}
