import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Command, type Cx, execute } from '../../platform/command.ts';
import { all, inTransaction, one } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { closeEdition, editionByPid } from '../calls/index.ts';
import { pdf } from '../dossiers/testing.ts';
import { actorWith, cxOf, smallFederation } from '../organisations/testing.ts';
import { done, refused } from '../rounds/testing.ts';
import { toDo } from './jobs.ts';
import {
  complaintByPid,
  figuresOf,
  frozenOf,
  invariants,
  listComplaints,
  stepsOf,
} from './queries/index.ts';
import {
  acceptComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  consultCouncil,
  enterComplaint,
  enterLetter,
  extendTime,
  identifyDossier,
  proposeAnswer,
  refuseComplaint,
  rulesOf,
  sendLetter,
  setRules,
  takeBack,
  withdrawComplaint,
} from './service/index.ts';
import { letterKinds } from './service/letters.ts';
import { complained, entered, lettered, openContest, said, site } from './testing.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
await installJobs(database.ownerPool);
const clock = testClock();
const cx = cxOf(db, undefined, clock);
await smallFederation(cx);
setRootCode('vusta');
const as = async (role: string, code: string): Promise<Cx> =>
  cxOf(db, await actorWith(db, [role, code]), clock);
const leader = await as('leader', 'sonla');
const clerk = await as('clerk', 'sonla');
const auditor = await as('auditor', 'sonla');
const other = await as('leader', 'sonla-y');
const anybody: Cx = { ...cx, actor: { kind: 'anonymous' } };
const day = 86_400_000;

const edition = await openContest(cx, 'tre-kn');
const own = await entered(cx, edition, 'hoa@example.vn');
const accused = await entered(cx, edition, 'khac@example.vn');
const numbered = accused.dossier.number!;

const act = <I extends z.ZodType, L, R>(
  by: Cx,
  command: Command<I, L, R>,
  pid: string,
  more: object = {},
) => execute(by, command, { pid, site, ...more });

async function handled(pid: string): Promise<string> {
  await done(act(clerk, acceptComplaint, pid));
  await done(act(clerk, assignComplaint, pid, { handler: 'Tổ giải quyết khiếu nại' }));
  return pid;
}

const draft = { outcome: 'partly', answer: 'Hội đồng đã xem lại phiếu.\nĐiểm được sửa.' };

test('what was sent is numbered, hashed with its files, promised days, and told in a letter', async () => {
  const file = await pdf(anybody, 'phieu-diem.pdf');
  const pid = await complained(cx, own.token, { files: [file], about: numbered.toLowerCase() });
  const complaint = await complaintByPid(clerk, pid);
  const { id, number, state, acceptBy, answerBy, about, sha256, inTime, origin } = complaint;
  assert.deepEqual(
    [state, acceptBy, answerBy, inTime, origin],
    ['received', '2026-05-22', null, true, 'link'],
  );
  assert.match(number, /^KN-\d{4}$/);
  assert.equal(about?.number, numbered);
  const frozen = await frozenOf(db, id);
  assert.equal(createHash('sha256').update(frozen).digest('hex'), sha256);
  const read = JSON.parse(frozen);
  assert.deepEqual([read.number, read.body, read.files.length], [number, said.body, 1]);
  assert.equal(read.files[0].name, 'phieu-diem.pdf');
  await sendLetter(cx, { complaint: id, kind: 'receive', site });
  const letter = await one(
    db,
    sql<{ recipient: string; body: string }>`select recipient, body from mail_message
      order by created_at desc, id desc limit 1`,
  );
  assert.equal(letter.recipient, 'hoa@example.vn');
  for (const told of [number, sha256, '22/05/2026', `/khieu-nai/${pid}`])
    assert.ok(letter.body.includes(told), told);
  await sound(db, invariants);
});

test('numbers of an edition follow each other; another begins anew', async () => {
  const first = await complaintByPid(clerk, await complained(cx, own.token));
  const second = await complaintByPid(clerk, await lettered(clerk, edition));
  assert.equal(Number(second.number.slice(3)), Number(first.number.slice(3)) + 1);
  const elsewhere = await openContest(cx, 'tre-khac');
  assert.equal((await complaintByPid(clerk, await lettered(clerk, elsewhere))).number, 'KN-0001');
});

