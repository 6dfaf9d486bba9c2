import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { pays, period } from '../fees/testing.ts';
import { findMailing, listMailings, listRecipients, resultOf } from './queries/index.ts';
import {
  copyMailing,
  countAgain,
  editMailing,
  editTemplate,
  mailingDeletion,
  prepareRecipients,
  recordMailing,
  recordTemplate,
  sendBatch,
  sendMailing,
  setPace,
  settleLetters,
  stopMailing,
  templateDeletion,
  testLetter,
} from './service/index.ts';
import { drafted, letter, member, ordered, pace } from './testing/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const as = (role: string, code: string, work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => work(await someone(cxOf(trx), role, code)));
const clerk = (work: (cx: Cx) => Promise<void>) => as('clerk', 'sonla', work);

const countsOf = async (cx: Cx, pid: string) => (await findMailing(cx, pid))?.counts;
const codesOf = async (outcome: Promise<{ ok: boolean; issues?: readonly { code: string }[] }>) =>
  ((await outcome).issues ?? []).map((found) => found.code);

describe('whom a mailing reaches', () => {
  test(
    'nobody, one, and those who get nothing by reason',
    clerk(async (cx) => {
      assert.deepEqual(await countsOf(cx, await drafted(cx)), {});
      await member(cx, 'sonla-dat', { name: 'Lò Thị Én', email: 'En@Hoi.example ' });
      await member(cx, 'sonla-dat', { name: 'Lò Văn Ấm' });
      await member(cx, 'sonla-y', { name: 'Hà Thị Hiền', email: 'hien@' });
      await member(cx, 'sonla-y', { name: 'Cầm An', email: 'an@hoi.example', consents: [false] });
      assert.deepEqual(await countsOf(cx, await drafted(cx)), {
        send: 1,
        no_email: 1,
        bad_address: 1,
        refused: 1,
      });
    }),
  );

  test(
    'a newsletter only those who agreed: the newest consent holds',
    clerk(async (cx) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      await member(cx, 'sonla-dat', {
        name: 'Lò B',
        email: 'b@x.example',
        consents: [false, true],
      });
      await member(cx, 'sonla-dat', {
        name: 'Lò C',
        email: 'c@x.example',
        consents: [true, false],
      });
      assert.deepEqual(await countsOf(cx, await drafted(cx, { kind: 'newsletter' })), {
        send: 1,
        no_consent: 1,
        refused: 1,
      });
      assert.deepEqual(await countsOf(cx, await drafted(cx)), { send: 2, refused: 1 });
    }),
  );

  test(
    'one letter for an address, whatever its case; one for a human being',
    clerk(async (cx) => {
      const a = await member(cx, 'sonla-dat', { name: 'Lò A', email: 'nha@x.example' });
      await member(cx, 'sonla-y', { name: 'Lò B', email: 'NHA@x.example' });
      await member(cx, 'sonla-y', { name: 'Lò A', email: null, sameAs: a });
      const pid = await drafted(cx);
      assert.deepEqual(await countsOf(cx, pid), { send: 1, same_address: 1 });
      const id = await ordered(cx, pid);
      await prepareRecipients(cx, id);
      await sendBatch(cx, id);
      const [mail] = await all(cx.db, sql<{ body: string }>`select body from mail_message`);
      assert.match(mail?.body ?? '', /^Kính gửi Lò A, Lò B, Hội/);
      assert.deepEqual(await countsOf(cx, pid), { send: 1, same_address: 1 });
    }),
  );

  test(
    'only members of today',
    clerk(async (cx) => {
      await member(cx, 'sonla-y', {
        name: 'A',
        email: 'a@x.example',
        during: '[2020-01-01,2026-05-12)',
      });
      await member(cx, 'sonla-y', { name: 'B', email: 'b@x.example', during: '[2026-05-12,)' });
      await member(cx, 'sonla-y', { name: 'C', email: 'c@x.example', during: '[2026-05-13,)' });
      const gone = await member(cx, 'sonla-y', { name: 'D', email: 'd@x.example' });
      await sql`update person set merged_into = ${gone} where id = ${gone}`.execute(cx.db);
      assert.deepEqual(await countsOf(cx, await drafted(cx)), { send: 1 });
    }),
  );

  test(
    'each filter narrows',
    clerk(async (cx) => {
      await member(cx, 'sonla-dat', {
        name: 'Lò A',
        email: 'a@x.example',
        gender: 'female',
        degrees: ['TS', 'KS'],
        branch: 'Chi hội Mường La',
        kind: 'associate',
      });
      await sql`update person set field = 'Nông nghiệp', birth_date = '1960-05',
          phones = '{0912000118}'`.execute(cx.db);
      await sql`update membership set joined = '2019'`.execute(cx.db);
      await member(cx, 'sonla-y', { name: 'Lò B', email: 'b@x.example', gender: 'male' });
      for (const filter of [
        { association: 'sonla-dat' },
        { branch: 'muong la' },
        { gender: 'female' },
        { degree: 'KS' },
        { kind: 'associate' },
        { field: 'nghiep nong' },
        { q: 'lo a' },
        { born_from: 1960 },
        { born_to: 1960 },
        { joined_from: 2019, joined_to: 2019 },
        { has_phone: 'yes' },
      ])
        assert.deepEqual(await countsOf(cx, await drafted(cx, { filter })), { send: 1 });
      for (const filter of [
        { association: 'laichau' },
        { association: 'khong-co' },
        { degree: 'GS' },
        { born_from: 1961 },
        { joined_to: 2018 },
      ])
        assert.deepEqual(await countsOf(cx, await drafted(cx, { filter })), {});
      assert.deepEqual(await countsOf(cx, await drafted(cx)), { send: 2 });
    }),
  );

  test(
    'those who owe a fee, or paid it; nobody of a period that may not be seen',
    clerk(async (cx) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      const paying = await member(cx, 'sonla-y', { name: 'Lò B', email: 'b@x.example' });
      // Another record of the one who paid.
      await member(cx, 'sonla-dat', { name: 'Lò Bê', email: 'b@x.example', sameAs: paying });
      const fee_period = await period(cx, { organisation: 'sonla', below: '1' });
      const { pid } = await one(
        cx.db,
        sql<{ pid: string }>`select p.pid from fee_due d join person p on p.id = d.person_id
          where d.identity_id = ${paying}`,
      );
      await pays(cx, fee_period, pid, 200_000);
      const found = async (filter: object) => countsOf(cx, await drafted(cx, { filter }));
      assert.deepEqual(await found({ fee_period }), { send: 1 });
      assert.deepEqual(await found({ fee_period, fee_state: 'paid' }), { send: 1 });
      assert.deepEqual(await found({ fee_period, fee_state: 'part' }), {});
      assert.deepEqual(await found({ fee_period: 'khong-co' }), {});
      const other = await someone({ ...cx }, 'clerk', 'laichau');
      assert.deepEqual(
        await countsOf(
          other,
          await drafted(other, { organisation: 'laichau', filter: { fee_period } }),
        ),
        {},
      );
    }),
  );

  test(
    'never members of another union, and an association only its own',
    clerk(async (cx) => {
      await member(cx, 'laichau', { name: 'Lò A', email: 'a@x.example' });
      await member(cx, 'sonla-dat', { name: 'Lò B', email: 'b@x.example' });
      await member(cx, 'sonla-y', { name: 'Lò C', email: 'c@x.example' });
      assert.deepEqual(await countsOf(cx, await drafted(cx)), { send: 2 });
      const dat = await someone({ ...cx }, 'clerk', 'sonla-dat');
      assert.deepEqual(await countsOf(dat, await drafted(dat, { organisation: 'sonla-dat' })), {
        send: 1,
      });
    }),
  );
});

