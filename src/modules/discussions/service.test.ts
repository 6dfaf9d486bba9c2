import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Command, type Cx, execute } from '../../platform/command.ts';
import { all, inTransaction, one } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, testClock } from '../../platform/testing.ts';
import { actorWith, cxOf, smallFederation } from '../organisations/testing.ts';
import { done, outbox, reader, refused } from '../rounds/testing.ts';
import { night, toDo } from './jobs.ts';
import {
  choicesOf,
  commentByPid,
  commentsOf,
  feedbackByPid,
  findPoll,
  invariants,
  listQueue,
  openPoll,
  publicPoll,
  queueFigures,
  reportsOf,
} from './queries/index.ts';
import {
  answerFeedback,
  approveComment,
  closeFeedback,
  closePoll,
  createPoll,
  editPoll,
  eraseWriter,
  hideComment,
  importComment,
  keepComment,
  likeComment,
  mailSubject,
  openPollForVotes,
  pollDeletion,
  postComment,
  readerHash,
  refuseComment,
  refuseLetters,
  reopenFeedback,
  replyComment,
  reportComment,
  restoreComment,
  sendFeedback,
  setDiscussions,
  tellModerators,
  unlikeComment,
  votePoll,
} from './service/index.ts';
import { commented, poll, sent, site, thing, typed, withdraw } from './testing.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
await installJobs(database.ownerPool);
const clock = testClock();
const cx = cxOf(db, undefined, clock);
await smallFederation(cx);
const as = async (role: string, code: string): Promise<Cx> =>
  cxOf(db, await actorWith(db, [role, code]), clock);
const clerk = await as('clerk', 'sonla');
const auditor = await as('auditor', 'sonla');
const elsewhere = await as('leader', 'sonla-y');
const leader = await as('leader', 'sonla');
const anybody: Cx = { ...cx, actor: { kind: 'anonymous' } };
const day = 86_400_000;
const hour = 3_600_000;
const { id: sonla } = await one(
  db,
  sql<{ id: string }>`select id from organisation where code = 'sonla'`,
);

const act = <I extends z.ZodType, L, R>(
  by: Cx,
  command: Command<I, L, R>,
  pid: string,
  more: object = {},
) => execute(by, command, { pid, ...more });

const stateOf = async (pid: string) => (await commentByPid(cx, pid)).state;
const shown = async (subject: string, order: 'newest' | 'agreed' = 'newest') =>
  commentsOf(db, { kind: 'thing', pid: subject }, { order, page: 1, size: 20 });
const settings = {
  organisation: 'sonla',
  comments: 'before',
  open_days: '',
  promise_days: 1,
  words: '',
  feedback: true,
  letters: true,
};

test('a comment waits, is published by the office and only then seen; names and texts as typed', async () => {
  const subject = await thing(cx);
  const { pid, state } = await commented(anybody, subject, { name: '  <b>Oanh</b>\n x ' });
  assert.equal(state, 'held');
  assert.equal((await shown(subject)).comments, 0);
  await done(act(clerk, approveComment, pid));
  const found = await shown(subject);
  assert.deepEqual([found.comments, found.threads[0]?.name], [1, '<b>Oanh</b> x']);
  assert.equal((await commentByPid(clerk, pid)).decidedBy, 'Test');
  await sound(db, invariants);
});

test('what nobody may see or do: others, the auditor, what is gone', async () => {
  const subject = await thing(cx);
  const { pid } = await commented(anybody, subject);
  await assert.rejects(commentByPid(elsewhere, pid), NotFound);
  await assert.rejects(act(elsewhere, approveComment, pid), NotFound);
  await assert.rejects(act(auditor, approveComment, pid), Forbidden);
  await assert.rejects(act(anybody, approveComment, pid), NotFound);
  await assert.rejects(act(clerk, approveComment, pid, { version: 7 }), Conflict);
  withdraw(subject);
  await assert.rejects(commented(anybody, subject), NotFound);
  await assert.rejects(execute(anybody, postComment, sent(subject, { kind: 'nothing' })), NotFound);
});