test('it is taken to the last second, counted from when the server had the request', async () => {
  const contest = await openContest(cx, 'den-giay');
  const { token } = await entered(cx, contest, 'giay@example.vn');
  const at = (iso: string, received?: Date) => {
    const moved: Cx = { ...anybody, clock: testClock(iso) };
    return refused(execute(moved, enterComplaint, { ...said, token, site, received }));
  };
  const closing = '2026-05-17T17:00:01.000+07:00';
  assert.deepEqual(await at('2026-05-11T07:59:59.999+07:00'), ['not_taken']);
  assert.deepEqual(await at('2026-05-11T08:00:00.000+07:00'), []);
  assert.deepEqual(await at('2026-05-17T17:00:00.999+07:00'), []);
  assert.deepEqual(await at(closing), ['not_taken']);
  // It came in time, and was read a moment later; a door cannot say that it came later than now.
  assert.deepEqual(await at(closing, new Date('2026-05-17T17:00:00.900+07:00')), []);
  await done(execute(leader, closeEdition, { pid: contest }));
  assert.deepEqual(await at('2026-05-12T10:00:00+07:00'), ['not_taken']);
});

test('nobody complains without a name, without the dossier, without content, or before submitting', async () => {
  const send = (more: object) =>
    refused(execute(anybody, enterComplaint, { ...said, token: own.token, site, ...more }));
  assert.deepEqual(await send({ complainant: 'Ẩn danh' }), ['complainant anonymous']);
  assert.deepEqual(await send({ complainant: '' }), ['complainant required']);
  assert.deepEqual(await send({ topic: 'plagiarism' }), ['about about_missing']);
  assert.deepEqual(await send({ topic: 'eligibility' }), ['about about_missing']);
  assert.deepEqual(await send({ body: ' ', asks: '' }), ['body required', 'asks required']);
  const letter = { ...said, edition, site, received_on: '2026-05-13', complainant: 'nặc danh' };
  assert.deepEqual(await refused(execute(clerk, enterLetter, letter)), ['complainant anonymous']);
  const named = { ...letter, complainant: said.complainant };
  assert.deepEqual(await refused(execute(clerk, enterLetter, named)), [
    'received_on day_in_future',
  ]);
  await assert.rejects(send({ token: 'f'.repeat(40) }), NotFound);
});

test('a letter late for the phase is taken in and marked; its days run from when it came', async () => {
  const late = await complaintByPid(
    clerk,
    await lettered(clerk, edition, { received_on: '2026-05-09' }),
  );
  assert.deepEqual([late.inTime, late.acceptBy], [false, '2026-05-19']);
  await done(
    act(clerk, refuseComplaint, late.pid, { refusal: 'late', reason: 'Đến trước khi công bố.' }),
  );
  const { state, refusal } = await complaintByPid(clerk, late.pid);
  assert.deepEqual([state, refusal], ['refused', 'late']);
  assert.deepEqual(await refused(act(clerk, acceptComplaint, late.pid)), ['complaint_state']);
});

test('accepted, assigned, asked about, drafted, answered by a leader, closed: each a row', async () => {
  const pid = await complained(cx, own.token);
  await done(act(clerk, acceptComplaint, pid, { version: 1 }));
  assert.equal((await complaintByPid(clerk, pid)).answerBy, '2026-06-11');
  assert.deepEqual(await refused(act(clerk, proposeAnswer, pid, draft)), ['complaint_state']);
  await done(act(clerk, assignComplaint, pid, { handler: 'Lò Thị Én', reason: 'Gấp' }));
  assert.deepEqual(
    await refused(act(leader, answerComplaint, pid, { document: '12', answered_on: '2026-05-12' })),
    ['not_drafted'],
  );
  const asked = { reason: 'Xem lại phần tính mới.', reopens: true };
  const telling = { ...asked, reason: `Theo đơn của ${said.complainant.toUpperCase()}` };
  assert.deepEqual(await refused(act(clerk, consultCouncil, pid, telling)), [
    'reason tells_complainant',
  ]);
  await done(act(clerk, consultCouncil, pid, asked));
  await done(act(clerk, proposeAnswer, pid, draft));
  const answer = { document: '12/BTCHT', answered_on: '2026-05-12' };
  await assert.rejects(act(clerk, answerComplaint, pid, answer), Forbidden);
  await assert.rejects(act(leader, answerComplaint, pid, { ...answer, version: 2 }), Conflict);
  assert.deepEqual(
    await refused(act(leader, answerComplaint, pid, { ...answer, answered_on: '2026-05-11' })),
    ['answered_on day_before'],
  );
  await done(act(leader, answerComplaint, pid, answer));
  await done(act(clerk, closeComplaint, pid));
  const closed = await complaintByPid(clerk, pid);
  assert.deepEqual(
    [closed.state, closed.document, closed.outcome],
    ['closed', '12/BTCHT', 'partly'],
  );
  const steps = await stepsOf(db, closed.id);
  assert.deepEqual(
    steps.map(({ act: done, state, by, reopens }) => [done, state, by, reopens]),
    [
      ['receive', 'received', null, false],
      ['accept', 'accepted', 'Test', false],
      ['assign', 'handling', 'Test', false],
      ['consult', 'handling', 'Test', true],
      ['propose', 'handling', 'Test', false],
      ['answer', 'answered', 'Test', false],
      ['close', 'closed', 'Test', false],
    ],
  );
  await sound(db, invariants);
});

