import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { systemClock } from '../../kernel/clock.ts';
import { randomIds } from '../../kernel/ids.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { cancelRun, findRun, installJobs, startWorker } from '../../platform/jobs/index.ts';
import { silentLog } from '../../platform/log.ts';
import { mailHandler, SEND_MAIL } from '../../platform/mail.ts';
import { eventually, testCx } from '../../platform/testing.ts';
import { MailServer } from '../../platform/testing-mail.ts';
import { smallFederation } from '../activities/testing.ts';
import { coverage } from '../organisations/index.ts';
import { continueJob, sendRun, settleJob } from './jobs.ts';
import { findMailing, resultOf } from './queries/index.ts';
import { resumeMailing, SEND_MAILING, stopMailing } from './service/index.ts';
import { drafted, member, ordered, pace } from './testing/index.ts';

// What depends on commit: a database of its own, a worker, a mail server.

let database: Database;
let server: MailServer;
let smtpUrl: string;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  server = new MailServer();
  smtpUrl = await server.start();
  await smallFederation(cxOf());
});
after(async () => {
  await server.stop();
  await database.close();
});
beforeEach(async () => {
  server.letters.length = 0;
  for (const table of [
    'mailing_refusal',
    'mailing_recipient',
    'mailing',
    'mail_message',
    'job_run',
  ])
    await sql`delete from ${sql.table(table)}`.execute(database.db);
  for (const table of ['consent', 'membership', 'person'])
    await sql`delete from ${sql.table(table)}`.execute(database.db);
  await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  await pace(cxOf(), 1_000_000);
});

const cxOf = (): Cx =>
  testCx(database.db, { clock: systemClock, ids: randomIds(systemClock), coverage });

const worker = () =>
  startWorker({
    pool: database.pool,
    db: database.db,
    clock: systemClock,
    ids: randomIds(systemClock),
    log: silentLog,
    cxFor: async () => cxOf(),
    handlers: {
      [SEND_MAIL]: mailHandler({ smtpUrl, from: 'Liên Trí <vp@hoi.example>' }),
      'mailing.continue': continueJob,
      'mailing.settle': settleJob,
    },
    runs: { [SEND_MAILING]: sendRun },
    cron: [],
  });

async function working(until: () => Promise<boolean>): Promise<void> {
  const { stop } = await worker();
  try {
    await eventually(until);
  } finally {
    await stop();
  }
}

async function members(many: number): Promise<void> {
  for (let n = 1; n <= many; n += 1)
    await member(cxOf(), 'sonla-dat', {
      name: `Lò Văn Người ${n}`,
      email: `nguoi${n}@hoi.example`,
      card: `SL-${n}`,
    });
}

const recipients = () => server.letters.flatMap((letter) => letter.to).sort();
const result = (id: string) => resultOf(cxOf(), id);
const allSent = (id: string, many: number) => async () => (await result(id)).sent === many;

