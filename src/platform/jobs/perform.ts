import { sql } from 'kysely';
import type { Cx } from '../command.ts';
import { type Db, maybe } from '../database/query.ts';
import type { Log } from '../log.ts';
import { type JobRun, RUN_ATTEMPTS, type RunState, runById } from './runs.ts';
import { type RunContext, RunFailed, type RunHandler } from './types.ts';

const WRITE_EVERY_MS = 250;
const LOOK_EVERY_MS = 500;

export interface Attempt {
  readonly cx: Cx;
  readonly log: Log;
  /** 1, 2, …: how often the queue has handed the job out. */
  readonly attempt: number;
  /** Aborts when the worker stops and no longer waits. */
  readonly stopping: AbortSignal;
}

/**
 * Performs one attempt of a long job and writes down how it ended. Throws only when the worker is
 * stopping: then the queue hands the job out again.
 */
export async function performRun(handler: RunHandler, id: string, by: Attempt): Promise<void> {
  const { cx, attempt } = by;
  const run = await runById(cx.db, id);
  if (run === null || (run.state !== 'waiting' && run.state !== 'running')) return;
  if (run.cancelRequested) return finish(cx, id, 'cancelled', null, null);
  const cutOff = run.state === 'running';
  if (cutOff && !handler.resumable) return finish(cx, id, 'failed', 'run_interrupted', null);
  if (cutOff && attempt >= RUN_ATTEMPTS) return finish(cx, id, 'failed', 'run_crashing', null);
  await sql`update job_run set state = 'running', started_at = coalesce(started_at, ${cx.clock.now()}),
    message = null where id = ${id}`.execute(cx.db);
  await attemptRun(handler, run, by);
}

async function attemptRun(handler: RunHandler, run: JobRun, by: Attempt): Promise<void> {
  const { cx, log, stopping } = by;
  const reporter = report(cx.db, run.id, by);
  try {
    const result = await handler.run(cx, run.payload, reporter.context);
    await reporter.close();
    if (reporter.noticed() && !reporter.asked()) throw new Error('the worker is stopping');
    await finish(cx, run.id, reporter.noticed() ? 'cancelled' : 'done', null, result);
  } catch (error) {
    await reporter.close().catch(() => {});
    if (stopping.aborted && !reporter.asked()) throw error;
    if (reporter.asked()) return finish(cx, run.id, 'cancelled', null, null);
    if (error instanceof RunFailed) return finish(cx, run.id, 'failed', error.code, error.result);
    log.error('run failed', { run: run.pid, job: run.name, error });
    await finish(cx, run.id, 'failed', 'run_failed', { requestId: cx.requestId });
  }
}

async function finish(
  cx: Cx,
  id: string,
  state: RunState,
  message: string | null,
  result: unknown,
): Promise<void> {
  const kept = result === undefined || result === null ? null : JSON.stringify(result);
  await sql`update job_run set state = ${state}, message = coalesce(${message}, message),
    result = ${kept}::jsonb, finished_at = ${cx.clock.now()} where id = ${id}`.execute(cx.db);
}

interface Asked {
  readonly asked: boolean;
}

/** What a run reports is written, and what is asked of it is heard, as long as it works. */
function report(db: Db, id: string, by: Attempt) {
  const abort = new AbortController();
  const stop = () => abort.abort();
  let asked = false;
  let noticed = false;
  const heard = (row: Asked | null) => {
    if (!row?.asked) return;
    asked = true;
    stop();
  };
  const { progress, write } = progressOf(db, id, heard);
  // Somebody may ask to stop while the job is busy with something that reports nothing.
  const timer = setInterval(() => {
    const look = sql<Asked>`select cancel_requested as asked from job_run where id = ${id}`;
    maybe(db, look).then(heard, (error) => by.log.warn('cannot look at a run', { error }));
  }, LOOK_EVERY_MS);
  by.stopping.addEventListener('abort', stop, { once: true });
  const cancelled = () => {
    noticed ||= abort.signal.aborted;
    return noticed;
  };
  const context: RunContext = { signal: abort.signal, attempt: by.attempt, cancelled, progress };
  return {
    context,
    asked: () => asked,
    /** The handler was told to end, so its normal end is not the end of the work. */
    noticed: () => noticed,
    async close() {
      clearInterval(timer);
      by.stopping.removeEventListener('abort', stop);
      await write();
    },
  };
}

function progressOf(db: Db, id: string, heard: (row: Asked | null) => void) {
  let latest: { done: number; total: number | null; message: string | null } | null = null;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = async () => {
    if (latest === null) return;
    const { done, total, message } = latest;
    latest = null;
    writtenAt = performance.now();
    const update = sql<Asked>`update job_run set done = ${done}, total = ${total},
      message = ${message} where id = ${id} returning cancel_requested as asked`;
    heard(await maybe(db, update));
  };
  const progress: RunContext['progress'] = async (done, total, message = null) => {
    latest = { done, total, message };
    if (performance.now() - writtenAt >= WRITE_EVERY_MS) await write();
  };
  return { progress, write };
}