test('the time to answer is extended once, on its last day at the latest', async () => {
  const first = await handled(await complained(cx, own.token));
  const more = { days: 15, reason: 'Chờ ý kiến hội đồng' };
  assert.deepEqual(await refused(act(clerk, extendTime, first, { ...more, days: 61 })), [
    'days too_large',
  ]);
  // Thirty days later it is the last day.
  clock.move(30 * day);
  await done(act(clerk, extendTime, first, more));
  const { answerBy, extended } = await complaintByPid(clerk, first);
  assert.deepEqual([answerBy, extended], ['2026-06-26', 15]);
  assert.deepEqual(await refused(act(clerk, extendTime, first, more)), ['extended_already']);
  clock.move(-30 * day);
  const second = await handled(await complained(cx, own.token));
  clock.move(31 * day);
  assert.deepEqual(await refused(act(clerk, extendTime, second, more)), ['days already_over']);
  clock.move(-31 * day);
  await sound(db, invariants);
});

test('days that an edition sets hold for what comes later, not for what was promised', async () => {
  const contest = await openContest(cx, 'quy-che');
  const { id } = await editionByPid(cx, contest);
  assert.deepEqual(
    [(await rulesOf(cx, { id })).version, (await rulesOf(cx, { id })).accept],
    [0, 10],
  );
  const before = await lettered(clerk, contest);
  const days = { days_to_accept: 5, days_to_answer: 20, counting: 'working', basis: 'Điều 9' };
  const set = (by: Cx, more: object = {}) =>
    execute(by, setRules, { ...days, edition: contest, ...more });
  await assert.rejects(set(auditor), Forbidden);
  await assert.rejects(set(other), NotFound);
  await done(set(clerk));
  await assert.rejects(set(clerk, { version: 9 }), Conflict);
  assert.deepEqual(await refused(set(clerk, { days_to_accept: 0 })), ['days_to_accept too_small']);
  const later = await lettered(clerk, contest);
  assert.equal((await complaintByPid(clerk, before)).acceptBy, '2026-05-22');
  // 2026-05-12 is a Tuesday.
  assert.equal((await complaintByPid(clerk, later)).acceptBy, '2026-05-19');
  await done(act(clerk, acceptComplaint, later, { on: '2026-05-12' }));
  assert.equal((await complaintByPid(clerk, later)).answerBy, '2026-06-09');
  await done(act(clerk, acceptComplaint, before));
  assert.equal((await complaintByPid(clerk, before)).answerBy, '2026-06-11');
  await sound(db, invariants);
});

test('who complained takes it back behind the link; others do not', async () => {
  const pid = await complained(cx, own.token);
  const back = (token: string, reason = 'Đã rõ') =>
    execute(anybody, takeBack, { token, pid, reason });
  await assert.rejects(back(accused.token), NotFound);
  assert.deepEqual(await refused(back(own.token, '')), ['reason required']);
  await done(back(own.token));
  assert.equal((await complaintByPid(clerk, pid)).state, 'withdrawn');
  assert.deepEqual(await refused(back(own.token)), ['complaint_state']);
  const paper = await lettered(clerk, edition);
  await done(act(clerk, withdrawComplaint, paper, { reason: 'Có đơn xin rút' }));
});