test('each act has its states, and hiding its reason', async () => {
  const { pid } = await commented(anybody, await thing(cx));
  assert.deepEqual(await refused(act(clerk, hideComment, pid, { reason: 'x' })), [
    'comment_not_so',
  ]);
  assert.deepEqual(await refused(act(clerk, restoreComment, pid)), ['comment_not_so']);
  await done(act(clerk, refuseComment, pid, { reason: 'Quảng cáo' }));
  assert.deepEqual(await refused(act(clerk, refuseComment, pid)), ['comment_not_so']);
  await done(act(clerk, approveComment, pid));
  assert.deepEqual(await refused(act(clerk, hideComment, pid)), ['reason required']);
  await done(act(clerk, hideComment, pid, { reason: 'Lộ số điện thoại' }));
  assert.equal(await stateOf(pid), 'hidden');
  await done(act(clerk, restoreComment, pid));
  assert.equal(await stateOf(pid), 'published');
  assert.deepEqual(await refused(act(clerk, keepComment, pid)), ['comment_not_so']);
});

test('an answer to an answer stands under the first; hidden with it, counted with it', async () => {
  const subject = await thing(cx);
  const first = await commented(anybody, subject);
  await assert.rejects(
    commented(anybody, subject, { parent: first.pid, body: 'Trả lời' }),
    NotFound,
  );
  const office = await done(
    act(clerk, replyComment, first.pid, { voice: 'office', body: 'Văn phòng trả lời.' }),
  );
  clock.move(1000);
  const deep = await commented(anybody, subject, { parent: office.pid, body: 'Cảm ơn văn phòng.' });
  clock.move(1000);
  await done(act(clerk, approveComment, deep.pid, { by_author: true }));
  await done(
    act(clerk, replyComment, deep.pid, { voice: 'author', name: 'Cầm Văn Thịnh', body: 'Dạ.' }),
  );
  assert.deepEqual(
    await refused(act(clerk, replyComment, deep.pid, { voice: 'author', body: 'x' })),
    ['name required'],
  );
  const { threads, comments } = await shown(subject);
  assert.equal(comments, 4);
  assert.deepEqual(
    threads[0]?.replies.map(({ voice, name }) => `${voice} ${name}`),
    ['office LHH Sơn La', 'author Lường Kim Oanh', 'author Cầm Văn Thịnh'],
  );
  await done(act(clerk, hideComment, first.pid, { reason: 'x' }));
  assert.deepEqual(await shown(subject), { threads: [], total: 0, comments: 0 });
  await assert.rejects(act(anybody, likeComment, deep.pid, { reader: 'r' }), NotFound);
  await sound(db, invariants);
  await done(act(clerk, restoreComment, first.pid));
  assert.equal((await shown(subject)).comments, 4);
});

test('an answer belongs to the same subject', async () => {
  const [one, two] = [await thing(cx), await thing(cx)];
  const { pid } = await commented(anybody, one);
  await done(act(clerk, approveComment, pid));
  await assert.rejects(commented(anybody, two, { parent: pid }), NotFound);
});

test('the same form twice is one comment; the same words of others are told to the moderator', async () => {
  const subject = await thing(cx);
  const body = 'Mua máy sấy giá rẻ ở cửa hàng chúng tôi';
  const first = await commented(anybody, subject, { body });
  const again = await commented(anybody, subject, { body: `${body.toUpperCase()}!!!` });
  assert.deepEqual(again, first);
  const other = await commented(anybody, subject, { body, name: 'Người Khác', email: '' });
  const found = await commentByPid(cx, other.pid);
  assert.ok(found.findings.some(({ code }) => code === 'same_text'));
  const third = await commented(anybody, subject, { body, name: 'Người Thứ Ba', email: '' });
  assert.equal(third.state, 'refused');
  clock.move(2 * hour);
  assert.notEqual((await commented(anybody, subject, { body })).pid, first.pid);
  clock.move(25 * hour);
  const late = await commented(anybody, subject, { body, name: 'Người Thứ Tư', email: '' });
  assert.equal(late.state, 'held');
});

test('a machine is put aside with what spoke against it, and nothing of it is lost', async () => {
  const subject = await thing(cx);
  const { pid, state } = await commented(anybody, subject, { body: 'Bẫy', trapped: true });
  assert.equal(state, 'refused');
  const { rows } = await listQueue(clerk, {
    organisation: sonla,
    view: 'refused',
    page: 1,
    size: 50,
  });
  const found = rows.find((row) => row.pid === pid);
  assert.equal(found?.findings[0]?.code, 'trap');
  await done(act(clerk, approveComment, pid));
  assert.equal(await stateOf(pid), 'published');
});