describe('a draft', () => {
  test(
    'unknown fields and lines in a subject are refused',
    clerk(async (cx) => {
      const record = (input: object) =>
        codesOf(execute(cx, recordMailing, { ...letter, ...input }));
      assert.deepEqual(await record({ body: 'Chào {ban}' }), ['unknown_letter_field']);
      assert.deepEqual(await record({ subject: 'a\nBcc: b@c.example' }), ['one_line']);
      assert.deepEqual(await record({ organisation: 'khong-co' }), ['unknown']);
      assert.deepEqual(await record({ filter: { gender: 'x' } }), ['not_in_list']);
    }),
  );

  test(
    'is edited under its version, deleted and taken back; what was sent is neither',
    clerk(async (cx) => {
      await member(cx, 'sonla', { name: 'Lò A', email: 'a@x.example' });
      const pid = await drafted(cx);
      const { organisation: _, ...content } = letter;
      const edit = { ...content, pid, version: 1, subject: 'Khác' };
      assert.ok((await execute(cx, editMailing, edit)).ok);
      await assert.rejects(execute(cx, editMailing, edit), Conflict);
      assert.ok((await execute(cx, mailingDeletion.remove, { pid })).ok);
      await assert.rejects(execute(cx, countAgain, { pid }), NotFound);
      assert.ok((await execute(cx, mailingDeletion.restore, { pid })).ok);
      await ordered(cx, pid);
      assert.deepEqual(await codesOf(execute(cx, editMailing, { ...edit, version: null })), [
        'not_when_sending',
      ]);
      await assert.rejects(execute(cx, mailingDeletion.remove, { pid }), NotFound);
      const copy = await execute(cx, copyMailing, { pid });
      assert.ok(copy.ok);
      const copied = await findMailing(cx, copy.ok ? copy.value.pid : '');
      assert.deepEqual([copied?.state, copied?.subject], ['draft', 'Khác']);
    }),
  );

  test(
    'is not sent to nobody, nor twice',
    clerk(async (cx) => {
      const pid = await drafted(cx);
      const send = () => execute(cx, sendMailing, { pid, site: 'https://hoi.example' });
      assert.deepEqual(await codesOf(send()), ['nobody_to_send_to']);
      await member(cx, 'sonla', { name: 'Lò A', email: 'a@x.example' });
      assert.ok((await send()).ok);
      assert.deepEqual(await codesOf(send()), ['not_when_sending']);
    }),
  );

  test(
    'a test letter goes to the one who asks, without a way out of anything',
    clerk(async (cx) => {
      const pid = await drafted(cx);
      assert.ok((await execute(cx, testLetter, { pid })).ok);
      const [mail] = await all(
        cx.db,
        sql<{ recipient: string; subject: string; headers: unknown }>`
          select recipient, subject, headers from mail_message`,
      );
      assert.equal(mail?.recipient, 'clerk@demo.example');
      assert.match(mail?.subject ?? '', /^\[Thư thử\] Giấy mời Họa$/);
      assert.equal(mail?.headers, null);
    }),
  );
});