test('the dossier complained about is found by its number, in its own edition', async () => {
  const contest = await openContest(cx, 'khac-nua');
  const pid = await lettered(clerk, contest, { topic: 'plagiarism', about: 'Máy tách hạt ngô' });
  assert.equal((await complaintByPid(clerk, pid)).about, null);
  const set = (about: string) => act(clerk, identifyDossier, pid, { about });
  assert.deepEqual(await refused(set(numbered)), ['about no_such_dossier']);
  const there = await entered(cx, contest, 'do@example.vn');
  await done(set(` ${there.dossier.number!.toLowerCase()} `));
  assert.equal((await complaintByPid(clerk, pid)).about?.pid, there.dossier.pid);
});

test('rights: the office and those above see and do; others find nothing', async () => {
  const pid = await lettered(clerk, edition);
  const national = await as('national', 'vusta');
  for (const by of [clerk, leader, auditor, national])
    assert.equal((await complaintByPid(by, pid)).pid, pid);
  const judge = await as('judge', 'sonla');
  const author = await as('author', 'sonla');
  for (const by of [other, judge, author, anybody]) {
    await assert.rejects(complaintByPid(by, pid), NotFound);
    await assert.rejects(act(by, acceptComplaint, pid), NotFound);
    const sent = { ...said, edition, site, received_on: '2026-05-12' };
    await assert.rejects(execute(by, enterLetter, sent), NotFound);
  }
  await assert.rejects(act(auditor, acceptComplaint, pid), Forbidden);
  const { id } = await editionByPid(cx, edition);
  const list = { edition: id, sort: 'so', descending: false, page: 1, size: 50 } as const;
  assert.equal((await listComplaints(judge, list)).total, 0);
  assert.ok((await listComplaints(auditor, list)).total > 0);
});

test('events tell neither who complained nor what, and no reason', async () => {
  const pid = await handled(
    await complained(cx, own.token, { about: 'Một giải pháp khác', topic: 'plagiarism' }),
  );
  await done(act(clerk, extendTime, pid, { days: 3, reason: 'Lý do riêng' }));
  await done(act(clerk, proposeAnswer, pid, draft));
  const events = await all(
    db,
    sql<{ text: string }>`select concat(e.*::text, (select string_agg(v.*::text, ' ')
        from event_value v where v.event_id = e.id)) as text from event e
      where e.subject_type = 'complaint'`,
  );
  const everything = events.map(({ text }) => text).join('\n');
  assert.ok(everything.includes('complaint.extend'));
  for (const secret of [
    said.complainant,
    said.body,
    said.asks,
    'Một giải pháp khác',
    'Lý do riêng',
    'Tổ giải quyết khiếu nại',
    'Hội đồng đã xem lại',
    accused.dossier.title,
  ])
    assert.ok(!everything.includes(secret), secret);
});

test('the desk tells three days before, on the last day, and when it is over', async () => {
  const contest = await openContest(cx, 'nhac-viec');
  const { organisation, id } = await editionByPid(cx, contest);
  const pid = await lettered(clerk, contest);
  const lines = async (by: Cx) =>
    (await toDo(by, organisation.id, 'sonla'))
      .filter(({ href }) => href.includes(contest))
      .map(({ title, due, href }) => `${title} ${due} ${href.split('?')[1]}`);
  assert.deepEqual(await lines(clerk), []);
  clock.move(7 * day);
  assert.deepEqual(await lines(clerk), [
    '1 khiếu nại, kiến nghị sắp hết hạn giải quyết 2026-05-22 han=sap-het',
  ]);
  assert.deepEqual(await lines(auditor), []);
  clock.move(4 * day);
  assert.deepEqual(await lines(clerk), [
    '1 khiếu nại, kiến nghị quá hạn giải quyết 2026-05-22 han=qua-han',
  ]);
  await handled(pid);
  assert.deepEqual(await lines(clerk), []);
  await done(act(clerk, proposeAnswer, pid, draft));
  assert.deepEqual(await lines(clerk), []);
  assert.deepEqual(await lines(leader), ['1 dự thảo trả lời khiếu nại chờ duyệt null du-thao=1']);
  clock.move(30 * day);
  // The last day was 2026-06-22, and today it is.
  await done(act(leader, answerComplaint, pid, { document: '3', answered_on: '2026-06-22' }));
  assert.deepEqual(await figuresOf(clerk, id), {
    all: 1,
    open: 0,
    over: 0,
    answered: 1,
    answeredInTime: 1,
  });
  clock.move(-41 * day);
});

