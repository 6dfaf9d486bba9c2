import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import {
  allOf,
  directionOf,
  pageRows,
  type RecordFilter,
  type RecordOrder,
  recordConditions,
} from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { mailingRead } from '../policy.ts';
import type { MailingState } from '../rules.ts';
import { type Mailing, memberFilter } from '../schema.ts';

// A run that was stopped or came to grief stops the mailing, wherever it was stopped.
const state = sql`case when m.state = 'sending' and j.state in ('cancelled', 'failed')
  then 'stopped' else m.state end`;

const columns = sql`m.id, m.pid, m.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.name, o.code) as "organisationName", m.kind, m.subject,
  m.body, m.filter, ${state} as state, m.counts, m.counted_at as "countedAt", m.site,
  j.pid as "runPid", m.prepared_at as "preparedAt", m.started_at as "startedAt",
  m.finished_at as "finishedAt", m.version, m.created_at as "createdAt", m.deleted_at as "deletedAt"`;

const from = (today: Day) => sql`from mailing m
  join organisation o on o.id = m.organisation_id ${nameOn(sql`o.id`, today)}
  left join job_run j on j.id = m.run_id`;

const read = (row: Mailing): Mailing => ({ ...row, filter: memberFilter.parse(row.filter) });

/** A mailing that the actor may see, a deleted one too; null when there is none. */
export async function findMailing(cx: Cx, pid: string): Promise<Mailing | null> {
  const row = await maybe(
    cx.db,
    sql<Mailing>`select ${columns} ${from(cx.clock.today())}
      where m.pid = ${pid} and ${visible(cx, mailingRead, sql`m.organisation_id`)}`,
  );
  return row === null ? null : read(row);
}

/** As `findMailing`, without deleted ones. @throws NotFound */
export async function liveMailing(cx: Cx, pid: string): Promise<Mailing> {
  const mailing = await findMailing(cx, pid);
  if (mailing === null || mailing.deletedAt !== null) throw new NotFound('mailing');
  return mailing;
}

/** A mailing by its inner id, for the jobs that send it; it is held until the transaction ends. */
export async function holdMailing(cx: Cx, id: string): Promise<Mailing | null> {
  const row = await maybe(
    cx.db,
    sql<Mailing>`select ${columns} ${from(cx.clock.today())}
      where m.id = ${id} and m.deleted_at is null for update of m`,
  );
  return row === null ? null : read(row);
}

/** What the run of a mailing needs to know of it. */
export function runMailing(
  db: Db,
  id: string,
): Promise<Pick<Mailing, 'pid' | 'organisationId' | 'organisationCode' | 'runPid'> | null> {
  return maybe(
    db,
    sql<Pick<Mailing, 'pid' | 'organisationId' | 'organisationCode' | 'runPid'>>`select m.pid,
        m.organisation_id as "organisationId", o.code as "organisationCode", j.pid as "runPid"
      from mailing m join organisation o on o.id = m.organisation_id
      left join job_run j on j.id = m.run_id where m.id = ${id} and m.deleted_at is null`,
  );
}

export interface MailingFilter extends RecordFilter {
  readonly state?: MailingState | null;
}
export type MailingList = MailingFilter & RecordOrder<'day'>;

/** One page of a list and how many there are in all: two queries, whatever the number of rows. */
export async function listMailings(
  cx: Cx,
  list: MailingList,
): Promise<{ rows: Mailing[]; total: number }> {
  const parts = recordConditions(cx, mailingRead, list, 'm');
  if (list.state) parts.push(sql`${state} = ${list.state}`);
  const where = allOf(parts);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from mailing m
      join organisation o on o.id = m.organisation_id left join job_run j on j.id = m.run_id
      where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<Mailing>`select ${columns} ${from(cx.clock.today())} where ${where}
      order by m.created_at ${directionOf(list)}, m.pid ${pageRows(list)}`,
  );
  return { rows: rows.map(read), total };
}