test('shown at once where the site says so: only of who is known, and with nothing against it', async () => {
  await done(
    execute(leader, setDiscussions, { ...settings, comments: 'after', words: 'vay nóng' }),
  );
  const subject = await thing(cx);
  const who = { name: 'Hoàng Đức Thuận', email: 'thuan@example.vn' };
  const first = await commented(anybody, subject, { ...who, body: 'Bài viết rõ ràng.' });
  assert.equal(first.state, 'held');
  await done(act(clerk, approveComment, first.pid));
  assert.equal(
    (await commented(anybody, subject, { ...who, body: 'Xin thêm số liệu.' })).state,
    'published',
  );
  const linked = await commented(anybody, subject, { ...who, body: 'Xem https://vi.example/bai' });
  assert.equal(linked.state, 'held');
  assert.equal(
    (await commented(anybody, subject, { ...who, body: 'Cho vay nóng đây.' })).state,
    'held',
  );
  // The name alone is anybody's.
  const alone = await commented(anybody, subject, {
    name: who.name,
    email: '',
    body: 'Cũng tên ấy.',
  });
  assert.equal(alone.state, 'held');
  const marked = { name: 'Ẩn Dấu', email: '', reader: 'a'.repeat(40) };
  const held = await commented(anybody, subject, { ...marked, body: 'Lần một' });
  await done(act(clerk, approveComment, held.pid));
  assert.equal(
    (await commented(anybody, subject, { ...marked, body: 'Lần hai' })).state,
    'published',
  );
  const otherReader = { ...marked, reader: 'b'.repeat(40), body: 'Lần ba' };
  assert.equal((await commented(anybody, subject, otherReader)).state, 'held');
  await sound(db, invariants);
});

test('closed: by the site, by the subject, after its days', async () => {
  const set = (more: object) => execute(leader, setDiscussions, { ...settings, ...more });
  const attempt = async (subject: string) =>
    refused(execute(anybody, postComment, sent(subject, { body: `x ${subject}` })));
  await done(set({ comments: 'off' }));
  assert.deepEqual(await attempt(await thing(cx)), ['comments_closed_off']);
  await done(set({ open_days: '10' }));
  const today = clock.today();
  const since = (days: number) =>
    new Date(Date.parse(today) - days * day).toISOString().slice(0, 10);
  assert.deepEqual(await attempt(await thing(cx, { since: since(11) })), ['comments_closed_over']);
  assert.deepEqual(await attempt(await thing(cx, { since: since(10) })), []);
  assert.deepEqual(await attempt(await thing(cx, { since: null })), []);
  assert.deepEqual(await attempt(await thing(cx, { open: false })), ['comments_closed_subject']);
  await assert.rejects(set({ version: 1 }), Conflict);
  await assert.rejects(execute(auditor, setDiscussions, settings), Forbidden);
  assert.deepEqual(await refused(set({ open_days: '0' })), ['open_days too_small']);
  await done(set({}));
});

test('one like for each reader, taken back by the same; the most agreed first', async () => {
  const subject = await thing(cx);
  const pids: string[] = [];
  for (const body of ['Một', 'Hai', 'Ba']) {
    const { pid } = await commented(anybody, subject, { body });
    await done(act(clerk, approveComment, pid));
    pids.push(pid);
    clock.move(1000);
  }
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
  await done(act(anybody, likeComment, pids[0]!, { reader: a }));
  assert.equal((await done(act(anybody, likeComment, pids[0]!, { reader: a }))).likes, 1);
  assert.equal((await done(act(anybody, likeComment, pids[0]!, { reader: b }))).likes, 2);
  await done(act(anybody, likeComment, pids[1]!, { reader: b }));
  assert.deepEqual(
    (await shown(subject)).threads.map(({ body }) => body),
    ['Ba', 'Hai', 'Một'],
  );
  assert.deepEqual(
    (await shown(subject, 'agreed')).threads.map(({ body }) => body),
    ['Một', 'Hai', 'Ba'],
  );
  const own = await commentsOf(
    db,
    { kind: 'thing', pid: subject },
    { order: 'newest', page: 1, size: 9, readerAt: (id) => readerHash(a, id) },
  );
  assert.deepEqual(
    own.threads.map(({ liked }) => liked),
    [false, false, true],
  );
  assert.equal((await done(act(anybody, unlikeComment, pids[0]!, { reader: a }))).likes, 1);
  assert.equal((await done(act(anybody, unlikeComment, pids[0]!, { reader: a }))).likes, 1);
  const kept = await all(db, sql<{ reader: Buffer }>`select reader from comment_like`);
  assert.ok(kept.every(({ reader: hash }) => !hash.toString('latin1').includes('aaaa')));
  await sound(db, invariants);
});

