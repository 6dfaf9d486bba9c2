import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { systemClock } from '../kernel/clock.ts';
import { randomIds } from '../kernel/ids.ts';
import type { Database } from './database/index.ts';
import { inTransaction } from './database/query.ts';
import { testDatabase } from './database/testing.ts';
import { installJobs, startWorker } from './jobs/index.ts';
import { silentLog } from './log.ts';
import { listOutbox, MailRefused, mailHandler, purgeMail, SEND_MAIL, sendMail } from './mail.ts';
import { eventually, testClock, testCx } from './testing.ts';
import { MailServer } from './testing-mail.ts';

describe('mail', () => {
  let database: Database;
  let server: MailServer;
  let smtpUrl: string;
  before(async () => {
    database = await testDatabase();
    await installJobs(database.ownerPool);
    server = new MailServer();
    smtpUrl = await server.start();
  });
  after(async () => {
    await server.stop();
    await database.close();
  });
  beforeEach(async () => {
    server.letters.length = 0;
    await sql`delete from mail_message`.execute(database.db);
    await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  });

  const letter = {
    to: 'an@hoi.example',
    subject: 'Giấy mời họp',
    text: 'Kính gửi anh,\n.\nMời họp.',
  };
  const cxOf = () => testCx(database.db, { clock: systemClock });
  const work = async (url: string | null, until: () => Promise<boolean>) => {
    const { stop } = await startWorker({
      pool: database.pool,
      db: database.db,
      clock: systemClock,
      ids: randomIds(systemClock),
      log: silentLog,
      cxFor: async () => cxOf(),
      handlers: { [SEND_MAIL]: mailHandler({ smtpUrl: url, from: 'Liên Trí <vp@hoi.example>' }) },
      runs: {},
      cron: [],
    });
    try {
      await eventually(until);
    } finally {
      await stop();
    }
  };
  const outbox = () => listOutbox(database.db);
  const jobsGone = async () => {
    const { rows } = await sql`select from graphile_worker._private_jobs`.execute(database.db);
    return rows.length === 0;
  };

  it('goes out with the commit that wrote it', async () => {
    await assert.rejects(
      inTransaction(database.db, async (db) => {
        await sendMail({ ...cxOf(), db }, { ...letter, to: 'never@hoi.example' });
        throw new Error('undone');
      }),
      /undone/,
    );
    const pid = await sendMail(cxOf(), letter);
    await work(smtpUrl, async () => (await outbox())[0]?.sentAt != null);
    assert.equal(server.letters.length, 1);
    const [sent] = server.letters;
    assert.equal(sent?.from, 'MAIL FROM:<vp@hoi.example>');
    assert.deepEqual(sent?.to, ['RCPT TO:<an@hoi.example>']);
    assert.match(sent?.data ?? '', new RegExp(`^Message-ID: <${pid}@hoi\\.example>`, 'im'));
    assert.match(sent?.data ?? '', /^Subject: =\?UTF-8\?/m);
    const [message] = await outbox();
    assert.deepEqual(
      [
        message?.pid,
        message?.to,
        message?.subject,
        message?.text,
        message?.attempts,
        message?.error,
      ],
      [pid, letter.to, letter.subject, letter.text, 1, null],
    );
  });

  it('is tried again when the server cannot take it now', async () => {
    await sendMail(cxOf(), letter);
    server.answers = ['451 later, please'];
    const errors: (string | null)[] = [];
    await work(smtpUrl, async () => {
      const [message] = await outbox();
      if (message?.error) errors.push(message.error);
      return message?.sentAt != null;
    });
    const [message] = await outbox();
    assert.equal(message?.attempts, 2);
    assert.equal(message?.error, null);
    assert.match(errors[0] ?? '', /451 later, please/);
    assert.equal(server.letters.length, 1);
  });

  it('stays in the outbox where no server is set', async () => {
    await sendMail(cxOf(), letter);
    await work(null, jobsGone);
    const [message] = await outbox();
    assert.deepEqual([message?.sentAt, message?.attempts, message?.text], [null, 0, letter.text]);
  });

  it('is not sent twice when its job comes again', async () => {
    await sendMail(cxOf(), letter);
    await work(smtpUrl, jobsGone);
    const { rows } = await sql<{ id: string }>`select id from mail_message`.execute(database.db);
    const send = mailHandler({ smtpUrl, from: 'vp@hoi.example' });
    await send(cxOf(), { message: rows[0]!.id });
    assert.equal(server.letters.length, 1);
  });

  it('refuses what could add a header or a second recipient', async () => {
    for (const to of [
      'an@hoi.example\r\nBcc: all@hoi.example',
      'an@hoi.example, all@hoi.example',
      'an@hoi.example;all@hoi.example',
      'An <an@hoi.example>',
      'an@hoi.example\u2028',
      'an',
      '',
    ]) {
      await assert.rejects(sendMail(cxOf(), { ...letter, to }), MailRefused, JSON.stringify(to));
    }
    for (const subject of ['Mời họp\r\nBcc: all@hoi.example', 'a\nb', 'a\0', ' ', '\u0085']) {
      await assert.rejects(sendMail(cxOf(), { ...letter, subject }), MailRefused);
    }
    assert.deepEqual(await outbox(), []);
  });

  it('is forgotten after thirty days', async () => {
    const clock = testClock();
    await sendMail(testCx(database.db, { clock }), letter);
    clock.move(29 * 24 * 3600 * 1000);
    await sendMail(testCx(database.db, { clock }), letter);
    assert.equal(await purgeMail(database.db, clock), 0);
    clock.move(2 * 24 * 3600 * 1000);
    assert.equal(await purgeMail(database.db, clock), 1);
    assert.equal((await outbox()).length, 1);
  });
});