test('every letter is written, with its reason where one is told', async () => {
  const contest = await openContest(cx, 'thu-tu');
  const { token } = await entered(cx, contest, 'thu@example.vn');
  const pid = await handled(await complained(cx, token));
  await done(act(clerk, extendTime, pid, { days: 3, reason: 'Chờ hội đồng họp' }));
  await done(act(clerk, proposeAnswer, pid, draft));
  const { id } = await complaintByPid(clerk, pid);
  await done(act(leader, answerComplaint, pid, { document: '7', answered_on: '2026-05-12' }));
  for (const kind of letterKinds) await sendLetter(cx, { complaint: id, kind, site });
  const letters = await all(
    db,
    sql<{ subject: string; body: string }>`select subject, body from mail_message
      where recipient = 'thu@example.vn' and subject like '%KN-0001%' order by id`,
  );
  assert.equal(letters.length, letterKinds.length);
  const [, accept, , extend, answer] = letters;
  assert.ok(accept?.body.includes('hết ngày'));
  assert.ok(extend?.body.includes('Chờ hội đồng họp'));
  assert.ok(answer?.body.includes('Điểm được sửa.') && answer.body.includes('chấp nhận một phần'));
  // What the office does inside is nobody else's.
  assert.ok(letters.every(({ body }) => !body.includes('Tổ giải quyết')));
});

test('what was received and what was done with it stay as they were', async () => {
  const pid = await complained(cx, own.token);
  const { id } = await complaintByPid(clerk, pid);
  const tries = [
    sql`update complaint set body = 'khác' where id = ${id}`,
    sql`update complaint set accept_by = accept_by + 1 where id = ${id}`,
    sql`delete from complaint where id = ${id}`,
    sql`update complaint_step set reason = 'khác' where complaint_id = ${id}`,
    sql`delete from complaint_step where complaint_id = ${id}`,
  ];
  for (const statement of tries)
    await assert.rejects(
      inTransaction(db, (trx) => statement.execute(trx)),
      /append_only/,
    );
});

const ofEdition = `edition_id = (select id from edition where pid = '${edition}')`;
const faults: Readonly<Record<string, string>> = {
  complaint_series_without_gaps: `update complaint_series set last = last + 1 where ${ofEdition}`,
  complaint_hash_of_its_text: `update complaint set body = body || '.' where ${ofEdition}`,
  complaint_stands_as_its_last_step:
    "update complaint set state = 'closed' where state = 'answered'",
  complaint_steps_without_gaps: `insert into complaint_step (complaint_id, position, act, state, at)
    select s.complaint_id, max(s.position) + 2, 'identify', k.state, now()
    from complaint_step s join complaint k on k.id = s.complaint_id group by s.complaint_id, k.state`,
  complaint_days_as_counted: `update complaint set answer_by = answer_by + 1
    where rules->>'counting' = 'calendar' and answer_by is not null`,
  complaint_dossiers_of_its_edition: `update complaint set about_id = (select d.id from dossier d
    where d.number is not null and d.edition_id <> complaint.edition_id limit 1)`,
  complaint_files_as_sent: "delete from file_link where subject_type = 'complaint'",
};

test('every invariant finds its planted fault, and no other', async () => {
  await sound(db, invariants);
  assert.deepEqual(Object.keys(faults).sort(), invariants.map(({ name }) => name).sort());
  const client = await database.ownerPool.connect();
  try {
    for (const [name, fault] of Object.entries(faults)) {
      await client.query('begin');
      await client.query('alter table complaint disable trigger user');
      assert.ok(((await client.query(fault)).rowCount ?? 0) > 0, `nothing was planted: ${name}`);
      const found = [];
      for (const one of invariants)
        if ((await client.query(one.sql)).rows.length > 0) found.push(one.name);
      assert.deepEqual(found, [name]);
      await client.query('rollback');
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});