test('a reported comment stays until somebody has looked', async () => {
  const subject = await thing(cx);
  const { pid } = await commented(anybody, subject, { body: 'Bị báo' });
  await done(act(clerk, approveComment, pid));
  const report = { cause: 'insult', note: 'Xúc phạm', trapped: false, site };
  await done(act(anybody, reportComment, pid, report));
  await done(act(anybody, reportComment, pid, { ...report, trapped: true }));
  assert.equal((await commentByPid(clerk, pid)).reports, 1);
  assert.equal((await shown(subject)).comments, 1);
  assert.equal((await queueFigures(clerk, sonla)).reported, 1);
  await sound(db, invariants);
  await done(act(clerk, keepComment, pid));
  const found = await commentByPid(clerk, pid);
  assert.deepEqual([found.reports, found.state], [0, 'published']);
  assert.equal((await reportsOf(db, [found.id])).length, 2);
  assert.deepEqual(await refused(act(anybody, reportComment, pid, { ...report, cause: 'x' })), [
    'cause not_in_list',
  ]);
});

test('moderators are told at most once an hour, and not of what somebody has seen to', async () => {
  await reader(cx, 'editor', 'sonla', 'bientap@example.vn');
  await reader(cx, 'auditor', 'sonla', 'kiemtra@example.vn');
  const queue = () =>
    all(
      db,
      sql<{
        at: Date;
      }>`select run_at as at from graphile_worker.jobs where task_identifier = 'discussion.tell' order by run_at`,
    );
  const subject = await thing(cx);
  clock.move(hour);
  const earlier = (await queue()).length;
  const first = await commented(anybody, subject, { body: 'Chờ một' });
  await commented(anybody, subject, { body: 'Chờ hai' });
  assert.equal((await queue()).length, earlier + 1);
  const before = (await outbox(cx)).length;
  await tellModerators(cx, { organisation: sonla, site });
  const letters = (await outbox(cx)).slice(before);
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['bientap@example.vn'],
  );
  assert.match(letters[0]!.subject, /^Chờ xem: \d+ bình luận chờ duyệt/);
  assert.match(letters[0]!.text, /https:\/\/hoi\.example\/vp\/sonla\/binh-luan/);
  assert.ok(!letters[0]!.text.includes(typed.email));
  clock.move(60_000);
  await commented(anybody, subject, { body: 'Chờ ba' });
  const next = (await queue()).at(-1)!;
  assert.equal(next.at.getTime(), clock.now().getTime() + 59 * 60_000);
  // A job that runs too early all the same sends nothing, and comes again.
  await tellModerators(cx, { organisation: sonla, site });
  assert.equal((await outbox(cx)).length, before + 1);
  clock.move(hour);
  await sql`update comment set state = 'refused' where state = 'held'`.execute(db);
  await sql`update feedback set suspect = true`.execute(db);
  await tellModerators(cx, { organisation: sonla, site });
  assert.equal((await outbox(cx)).length, before + 1);
  await sql`update comment set state = 'held' where pid = ${first.pid}`.execute(db);
});

test('what waits is on the desk of those who may see to it', async () => {
  const lines = await toDo(clerk, sonla, 'sonla');
  assert.match(lines[0]!.title, /^1 bình luận chờ duyệt$/);
  assert.equal(lines[0]!.href, '/vp/sonla/binh-luan');
  assert.deepEqual(await toDo(auditor, sonla, 'sonla'), []);
});

test('a comment from elsewhere has its day, its answer and its id; a second time nothing happens', async () => {
  const subject = await thing(cx);
  const raw = {
    kind: 'thing',
    subject,
    origin: 'wordpress',
    origin_id: '17',
    parent_origin_id: '',
    name: 'Bạn đọc cũ',
    email: 'cu@example.vn',
    body: 'Bình luận từ năm 2015.',
    posted_at: '2015-03-02T08:30:00+07:00',
    state: 'published',
  };
  const events = async () =>
    Number((await one(db, sql<{ n: string }>`select count(*) as n from event`)).n);
  const letters = (await outbox(cx)).length;
  const first = await done(importComment(cx, raw));
  const child = { ...raw, origin_id: '18', parent_origin_id: '17', body: 'Trả lời.' };
  assert.equal((await done(importComment(cx, child))).state, 'added');
  const before = await events();
  assert.deepEqual(await done(importComment(cx, raw)), { pid: first.pid, state: 'unchanged' });
  assert.equal(await events(), before);
  const { threads } = await shown(subject);
  assert.equal(threads[0]?.postedAt.toISOString(), '2015-03-02T01:30:00.000Z');
  assert.equal(threads[0]?.replies.length, 1);
  assert.equal((await outbox(cx)).length, letters);
  assert.deepEqual(
    await refused(importComment(cx, { ...raw, origin_id: '19', parent_origin_id: '99' })),
    ['parent_origin_id comment_parent_missing'],
  );
  await assert.rejects(importComment(auditor, { ...raw, origin_id: '20' }), Forbidden);
  await sound(db, invariants);
});

