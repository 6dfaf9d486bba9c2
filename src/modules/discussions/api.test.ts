import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { cxOf, idOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { done } from '../rounds/testing.ts';
import { discussions } from './index.ts';
import { invariants } from './queries/index.ts';
import { sendFeedback, votePoll } from './service/index.ts';
import { commented, poll, site, thing } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & {
    readonly items: readonly Record<string, unknown>[];
    readonly issues: readonly { readonly path: string; readonly code: string }[];
  };
}

type Rest = (method: string, path: string, body?: unknown) => Promise<Answer>;

const rest =
  (ask: Ask): Rest =>
  async (method, path, body) => {
    const answer = await ask(`/api/v1${path}`, sentJson(method, body));
    const text = await answer.text();
    return { status: answer.status, body: JSON.parse(text === '' ? '{}' : text) };
  };

interface Trial {
  readonly cx: Cx;
  readonly clerk: Rest;
  readonly auditor: Rest;
  readonly other: Rest;
  readonly nobody: Rest;
}

const trial = (work: (on: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx: Cx = { ...cxOf(trx), clock: testClock() };
    const doors = async (who: Cx) =>
      rest(
        testDoors({ cx: who, place: await placeAt(cx, 'sonla'), roles: [], api: discussions.api! }),
      );
    await work({
      cx,
      clerk: await doors(await someone(cx, 'clerk', 'sonla')),
      auditor: await doors(await someone(cx, 'auditor', 'sonla')),
      other: await doors(await someone(cx, 'leader', 'laichau')),
      nobody: await doors({ ...cx, actor: { kind: 'anonymous' } }),
    });
    await sound(cx.db, invariants);
  });

test(
  'comments: the queue, each act, and what everybody reads',
  trial(async ({ cx, clerk, auditor, other, nobody }) => {
    const subject = await thing(cx);
    const { pid } = await commented(cx, subject);
    const seen = `/public-comments/thing/${subject}`;
    assert.equal((await nobody('get', seen)).body.total, 0);
    assert.equal((await nobody('get', '/comment-queue')).status, 401);
    assert.equal((await nobody('get', '/public-comments/thing/0000000000000000')).status, 404);
    const queue = await clerk('get', '/comment-queue?organisation=sonla');
    assert.deepEqual(
      queue.body.items.map((one) => [one.pid, one.state, one.email, one.score]),
      [[pid, 'held', 'oanh@example.vn', 1]],
    );
    assert.equal((await other('get', '/comment-queue')).body.total, 0);
    assert.equal((await other('get', `/comment-queue/${pid}`)).status, 404);
    const approve = `/comments/${pid}/approve`;
    assert.equal((await auditor('post', approve, {})).status, 403);
    assert.equal((await other('post', approve, {})).status, 404);
    assert.equal((await clerk('post', approve, { version: 9 })).status, 409);
    const approved = await clerk('post', approve, { by_author: true, version: 1 });
    assert.deepEqual([approved.body.state, approved.body.voice], ['published', 'author']);
    const reply = await clerk('post', `/comments/${pid}/replies`, {
      voice: 'office',
      body: 'Cảm ơn.',
    });
    assert.deepEqual([reply.status, reply.body.parent], [201, pid]);
    const read = await nobody('get', seen);
    const [thread] = read.body.items as unknown as { replies: unknown[]; email?: string }[];
    assert.deepEqual([thread!.replies.length, thread!.email], [1, undefined]);
    const bare = await clerk('post', `/comments/${pid}/hide`, {});
    assert.deepEqual(
      bare.body.issues.map(({ path, code }) => `${path} ${code}`),
      ['reason required'],
    );
    assert.equal(
      (await clerk('post', `/comments/${pid}/hide`, { reason: 'x' })).body.state,
      'hidden',
    );
    assert.equal((await clerk('post', `/comments/${pid}/refuse`, {})).status, 422);
    assert.equal((await clerk('post', `/comments/${pid}/restore`, {})).body.state, 'published');
    assert.equal((await clerk('post', `/comments/${pid}/keep`, {})).status, 422);
  }),
);

