import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { systemClock } from '../../kernel/clock.ts';
import { randomIds } from '../../kernel/ids.ts';
import { recordEvent } from '../audit/record.ts';
import { verifyChain } from '../audit/verify.ts';
import type { Database } from '../database/index.ts';
import { inTransaction, maybe } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import { createLog, silentLog } from '../log.ts';
import { eventually, testAccount, testCx } from '../testing.ts';
import { releaseDead } from './alive.ts';
import {
  addJob,
  cancelRun,
  findRun,
  installJobs,
  listRuns,
  RunFailed,
  startRun,
  startWorker,
  type WorkerOptions,
} from './index.ts';
import { performRun } from './perform.ts';
import { RUN_ATTEMPTS } from './runs.ts';

const ORGANISATION = '01900000-0000-7000-8000-000000000001';
const ACCOUNT = '01900000-0000-7000-8000-00000000000a';

describe('jobs', () => {
  let database: Database;
  let lines: string[];
  before(async () => {
    database = await testDatabase();
    lines = [];
    await installJobs(database.ownerPool);
    await installJobs(database.ownerPool);
  });
  after(() => database.close());

  const cxOf = (parts: Parameters<typeof testCx>[1] = {}) =>
    testCx(database.db, { clock: systemClock, ...parts });
  const worker = (parts: Partial<WorkerOptions>) =>
    startWorker({
      pool: database.pool,
      db: database.db,
      clock: systemClock,
      ids: randomIds(systemClock),
      log: createLog({ write: (line) => void lines.push(line) }),
      cxFor: async ({ requestId }) => cxOf({ requestId }),
      handlers: {},
      runs: {},
      cron: [],
      patience: 200,
      ...parts,
    });
  const ended = (pid: string) =>
    eventually(async () => {
      const run = await findRun(database.db, pid);
      return run?.finishedAt ? run : null;
    });
  const reaches = (pid: string, done: number) =>
    eventually(async () => (await findRun(database.db, pid))?.done === done);

  it('run when the transaction that added them commits, and never otherwise', async () => {
    const seen: unknown[] = [];
    const { stop } = await worker({
      handlers: { 'test.see': async (_cx, payload) => void seen.push(payload) },
    });
    try {
      await assert.rejects(
        inTransaction(database.db, async (db) => {
          await addJob(db, 'test.see', { n: 1 });
          throw new Error('undone');
        }),
        /undone/,
      );
      await inTransaction(database.db, (db) => addJob(db, 'test.see', { n: 2, words: 'đã gửi' }));
      await eventually(async () => seen.length > 0);
    } finally {
      await stop();
    }
    assert.deepEqual(seen, [{ n: 2, words: 'đã gửi' }]);
  });

  it('are tried again after an error, and a later one takes the place of one with its key', async () => {
    const seen: unknown[] = [];
    await addJob(database.db, 'test.often', { n: 1 }, { key: 'often' });
    await addJob(database.db, 'test.often', { n: 2 }, { key: 'often' });
    const { stop } = await worker({
      handlers: {
        'test.often': async (_cx, payload) => {
          seen.push(payload);
          if (seen.length === 1) throw new Error('not yet');
        },
      },
    });
    try {
      await eventually(async () => seen.length === 2);
    } finally {
      await stop();
    }
    assert.deepEqual(seen, [{ n: 2 }, { n: 2 }]);
    assert.ok(lines.some((line) => line.includes('not yet')));
  });

  it('are each done once by several workers, and the sealer works beside them', async () => {
    const seen: number[] = [];
    const handlers = {
      'test.count': async (_cx: unknown, payload: unknown) =>
        void seen.push((payload as { n: number }).n),
    };
    const workers = await Promise.all([worker({ handlers }), worker({ handlers })]);
    try {
      await inTransaction(database.db, async (db) => {
        for (let n = 0; n < 50; n++) await addJob(db, 'test.count', { n });
        await recordEvent(cxOf({ db }), 'thing.add', {
          result: null,
          subject: { type: 'thing', id: ACCOUNT },
          organisationId: null,
          changes: {},
        });
      });
      await eventually(async () => seen.length >= 50);
      await eventually(async () => (await verifyChain(database.db)).sealed === 1);
    } finally {
      await Promise.all(workers.map(({ stop }) => stop()));
    }
    assert.deepEqual(
      seen.sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, n) => n),
    );
  });

  it('refuse two handlers of one name', async () => {
    const runs = { x: { resumable: true, run: async () => 1 } };
    await assert.rejects(
      worker({ handlers: { x: async () => {} }, runs }),
      /two jobs have the name x/,
    );
  });

  it('when long, show progress, know who ordered them, and keep their result', async () => {
    const cx = cxOf({ actor: testAccount(ACCOUNT) });
    const { pid } = await startRun(cx, 'test.long', ORGANISATION, { rows: 3 });
    const waiting = await findRun(database.db, pid);
    assert.deepEqual([waiting?.state, waiting?.payload], ['waiting', { rows: 3 }]);
    const asked: (string | null)[] = [];
    let halfway: () => void = () => {};
    const goOn = new Promise<void>((resolve) => {
      halfway = resolve;
    });
    const { stop } = await worker({
      cxFor: async ({ requestId, accountId }) => {
        asked.push(accountId);
        return cxOf({ requestId });
      },
      runs: {
        'test.long': {
          resumable: false,
          async run(_cx, payload, run) {
            await run.progress(1, 3, 'reading');
            await goOn;
            for (let n = 2; n <= 3; n++) await run.progress(n, 3);
            return { added: (payload as { rows: number }).rows };
          },
        },
      },
    });
    try {
      await reaches(pid, 1);
      const running = await findRun(database.db, pid);
      assert.deepEqual(
        [running?.state, running?.total, running?.message],
        ['running', 3, 'reading'],
      );
      halfway();
      const run = await ended(pid);
      assert.deepEqual(
        [run.state, run.done, run.total, run.message, run.result, run.requestedBy],
        ['done', 3, 3, null, { added: 3 }, ACCOUNT],
      );
    } finally {
      await stop();
    }
    assert.deepEqual(asked, [ACCOUNT]);
    assert.deepEqual(
      (await listRuns(database.db, ORGANISATION, { name: 'test.long' })).map((run) => run.pid),
      [pid],
    );
  });

  it('when long, end as failed with a code, and an unforeseen error goes to the log alone', async () => {
    const first = await startRun(cxOf(), 'test.refuses', ORGANISATION, {});
    const second = await startRun(cxOf(), 'test.breaks', ORGANISATION, {});
    const { stop } = await worker({
      runs: {
        'test.refuses': {
          resumable: true,
          run: async () => {
            throw new RunFailed('sheet_missing', { line: 4 });
          },
        },
        'test.breaks': {
          resumable: true,
          run: async () => {
            throw new Error('a secret of the machine');
          },
        },
      },
    });
    try {
      const refused = await ended(first.pid);
      assert.deepEqual(
        [refused.state, refused.message, refused.result],
        ['failed', 'sheet_missing', { line: 4 }],
      );
      const broken = await ended(second.pid);
      assert.deepEqual([broken.state, broken.message], ['failed', 'run_failed']);
      const { requestId } = broken.result as { requestId: string };
      assert.doesNotMatch(JSON.stringify(broken), /secret of the machine/);
      assert.ok(lines.some((l) => l.includes('a secret of the machine') && l.includes(requestId)));
    } finally {
      await stop();
    }
  });

  it('when long, can be stopped before and while they work', async () => {
    const early = await startRun(cxOf(), 'test.waits', ORGANISATION, {});
    await cancelRun(cxOf(), early.id);
    assert.equal((await findRun(database.db, early.pid))?.state, 'cancelled');
    const late = await startRun(cxOf(), 'test.waits', ORGANISATION, {});
    const started: string[] = [];
    const { stop } = await worker({
      runs: {
        'test.waits': {
          resumable: true,
          async run(cx, _payload, run) {
            started.push(cx.requestId);
            await run.progress(1, null);
            while (!run.cancelled()) await new Promise((resolve) => setTimeout(resolve, 10));
            return { kept: 1 };
          },
        },
      },
    });
    try {
      await reaches(late.pid, 1);
      await cancelRun(cxOf(), late.id);
      const run = await ended(late.pid);
      assert.deepEqual([run.state, run.result], ['cancelled', { kept: 1 }]);
      await cancelRun(cxOf(), late.id);
      assert.equal((await findRun(database.db, late.pid))?.state, 'cancelled');
      assert.equal(started.length, 1);
    } finally {
      await stop();
    }
  });

  it('when long, go on with the next worker after this one stops', async () => {
    const { pid } = await startRun(cxOf(), 'test.moves', ORGANISATION, {});
    const attempts: number[] = [];
    const runs: WorkerOptions['runs'] = {
      'test.moves': {
        resumable: true,
        async run(_cx, _payload, run) {
          attempts.push(run.attempt);
          await run.progress(run.attempt, 2);
          while (run.attempt === 1 && !run.cancelled())
            await new Promise((resolve) => setTimeout(resolve, 10));
          return run.attempt;
        },
      },
    };
    const first = await worker({ runs });
    await reaches(pid, 1);
    await first.stop();
    assert.equal((await findRun(database.db, pid))?.state, 'running');
    const second = await worker({ runs });
    try {
      const run = await ended(pid);
      assert.deepEqual([run.state, run.result], ['done', 2]);
      assert.deepEqual(attempts, [1, 2]);
    } finally {
      await second.stop();
    }
  });

  it('are not taken from a worker that lives, however long it works', async () => {
    let finish: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let count = 0;
    const { stop } = await worker({
      handlers: {
        'test.slow': async () => {
          count += 1;
          await held;
        },
      },
    });
    try {
      await addJob(database.db, 'test.slow', {});
      await eventually(async () => count === 1);
      await database.ownerPool.query(
        `update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'
         where locked_by is not null`,
      );
      assert.equal(await releaseDead(database.db), 0);
      finish();
    } finally {
      await stop();
    }
    assert.equal(count, 1);
  });

  it('survive kill -9: what may resume does, what may not says so', async () => {
    const resumes = await startRun(cxOf(), 'test.resumes', ORGANISATION, {});
    const once = await startRun(cxOf(), 'test.once', ORGANISATION, {});
    const script = fileURLToPath(new URL('./crashing.ts', import.meta.url));
    const child = spawn(process.execPath, [script, database.url, database.ownerUrl], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    try {
      await reaches(resumes.pid, 1);
      await reaches(once.pid, 1);
    } finally {
      child.kill('SIGKILL');
      await exit;
    }
    assert.equal((await findRun(database.db, once.pid))?.state, 'running');
    let again = 0;
    const run = async (_cx: unknown, _payload: unknown, context: { attempt: number }) => {
      again += 1;
      return { attempt: context.attempt };
    };
    const { stop } = await worker({
      runs: { 'test.resumes': { resumable: true, run }, 'test.once': { resumable: false, run } },
    });
    try {
      const done = await ended(resumes.pid);
      assert.deepEqual([done.state, done.result, done.message], ['done', { attempt: 2 }, null]);
      const failed = await ended(once.pid);
      assert.deepEqual([failed.state, failed.message], ['failed', 'run_interrupted']);
      assert.equal(again, 1);
    } finally {
      await stop();
    }
  });

  it('that bring the process down each time are given up in the end', async () => {
    const { id, pid } = await startRun(cxOf(), 'test.kills', ORGANISATION, {});
    await sql`update job_run set state = 'running' where id = ${id}`.execute(database.db);
    let count = 0;
    const run = async () => {
      count += 1;
    };
    const by = { cx: cxOf(), log: silentLog, stopping: new AbortController().signal };
    await performRun({ resumable: true, run }, id, { ...by, attempt: RUN_ATTEMPTS });
    const left = await findRun(database.db, pid);
    assert.deepEqual([left?.state, left?.message, count], ['failed', 'run_crashing', 0]);
    await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  });

  it('go on after every connection to the database broke', async () => {
    const seen: unknown[] = [];
    const { stop } = await worker({
      handlers: { 'test.see': async (_cx, payload) => void seen.push(payload) },
    });
    const lock = sql`select from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`;
    try {
      await eventually(() => maybe(database.db, lock));
      await database.ownerPool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'lientri'`,
      );
      await eventually(async () => {
        await addJob(database.db, 'test.see', 1).catch(() => {});
        return seen.length > 0;
      });
      await eventually(() => maybe(database.db, lock));
      await eventually(
        async () => !(await maybe(database.db, sql`select from graphile_worker._private_jobs`)),
      );
    } finally {
      await stop();
    }
  });

  it('go on after the ends of two jobs were refused at the same time', async () => {
    const seen: unknown[] = [];
    const { stop } = await worker({
      handlers: { 'test.see': async (_cx, payload) => void seen.push(payload) },
    });
    const holder = await database.ownerPool.connect();
    const waiting = (many: number) =>
      eventually(async () => {
        const found = await holder.query(
          `select from pg_locks where locktype = 'advisory' and objid = 77 and not granted`,
        );
        return found.rowCount === many;
      });
    try {
      await holder.query(`
        create function refuse_ends() returns trigger language plpgsql as $$
          begin perform pg_advisory_xact_lock_shared(77); raise exception 'not now'; end $$;
        create trigger refuse_ends before delete on graphile_worker._private_jobs
          for each row execute function refuse_ends();
        select pg_advisory_lock(77);`);
      for (const n of [1, 2]) {
        await addJob(database.db, 'test.see', n);
        await waiting(n);
      }
      await holder.query('select pg_advisory_unlock(77)');
      await eventually(async () => lines.some((line) => line.includes('Failed to complete')));
      await holder.query('drop function refuse_ends() cascade');
      await addJob(database.db, 'test.see', 3);
      await eventually(async () => seen.includes(3));
    } finally {
      await holder.query('drop function if exists refuse_ends() cascade');
      holder.release();
      await stop();
    }
    await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  });

  it('leave no lock and no job behind when the worker stops', async () => {
    const locks = await maybe(
      database.db,
      sql`select from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`,
    );
    assert.equal(locks, null);
    assert.equal(await maybe(database.db, sql`select from graphile_worker._private_jobs`), null);
  });
});
