import { sql } from 'kysely';
import type { Cx } from '../command.ts';
import { all, type Db, inTransaction, maybe } from '../database/query.ts';
import { addJob } from './queue.ts';

/** One attempt more than a run gets: the last one only writes down that the others were cut off. */
export const RUN_ATTEMPTS = 6;

export type RunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A long job as a page shows it. `message` and the codes in `result` belong to the module's words. */
export interface JobRun {
  readonly id: string;
  readonly pid: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly requestedBy: string | null;
  readonly payload: unknown;
  readonly state: RunState;
  readonly done: number;
  readonly total: number | null;
  readonly message: string | null;
  readonly result: unknown;
  readonly cancelRequested: boolean;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const columns = sql`id, pid, name, organisation_id as "organisationId",
  requested_by as "requestedBy", payload, state, done, total, message, result,
  cancel_requested as "cancelRequested", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`;

/**
 * Orders a long job in the caller's transaction. It runs as the account that ordered it.
 * @returns its ids; `pid` is for the address of its page
 */
export async function startRun(
  cx: Cx,
  name: string,
  organisationId: string | null,
  payload: unknown,
): Promise<{ id: string; pid: string }> {
  const ids = { id: cx.ids.uuid(), pid: cx.ids.pid() };
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await inTransaction(cx.db, async (db) => {
    await sql`insert into job_run (id, pid, name, organisation_id, requested_by, payload, created_at)
      values (${ids.id}, ${ids.pid}, ${name}, ${organisationId}, ${account},
        ${JSON.stringify(payload)}::jsonb, ${cx.clock.now()})`.execute(db);
    await addJob(db, name, { run: ids.id }, { key: keyOf(ids.id), maxAttempts: RUN_ATTEMPTS });
  });
  return ids;
}

/** Asks a run to stop: one that waits never starts, one that works ends at its next look. */
export async function cancelRun(cx: Cx, id: string): Promise<void> {
  await sql`update job_run set cancel_requested = true,
      state = case state when 'waiting' then 'cancelled' else state end,
      finished_at = case state when 'waiting' then ${cx.clock.now()}::timestamptz else finished_at end
    where id = ${id} and state in ('waiting', 'running')`.execute(cx.db);
}

/** A run by its public id, null when there is none. The door asks the policy of its organisation. */
export function findRun(db: Db, pid: string): Promise<JobRun | null> {
  return maybe(db, sql<JobRun>`select ${columns} from job_run where pid = ${pid}`);
}

/** The runs of an organisation, the newest first; of one job when `name` is given. */
export function listRuns(
  db: Db,
  organisationId: string,
  options: { readonly name?: string; readonly limit?: number } = {},
): Promise<JobRun[]> {
  return all(
    db,
    sql<JobRun>`select ${columns} from job_run where organisation_id = ${organisationId}
      and (${options.name ?? null}::text is null or name = ${options.name ?? null})
      order by created_at desc, id desc limit ${options.limit ?? 50}`,
  );
}

export function runById(db: Db, id: string): Promise<JobRun | null> {
  return maybe(db, sql<JobRun>`select ${columns} from job_run where id = ${id}`);
}

export function keyOf(runId: string): string {
  return `run:${runId}`;
}
