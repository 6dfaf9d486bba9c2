import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import {
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { IdSource } from '../../kernel/ids.ts';
import { sealEvents } from '../audit/seal.ts';
import type { Cx } from '../command.ts';
import type { Db } from '../database/query.ts';
import type { Log } from '../log.ts';
import { releaseDead, showAlive } from './alive.ts';
import { bearBreaks, workerLogger } from './library.ts';
import { performRun } from './perform.ts';
import { runById } from './runs.ts';
import { repeat } from './timer.ts';
import type { CronLine, JobHandler, RunHandler } from './types.ts';

export interface WorkerOptions {
  /** Shared with the rest of the process; the worker keeps two of its connections. */
  readonly pool: Pool;
  /** The same pool for our own SQL. */
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** The context of a job: of the system, or of the account that ordered a long job. */
  readonly cxFor: (job: { requestId: string; accountId: string | null }) => Promise<Cx>;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly runs: Readonly<Record<string, RunHandler>>;
  readonly cron: readonly CronLine[];
  /** Jobs at the same time; 2 when left out. */
  readonly concurrency?: number;
  /** Milliseconds that `stop` gives jobs before it tells them to end; 5000 when left out. */
  readonly patience?: number;
}

export interface Worker {
  /** Takes no new jobs, waits for those under way (told to end after `patience`), then returns. */
  stop(): Promise<void>;
}

const SEAL_MS = 1000;
const DEAD_MS = 5000;
const RESTART_MS = 2000;
/** What the library gets for its last words once its jobs have ended. */
const LAST_WORDS_MS = 3000;
const ordered = z.object({ run: z.uuid() });

/**
 * Starts the worker: jobs from the queue, the clock's jobs, the sealer each second, and the watch
 * over workers that died. Several processes may each have one. Throws when the queue is not there.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { db, clock, log } = options;
  const stopping = new AbortController();
  const first = await startRunner(options);
  const running = keepRunning(options, first, stopping.signal);
  const repeated = [
    repeat('sealer', SEAL_MS, () => sealEvents(db, clock), log),
    repeat('dead workers', DEAD_MS, () => releaseDead(db), log),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all([running, ...repeated.map((end) => end())]);
    },
  };
}

interface Started {
  readonly runner: Runner;
  readonly letGo: () => Promise<void>;
  /** Resolves when all jobs of the runner have ended, a moment later. */
  readonly over: Promise<void>;
}

// The library's runner ends itself when it can no longer reach the database; we begin anew.
async function keepRunning(
  options: WorkerOptions,
  first: Started,
  stopping: AbortSignal,
): Promise<void> {
  let started: Started | null = first;
  while (!stopping.aborted || started !== null) {
    if (started === null) {
      started = await startRunner(options).catch((error) => {
        options.log.warn('the job worker cannot start', { error });
        return null;
      });
    }
    if (started !== null) await untilEnd(started, options.log, stopping);
    started = null;
    if (!stopping.aborted) await pause(RESTART_MS, stopping);
  }
}

// When the ends of two jobs were refused the library waits for ever for the last one of them: its jobs are
// over then, and so is it.
async function untilEnd(
  { runner, letGo, over }: Started,
  log: Log,
  stopping: AbortSignal,
): Promise<void> {
  const failed = (error: unknown) => log.error('the job worker ended', { error });
  let stop: Promise<void> = Promise.resolve();
  const end = () => {
    stop = runner.stop().catch(() => {});
  };
  stopping.addEventListener('abort', end, { once: true });
  if (stopping.aborted) end();
  await Promise.race([runner.promise.catch(failed), over]);
  stopping.removeEventListener('abort', end);
  await Promise.race([stop, over]);
  // Its clock still runs where it did not end by itself.
  runner.stop().catch(() => {});
  await letGo();
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal: stopping }).catch(() => {});
}

const lastEvents = [
  'pool:gracefulShutdown:complete',
  'pool:forcefulShutdown:complete',
  'pool:forcefulShutdown:error',
] as const;

async function startRunner(options: WorkerOptions): Promise<Started> {
  const { pool, log } = options;
  bearBreaks(pool);
  let name = '';
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id;
  });
  const over = new Promise<void>((resolve) => {
    for (const event of lastEvents)
      events.once(event, () => void setTimeout(LAST_WORDS_MS).then(resolve));
  });
  const runner = await run({
    pgPool: pool,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      options.cron.map(({ name: task, match }) => ({
        task,
        match,
        options: { jobKey: `cron:${task}` },
      })),
    ),
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: options.patience ?? 5000,
    // Told one by one, a job whose end the database cannot take any more is a rejection that nobody
    // hears, which ends the whole process; told together, it ends this worker, and we start another.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: workerLogger(log),
    events,
  });
  try {
    return { runner, over, letGo: await showAlive(pool, name, log) };
  } catch (error) {
    await runner.stop().catch(() => {});
    await runner.promise.catch(() => {});
    throw error;
  }
}

function taskList(options: WorkerOptions): TaskList {
  const { handlers, runs, cxFor, ids, db, log } = options;
  const twice = Object.keys(runs).find((name) => Object.hasOwn(handlers, name));
  if (twice !== undefined) throw new Error(`two jobs have the name ${twice}`);
  const tasks: TaskList = {};
  for (const [name, handler] of Object.entries(handlers)) {
    tasks[name] = async (payload: unknown) => {
      await handler(await cxFor({ requestId: ids.pid(), accountId: null }), payload);
    };
  }
  for (const [name, handler] of Object.entries(runs)) {
    tasks[name] = async (payload: unknown, { job, abortSignal }) => {
      const { run: id } = ordered.parse(payload);
      const requestId = ids.pid();
      const found = await runById(db, id);
      const cx = await cxFor({ requestId, accountId: found?.requestedBy ?? null });
      const by = { cx, attempt: job.attempts, stopping: abortSignal };
      await performRun(handler, id, { ...by, log: log.child({ requestId }) });
    };
  }
  return tasks;
}