test(
  'polls: made, opened, ended, deleted; how one stands is told outside once it is over',
  trial(async ({ cx, clerk, auditor, other, nobody }) => {
    const bad = await clerk('post', '/polls', { ...poll, options: 'Một', closes_on: '2026-02-31' });
    assert.deepEqual(bad.body.issues.map(({ path, code }) => `${path} ${code}`).toSorted(), [
      'closes_on day_not_in_month',
      'options poll_two_options',
    ]);
    assert.equal((await auditor('post', '/polls', poll)).status, 403);
    const made = await clerk('post', '/polls', poll);
    assert.deepEqual([made.status, made.body.phase], [201, 'draft']);
    const path = `/polls/${made.body.pid}`;
    const outside = `/public-polls/${made.body.pid}`;
    assert.equal((await nobody('get', outside)).status, 404);
    assert.equal((await other('get', path)).status, 404);
    const changed = await clerk('put', path, { ...fields, note: 'Giải thích', version: 1 });
    assert.equal(changed.body.note, 'Giải thích');
    assert.equal((await clerk('put', path, { ...fields, version: 1 })).status, 409);
    assert.equal((await clerk('post', `${path}/open`, {})).body.phase, 'open');
    await done(execute(cx, votePoll, { pid: made.body.pid, choices: [1], reader: 'a' }));
    const before1 = await nobody('get', outside);
    assert.deepEqual([before1.body.phase, before1.body.voters], ['open', null]);
    const own = await clerk('get', path);
    assert.deepEqual((own.body.options as object[])[0], {
      label: 'Phơi nắng',
      votes: 1,
      share: 100,
    });
    await clerk('post', `${path}/close`, {});
    const over = await nobody('get', outside);
    assert.deepEqual([over.body.phase, over.body.voters], ['over', 1]);
    assert.equal((await nobody('get', '/public-polls?organisation=sonla')).body.total, 1);
    assert.equal(
      (await clerk('get', '/polls?organisation=sonla&state=closed&q=say')).body.total,
      1,
    );
    assert.equal((await clerk('delete', path)).status, 204);
    assert.equal((await clerk('get', path)).status, 404);
    assert.equal((await clerk('post', `${path}/restore`)).status, 200);
  }),
);

const { organisation: _, ...fields } = poll;

test(
  'feedback and settings',
  trial(async ({ cx, clerk, auditor, other, nobody }) => {
    const { pid } = await done(
      execute(cx, sendFeedback, {
        organisation: await idOf(cx, 'sonla'),
        name: 'Vì Văn Chung',
        email: 'chung@example.vn',
        topic: 'other',
        body: 'Hỏi',
        trapped: false,
        recent: 0,
        site,
      }),
    );
    assert.equal((await nobody('get', '/feedback')).status, 401);
    assert.equal((await other('get', `/feedback/${pid}`)).status, 404);
    assert.equal((await clerk('get', '/feedback?view=new')).body.total, 1);
    assert.equal((await auditor('post', `/feedback/${pid}/close`, {})).status, 403);
    assert.equal(
      (await clerk('post', `/feedback/${pid}/close`, { reason: 'Đã gọi' })).body.state,
      'closed',
    );
    assert.equal((await clerk('post', `/feedback/${pid}/reopen`, {})).body.state, 'new');
    assert.equal((await clerk('post', `/feedback/${pid}/answer`, {})).status, 422);
    assert.equal(
      (await clerk('post', `/feedback/${pid}/answer`, { answer: 'Vâng' })).body.state,
      'answered',
    );
    const path = '/discussion-settings/sonla';
    assert.equal((await other('get', path)).status, 404);
    assert.equal((await clerk('get', path)).body.version, 0);
    const wanted = {
      comments: 'after',
      promise_days: 2,
      words: 'cờ bạc',
      feedback: true,
      letters: false,
    };
    assert.equal((await clerk('put', path, wanted)).status, 403);
  }),
);