/** Quoted-printable as text. */
function decoded(data: string): string {
  const bytes = data
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

describe('a mailing', () => {
  test('goes to the mail server: each member one letter in their own name', async () => {
    await members(3);
    await member(cxOf(), 'sonla-y', { name: 'Không Thư' });
    const pid = await drafted(cxOf(), { body: 'Kính gửi {ho_ten}, thẻ {so_the}.\n.\nHết.' });
    const id = await ordered(cxOf(), pid);
    await working(allSent(id, 3));
    assert.deepEqual(recipients(), [
      'RCPT TO:<nguoi1@hoi.example>',
      'RCPT TO:<nguoi2@hoi.example>',
      'RCPT TO:<nguoi3@hoi.example>',
    ]);
    const second = server.letters.find((letter) => letter.to[0]?.includes('nguoi2'));
    const text = decoded(second?.data ?? '');
    assert.match(text, /Kính gửi Lò Văn Người 2, thẻ SL-2\.\r\n\.\.\r\nHết\./);
    assert.match(text, /^List-Unsubscribe:\s+<https:\/\/hoi\.example\/thu\/[0-9a-f]{40}>/im);
    assert.match(text, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
    assert.match(second?.data ?? '', /^Content-Type: text\/plain; charset=utf-8/im);
    assert.match(second?.data ?? '', /^Content-Transfer-Encoding: quoted-printable/im);
    const links = server.letters.map((one) => /\/thu\/([0-9a-f]{40})/.exec(decoded(one.data))?.[1]);
    assert.equal(new Set(links).size, 3);
    await settleJob(cxOf(), {});
    assert.equal((await findMailing(cxOf(), pid))?.state, 'sent');
    assert.deepEqual((await result(id)).left, { no_email: 1 });
  });

  test('says which letters the mail server refused for good, and does not try them again', async () => {
    await members(2);
    server.answers = ['550 no such user <nguoi1@hoi.example>'];
    const id = await ordered(cxOf(), await drafted(cxOf()));
    await working(async () => {
      const { sent, failed } = await result(id);
      return sent + failed === 2;
    });
    assert.equal(server.letters.length, 1);
    await settleJob(cxOf(), {});
    const [failed] = await all(
      database.db,
      sql<{ reason: string }>`select reason from mailing_recipient where state = 'failed'`,
    );
    assert.match(failed?.reason ?? '', /550 no such user/);
  });

  test('survives kill -9 in the middle: everybody gets one letter', async () => {
    await members(400);
    const id = await ordered(cxOf(), await drafted(cxOf()));
    const script = fileURLToPath(new URL('./testing/sending.ts', import.meta.url));
    const hook = fileURLToPath(new URL('../../../bin/tsx-hook.mjs', import.meta.url));
    const args = ['--import', hook, script, database.url, database.ownerUrl];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    try {
      await eventually(async () => (await result(id)).queued >= 50);
    } finally {
      child.kill('SIGKILL');
      await exit;
    }
    const at = await result(id);
    assert.equal(at.waiting + at.queued, 400);
    assert.ok(at.waiting > 0, 'it was over before it was killed');
    await working(allSent(id, 400));
    assert.equal(new Set(recipients()).size, 400);
    assert.equal(recipients().length, 400);
    const { n } = await one(
      database.db,
      sql<{ n: number }>`select count(*)::integer as n from mail_message`,
    );
    assert.equal(n, 400);
  });

  test('that is stopped keeps what has not gone, and goes on without a second letter', async () => {
    await members(4);
    // Two an hour: one now, one in half an hour.
    await pace(cxOf(), 2);
    const pid = await drafted(cxOf());
    const id = await ordered(cxOf(), pid);
    await working(allSent(id, 1));
    const under = await result(id);
    assert.ok(under.waiting >= 1 && under.queued >= 1, JSON.stringify(under));
    const stopped = await execute(cxOf(), stopMailing, { pid });
    assert.ok(stopped.ok && stopped.value.taken_back === under.queued);
    assert.deepEqual(await result(id), { waiting: 3, queued: 0, sent: 1, failed: 0, left: {} });
    await pace(cxOf(), 1_000_000);
    await execute(cxOf(), resumeMailing, { pid, site: 'https://hoi.example' });
    await working(allSent(id, 4));
    assert.equal(new Set(recipients()).size, 4);
    assert.equal(recipients().length, 4);
  });

  test('is stopped with its run, too', async () => {
    await members(2);
    const pid = await drafted(cxOf());
    const id = await ordered(cxOf(), pid);
    const run = await findRun(database.db, (await findMailing(cxOf(), pid))?.runPid ?? '');
    await cancelRun(cxOf(), run?.id ?? '');
    assert.equal((await findMailing(cxOf(), pid))?.state, 'stopped');
    await execute(cxOf(), resumeMailing, { pid, site: 'https://hoi.example' });
    await working(allSent(id, 2));
    assert.equal(recipients().length, 2);
  });

  test('goes on by itself when the hour has room again', async () => {
    await members(3);
    await pace(cxOf(), 1);
    const id = await ordered(cxOf(), await drafted(cxOf()));
    await working(allSent(id, 1));
    const { runAt } = await one(
      database.db,
      sql<{ runAt: Date }>`select run_at as "runAt" from graphile_worker._private_jobs
        where key like 'mailing.continue:%'`,
    );
    assert.ok(runAt.getTime() > Date.now());
    // The hour passes.
    await pace(cxOf(), 1_000_000);
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(database.db);
    await working(allSent(id, 3));
    assert.equal(recipients().length, 3);
  });
});