describe('rights', () => {
  test(
    'who only reads writes nothing; another union sees nothing',
    clerk(async (cx) => {
      await member(cx, 'sonla', { name: 'Lò A', email: 'a@x.example' });
      const pid = await drafted(cx);
      const auditor = await someone(cx, 'auditor', 'sonla');
      assert.ok(await findMailing(auditor, pid));
      await assert.rejects(execute(auditor, recordMailing, letter), Forbidden);
      await assert.rejects(
        execute(auditor, sendMailing, { pid, site: 'https://hoi.example' }),
        Forbidden,
      );
      const other = await someone(cx, 'clerk', 'laichau');
      assert.equal(await findMailing(other, pid), null);
      for (const work of [
        () => execute(other, sendMailing, { pid, site: 'https://hoi.example' }),
        () => execute(other, stopMailing, { pid }),
        () => execute(other, copyMailing, { pid }),
        () => execute(other, testLetter, { pid }),
      ])
        await assert.rejects(work(), NotFound);
      const list = { under: null, sort: 'day', descending: true, page: 1, size: 10 } as const;
      assert.equal((await listMailings(other, list)).total, 0);
      assert.equal((await listMailings(cx, list)).total, 1);
    }),
  );

  test(
    'recipients are shown to those who may see the members',
    clerk(async (cx) => {
      await member(cx, 'sonla-dat', { name: 'Lò A', email: 'a@x.example' });
      await member(cx, 'sonla-y', { name: 'Lò B' });
      const pid = await drafted(cx);
      const id = await ordered(cx, pid);
      await prepareRecipients(cx, id);
      const page = { state: null, reason: null, page: 1, size: 10 };
      assert.equal((await listRecipients(cx, id, page)).total, 2);
      const y = await someone(cx, 'clerk', 'sonla-y');
      const { rows } = await listRecipients(y, id, page);
      assert.deepEqual(
        rows.map((row) => [row.name, row.state, row.reason]),
        [['Lò B', 'left_out', 'no_email']],
      );
      assert.equal((await listRecipients(cx, id, { ...page, reason: 'no_email' })).total, 1);
    }),
  );

  test(
    'only an administrator of the installation sets the pace',
    as('admin', 'vusta', async (cx) => {
      await assert.rejects(
        execute(await someone(cx, 'admin', 'sonla'), setPace, { per_hour: 5 }),
        Forbidden,
      );
      assert.ok((await execute(cx, setPace, { per_hour: 5 })).ok);
      assert.deepEqual(await codesOf(execute(cx, setPace, { per_hour: 0 })), ['too_small']);
    }),
  );
});