const votesOf = async (pid: string) => {
  const found = (await publicPoll(db, pid))!;
  return { voters: found.voters, votes: found.options.map(({ votes }) => votes) };
};
const vote = (pid: string, choices: number[], reader: string) =>
  execute(anybody, votePoll, { pid, choices, reader });

test('a poll from its draft to its end: votes are counted once, changed, and kept from the draft', async () => {
  const { pid } = await done(execute(clerk, createPoll, poll));
  await assert.rejects(vote(pid, [1], 'a'), NotFound);
  await assert.rejects(act(auditor, openPollForVotes, pid), Forbidden);
  await assert.rejects(act(elsewhere, openPollForVotes, pid), NotFound);
  await done(act(clerk, openPollForVotes, pid));
  assert.equal((await openPoll(db, sonla, clock.today()))?.pid, pid);
  await done(vote(pid, [1], 'a'));
  await done(vote(pid, [2], 'b'));
  assert.equal((await done(vote(pid, [3, 3], 'b'))).changed, true);
  assert.deepEqual(await votesOf(pid), { voters: 2, votes: [1, 0, 1, 0] });
  for (const [choices, code] of [
    [[], 'choices poll_choose'],
    [[5], 'choices poll_no_option'],
    [[0], 'choices poll_no_option'],
    [[1, 2], 'choices poll_too_many'],
  ] as const)
    assert.deepEqual(await refused(vote(pid, [...choices], 'c')), [code]);
  const found = (await findPoll(clerk, pid))!;
  assert.deepEqual(await choicesOf(db, found.id, readerHash('b', found.id)), [3]);
  assert.deepEqual(await refused(act(clerk, pollDeletion.remove, pid)), ['poll_still_open']);
  await done(act(clerk, closePoll, pid));
  assert.deepEqual(await refused(vote(pid, [1], 'c')), ['poll_over']);
  assert.deepEqual(await refused(act(clerk, closePoll, pid)), ['poll_not_open']);
  assert.deepEqual(await refused(act(clerk, openPollForVotes, pid)), ['poll_not_draft']);
  await done(act(clerk, pollDeletion.remove, pid));
  assert.equal(await publicPoll(db, pid), null);
  await done(act(clerk, pollDeletion.restore, pid));
  assert.notEqual(await publicPoll(db, pid), null);
  await sound(db, invariants);
});

test('several answers, its days, and what stays once somebody voted', async () => {
  const today = clock.today();
  const at = (days: number) => new Date(Date.parse(today) + days * day).toISOString().slice(0, 10);
  const { pid } = await done(
    execute(clerk, createPoll, { ...poll, most: 2, opens_on: at(1), closes_on: at(2) }),
  );
  await done(act(clerk, openPollForVotes, pid));
  assert.deepEqual(await refused(vote(pid, [1, 2], 'a')), ['poll_waiting']);
  clock.move(day);
  await done(vote(pid, [1, 2], 'a'));
  await done(vote(pid, [2], 'b'));
  assert.deepEqual(await votesOf(pid), { voters: 2, votes: [1, 2, 0, 0] });
  const { organisation: _, ...fields } = { ...poll, most: 2, opens_on: at(1), closes_on: at(2) };
  const edit = (more: object) => act(clerk, editPoll, pid, { ...fields, ...more });
  assert.deepEqual(await refused(edit({ options: 'A\nB' })), ['options poll_voted']);
  assert.deepEqual(await refused(edit({ question: 'Câu khác?' })), ['question poll_voted']);
  assert.deepEqual(await refused(edit({ most: 1 })), ['most poll_voted']);
  await done(edit({ note: 'Giải thích', closes_on: at(2) }));
  clock.move(day);
  await done(vote(pid, [1], 'c'));
  clock.move(day);
  assert.deepEqual(await refused(vote(pid, [1], 'd')), ['poll_over']);
  await night(cx);
  assert.equal((await findPoll(clerk, pid))?.state, 'closed');
  await sound(db, invariants);
});