describe('letters', () => {
  test(
    'carry the way out, the sender’s address and nothing that could be a head line',
    clerk(async (cx) => {
      await sql`insert into organisation_fact (id, pid, organisation_id, kind, words, during, created_at)
        select gen_random_uuid(), 'mail', id, 'email', 'vp@sonla.example', '[2011-01-01,)', now()
        from organisation where code = 'sonla'`.execute(cx.db);
      await member(cx, 'sonla', { name: 'Lò A', email: 'a@x.example' });
      await sql`update person set given = E'A\r\nBcc: b@x.example'`.execute(cx.db);
      const id = await ordered(cx, await drafted(cx));
      await prepareRecipients(cx, id);
      assert.equal(await sendBatch(cx, id), 'more');
      assert.equal(await sendBatch(cx, id), 'done');
      const [mail] = await all(
        cx.db,
        sql<{ subject: string; body: string; headers: Record<string, string> }>`
          select subject, body, headers from mail_message`,
      );
      assert.equal(mail?.subject, 'Giấy mời A Bcc: b@x.example');
      const link = /https:\/\/hoi\.example\/thu\/[0-9a-f]{40}/.exec(mail?.body ?? '')?.[0];
      assert.deepEqual(mail?.headers, {
        'List-Id': '<sonla.hoi.example>',
        'List-Unsubscribe': `<${link}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Reply-To': 'vp@sonla.example',
      });
    }),
  );

  test(
    'who refused after the list was written gets none',
    clerk(async (cx) => {
      const person = await member(cx, 'sonla', { name: 'Lò A', email: 'a@x.example' });
      await member(cx, 'sonla', { name: 'Lò B', email: 'b@x.example' });
      const pid = await drafted(cx);
      const id = await ordered(cx, pid);
      await prepareRecipients(cx, id);
      await sql`insert into consent (id, person_id, purpose, given, given_at)
        values (gen_random_uuid(), ${person}, 'mailing', false, now())`.execute(cx.db);
      await sendBatch(cx, id);
      const result = await resultOf(cx, id);
      assert.deepEqual([result.queued, result.waiting, result.left], [1, 0, { refused: 1 }]);
    }),
  );

  test(
    'the hour is full: the rest waits, stopping takes back what was not tried, settling ends it',
    clerk(async (cx) => {
      for (const name of ['Lò A', 'Lò B', 'Lò C'])
        await member(cx, 'sonla', { name, email: `${name.at(-1)}@x.example` });
      await pace(cx, 2);
      const pid = await drafted(cx);
      const id = await ordered(cx, pid);
      await prepareRecipients(cx, id);
      await prepareRecipients(cx, id);
      assert.equal(await sendBatch(cx, id), 'more');
      assert.equal(await sendBatch(cx, id), 'later');
      assert.deepEqual(await resultOf(cx, id), {
        waiting: 1,
        queued: 2,
        sent: 0,
        failed: 0,
        left: {},
      });
      await sql`update mail_message set attempts = 1, sent_at = now() where recipient = 'a@x.example'`.execute(
        cx.db,
      );
      const stopped = await execute(cx, stopMailing, { pid });
      assert.ok(stopped.ok && stopped.value.taken_back === 1);
      assert.equal(await sendBatch(cx, id), 'stopped');
      assert.deepEqual(await resultOf(cx, id), {
        waiting: 2,
        queued: 0,
        sent: 1,
        failed: 0,
        left: {},
      });
      await settleLetters(cx);
      assert.equal((await findMailing(cx, pid))?.state, 'stopped');
      await pace(cx, 500);
      await sql`update mailing set state = 'sending', run_id = null where id = ${id}`.execute(
        cx.db,
      );
      await sendBatch(cx, id);
      await sql`update mail_message set failed_at = now(), error = '550 no such user'
        where sent_at is null`.execute(cx.db);
      await settleLetters(cx);
      assert.deepEqual(await resultOf(cx, id), {
        waiting: 0,
        queued: 0,
        sent: 1,
        failed: 2,
        left: {},
      });
      assert.equal((await findMailing(cx, pid))?.state, 'sent');
    }),
  );
});

describe('templates', () => {
  test(
    'recorded, named once, edited, deleted and taken back',
    clerk(async (cx) => {
      const input = {
        organisation: 'sonla',
        name: 'Giấy mời',
        subject: 'Mời {ten}',
        body: '{hoi}',
      };
      const made = await execute(cx, recordTemplate, input);
      assert.ok(made.ok);
      const pid = made.ok ? made.value.pid : '';
      assert.deepEqual(await codesOf(execute(cx, recordTemplate, input)), ['name_taken']);
      assert.deepEqual(
        await codesOf(execute(cx, recordTemplate, { ...input, name: 'Khác', body: '{x}' })),
        ['unknown_letter_field'],
      );
      const edit = { pid, version: 1, name: 'Giấy mời', subject: 'Mời', body: 'Mời' };
      assert.ok((await execute(cx, editTemplate, edit)).ok);
      await assert.rejects(execute(cx, editTemplate, edit), Conflict);
      assert.ok((await execute(cx, templateDeletion.remove, { pid })).ok);
      assert.ok((await execute(cx, recordTemplate, input)).ok);
    }),
  );
});