test('what a poll may not be', async () => {
  const made = (more: object) => refused(execute(clerk, createPoll, { ...poll, ...more }));
  assert.deepEqual(await made({ options: 'Một' }), ['options poll_two_options']);
  assert.deepEqual(await made({ options: 'Một\nmốt!' }), ['options poll_option_twice']);
  assert.deepEqual(await made({ options: 'Một\nHai', most: 3 }), ['most poll_most']);
  assert.deepEqual(
    await made({ options: Array.from({ length: 21 }, (_, at) => `Phương án ${at}`).join('\n') }),
    ['options poll_many_options'],
  );
  assert.deepEqual(await made({ opens_on: '02/05/2026', closes_on: '01/05/2026' }), [
    'closes_on end_before_start',
  ]);
  assert.deepEqual(await made({ question: ' ' }), ['question required']);
  const past = await done(execute(clerk, createPoll, { ...poll, closes_on: '01/05/2026' }));
  assert.deepEqual(await refused(act(clerk, openPollForVotes, past.pid)), ['poll_closes_past']);
});

test('two who vote at once are both counted', async () => {
  const { pid } = await done(execute(clerk, createPoll, poll));
  await done(act(clerk, openPollForVotes, pid));
  await Promise.all(
    Array.from({ length: 8 }, (_, at) => done(vote(pid, [(at % 2) + 1], `cùng lúc ${at % 4}`))),
  );
  const { voters, votes } = await votesOf(pid);
  assert.deepEqual([voters, votes[0]! + votes[1]!], [4, 4]);
  await sound(db, invariants);
});

const feedback = {
  organisation: sonla,
  name: 'Vì Văn Chung',
  email: 'chung@example.vn',
  topic: 'service',
  body: 'Hỏi thủ tục\nnộp hồ sơ.',
  trapped: false,
  recent: 0,
  site,
};

test('feedback is answered by e-mail with what was asked; spam is kept apart', async () => {
  const { pid } = await done(execute(anybody, sendFeedback, feedback));
  const before = (await outbox(cx)).length;
  await assert.rejects(act(auditor, answerFeedback, pid, { answer: 'x' }), Forbidden);
  await assert.rejects(act(elsewhere, answerFeedback, pid, { answer: 'x' }), NotFound);
  await done(act(clerk, answerFeedback, pid, { answer: 'Nộp tại văn phòng.\nTừ thứ Hai.' }));
  const [letter] = (await outbox(cx)).slice(before);
  assert.equal(letter!.to, 'chung@example.vn');
  assert.match(letter!.subject, /^Trả lời góp ý: Hỏi thủ tục nộp hồ sơ\.$/);
  assert.match(
    letter!.text,
    /Kính gửi Vì Văn Chung,[\s\S]*Nộp tại văn phòng[\s\S]*> Hỏi thủ tục\n> nộp hồ sơ/,
  );
  assert.deepEqual(await refused(act(clerk, closeFeedback, pid, {})), ['feedback_done']);
  const trap = await done(
    execute(anybody, sendFeedback, { ...feedback, body: 'Rác', trapped: true }),
  );
  assert.equal((await feedbackByPid(clerk, trap.pid)).suspect, true);
  await done(act(clerk, closeFeedback, trap.pid, { reason: 'Thư rác' }));
  await done(act(clerk, reopenFeedback, trap.pid));
  assert.equal((await feedbackByPid(clerk, trap.pid)).suspect, false);
  const silent = await done(
    execute(anybody, sendFeedback, { ...feedback, email: '', body: 'Không địa chỉ' }),
  );
  assert.deepEqual(await refused(act(clerk, answerFeedback, silent.pid, { answer: 'x' })), [
    'feedback_no_address',
  ]);
  assert.deepEqual(await refused(act(clerk, reopenFeedback, silent.pid)), ['feedback_not_closed']);
  await done(execute(leader, setDiscussions, { ...settings, feedback: false }));
  assert.deepEqual(await refused(execute(anybody, sendFeedback, feedback)), ['feedback_closed']);
  await done(execute(leader, setDiscussions, settings));
});

const mail = (subject: string, more: object = {}) => {
  clock.move(1000);
  return execute(anybody, mailSubject, {
    kind: 'thing',
    subject,
    to: 'ban@example.vn',
    name: 'Lò Thị Hoa',
    site,
    ...more,
  });
};
const lastLetter = () =>
  one(
    db,
    sql<{
      recipient: string;
      subject: string;
      body: string;
      headers: Record<string, string>;
    }>`select
      recipient, subject, body, headers from mail_message order by created_at desc, id desc limit 1`,
  );

test('an article by mail: its words, the sender as typed, the way out; no head line gets in', async () => {
  const subject = await thing(cx, { title: 'Nhà sấy\r\nBcc: x@evil.example' });
  await done(mail(subject, { name: 'Hoa\r\nBcc: y@evil.example' }));
  const letter = await lastLetter();
  assert.equal(letter.recipient, 'ban@example.vn');
  assert.equal(letter.subject, 'Nhà sấy Bcc: x@evil.example');
  assert.match(letter.body, /“Hoa Bcc: y@evil\.example”/);
  assert.match(letter.body, /Rút thời gian sấy/);
  assert.match(letter.body, /https:\/\/hoi\.example\/sonla\/bai\/nha-say/);
  assert.match(
    letter.headers['List-Unsubscribe']!,
    /^<https:\/\/hoi\.example\/thu\/bai\/[0-9a-f]{40}>$/,
  );
  for (const to of ['a@x.vn, b@x.vn', 'a@x.vn\r\nBcc: b@x.vn', 'a@x.vn;b@x.vn', 'khong-phai'])
    assert.equal((await refused(mail(subject, { to }))).length, 1, to);
  assert.deepEqual(await refused(mail(subject, { name: 'Xem http://evil.example' })), [
    'name letter_name_address',
  ]);
  await done(mail(subject));
  await done(mail(subject));
  assert.deepEqual(await refused(mail(subject)), ['to letter_recipient_many']);
  await done(mail(subject, { to: 'khac@example.vn' }));
  clock.move(day);
  await done(mail(subject));
});

test('who has refused gets none, and whoever sends is not told', async () => {
  const subject = await thing(cx);
  await done(mail(subject, { to: 'thoi@example.vn' }));
  const token = /thu\/bai\/([0-9a-f]{40})/.exec((await lastLetter()).body)![1]!;
  await assert.rejects(execute(anybody, refuseLetters, { token: 'x' }), NotFound);
  await done(execute(anybody, refuseLetters, { token }));
  await done(execute(anybody, refuseLetters, { token }));
  const before = (await outbox(cx)).length;
  await done(mail(subject, { to: 'thoi@example.vn' }));
  assert.equal((await outbox(cx)).length, before);
  const kept = await all(db, sql<{ r: string }>`select recipient as r from passed_refusal`);
  assert.ok(kept.every(({ r }) => !r.includes('@')));
});

test('what tells who somebody was is forgotten in time; what was counted stays', async () => {
  const subject = await thing(cx);
  const { pid } = await commented(anybody, subject, { body: 'Sẽ được quên' });
  await done(act(clerk, approveComment, pid));
  await done(act(anybody, likeComment, pid, { reader: 'q' }));
  const gone = await commented(anybody, subject, { body: 'Rác cũ', trapped: true });
  const one1 = await done(execute(clerk, createPoll, poll));
  await done(act(clerk, openPollForVotes, one1.pid));
  await done(vote(one1.pid, [2], 'q'));
  await done(act(clerk, closePoll, one1.pid));
  const said = await done(execute(anybody, sendFeedback, { ...feedback, body: 'Rồi cũng quên' }));
  await done(act(clerk, closeFeedback, said.pid));
  await night(cx);
  assert.equal((await commentByPid(cx, pid)).email, typed.email);
  assert.equal(await stateOf(gone.pid), 'refused');
  clock.move(31 * day);
  await night(cx);
  await assert.rejects(commentByPid(cx, gone.pid), NotFound);
  const poll1 = (await findPoll(cx, one1.pid))!;
  assert.equal(await choicesOf(db, poll1.id, readerHash('q', poll1.id)), null);
  assert.deepEqual(await votesOf(one1.pid), { voters: 1, votes: [0, 1, 0, 0] });
  clock.move(160 * day);
  await night(cx);
  const after = await commentByPid(cx, pid);
  assert.deepEqual([after.email, after.likes, after.state], [null, 1, 'published']);
  assert.deepEqual(await all(db, sql`select from comment_like where at < ${clock.now()}`), []);
  clock.move(200 * day);
  await night(cx);
  const forgotten = await feedbackByPid(cx, said.pid);
  assert.deepEqual([forgotten.name, forgotten.email], [null, null]);
  assert.deepEqual(
    await all(db, sql`select from comment where author_hash is not null and state <> 'held'`),
    [],
  );
  assert.deepEqual(await all(db, sql`select from passed_letter`), []);
  assert.equal((await all(db, sql`select from passed_refusal`)).length, 1);
  await sound(db, invariants);
});

test('who asks to be forgotten is, in every comment of the same writer here, and answers stay', async () => {
  const who = { name: 'Quàng Thị Quên', email: 'quen@example.vn', reader: 'r'.repeat(20) };
  const subject = await thing(cx);
  const write = async (more: object) => {
    const { pid } = await commented(anybody, subject, { ...who, ...more });
    await done(act(clerk, approveComment, pid));
    return pid;
  };
  const first = await write({ body: 'Lời thứ nhất của tôi' });
  const same = await write({ email: 'Quen@example.vn', name: 'Q. Quên', body: 'Lời thứ hai' });
  // Another person of the same name.
  const other = await write({ email: 'khac@example.vn', reader: null, body: 'Của người khác' });
  const answer = await done(
    act(clerk, replyComment, first, { voice: 'office', body: 'Cảm ơn anh.' }),
  );
  await assert.rejects(act(auditor, eraseWriter, first, { text: false }), Forbidden);
  await assert.rejects(act(elsewhere, eraseWriter, first, { text: false }), NotFound);
  await assert.rejects(act(clerk, eraseWriter, first, { text: true, version: 9 }), Conflict);
  const erased = await done(act(clerk, eraseWriter, first, { text: false }));
  assert.equal(erased.comments, 2);
  const rows = async () =>
    (
      await all<{ text: string }>(
        db,
        sql`select concat_ws(' ', name, email, search, author_hash, body) as text from comment
          where pid = any(${[first, same]}::text[]) order by id`,
      )
    ).map(({ text }) => text);
  assert.deepEqual(await rows(), [
    'Bạn đọc ban doc loi thu nhat cua toi Lời thứ nhất của tôi',
    'Bạn đọc ban doc loi thu hai Lời thứ hai',
  ]);
  assert.equal((await commentByPid(cx, other)).name, who.name);
  await done(act(clerk, eraseWriter, first, { text: true }));
  assert.match((await rows())[0]!, /^Bạn đọc .*xóa theo yêu cầu/);
  assert.match((await rows())[1]!, /Lời thứ hai/);
  const { threads } = await shown(subject);
  const thread = threads.find(({ pid }) => pid === first)!;
  assert.deepEqual(
    thread.replies.map(({ pid }) => pid),
    [answer.pid],
  );
  const told = await all<{ text: string }>(
    db,
    sql`select concat(old, new) as text from event_value`,
  );
  for (const secret of ['Quàng Thị', 'quen@example', 'Lời thứ'])
    assert.ok(!told.some(({ text }) => text.includes(secret)), secret);
  await sound(db, invariants);
});

test('no log tells who wrote, voted, agreed or was written to', async () => {
  const values = await all(
    db,
    sql<{ text: string }>`select concat(old, new) as text from event_value`,
  );
  const whole = values.map(({ text }) => text).join('\n');
  for (const secret of [
    'oanh@example.vn',
    'ban@example.vn',
    'Lường Kim Oanh',
    'chung@example.vn',
    'aaaa',
  ])
    assert.ok(!whole.includes(secret), secret);
});

test('each invariant finds what it is for', async () => {
  const faults: Readonly<Record<string, string>> = {
    discussion_counts_its_comments: 'update discussion set comments = comments + 1',
    comment_answers_a_first_one_of_its_discussion: `update comment set parent_id = (select m.id from comment m
      where m.parent_id is not null and m.id <> comment.id limit 1) where parent_id is null`,
    comment_likes_as_counted: 'update comment set likes = likes + 1',
    comment_reports_as_counted: 'update comment set reports = reports + 1',
    comment_scored_as_found: 'update comment set score = score + 1',
    poll_has_its_answers: `delete from poll_option where position = 1`,
    poll_counts_its_voters: 'update poll set voters = voters + 1',
    poll_counts_its_votes: `update poll_option set votes = votes + 1 where poll_id in
      (select id from poll where forgotten_at is null)`,
    poll_votes_within_bounds: 'update poll_option set votes = votes + 1000',
    poll_vote_names_answers: `update poll_vote set choices = '{1,1}'`,
  };
  const { pid } = await done(execute(clerk, createPoll, poll));
  await done(act(clerk, openPollForVotes, pid));
  await done(vote(pid, [1], 'còn phiếu'));
  await sound(db, invariants);
  for (const { name } of invariants)
    await assert.rejects(
      inTransaction(db, async (trx) => {
        await sql.raw(faults[name]!).execute(trx);
        assert.ok((await broken(trx, invariants)).includes(name), name);
        throw new Error('taken back');
      }),
      /taken back/,
      name,
    );
});
