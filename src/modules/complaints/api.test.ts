import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { demoProduct } from '../../testing.ts';
import { openContest, said } from './testing.ts';

const product = await demoProduct();
after(() => product.close());
const cx = product.runtime.cx('cli');
const today = cx.clock.today();
const edition = await openContest(cx, 'khieu-nai-qua-api');
const leader = await product.token('leader');
const clerk = await product.token('clerk');
const reader = await product.token('clerk', ['read']);
const elsewhere = await product.token('officer');

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & {
    readonly items: readonly { readonly pid: string; readonly number: string }[];
    readonly issues: readonly { readonly path: string; readonly code: string }[];
    readonly total: number;
  };
}

async function ask(
  method: string,
  path: string,
  token: string | undefined,
  body?: unknown,
): Promise<Answer> {
  const answer = await product.rest(method, `/api/v1${path}`, token, body);
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text === '' ? '{}' : text) };
}

const ofEdition = `/editions/${edition}/complaints`;
const rules = `/editions/${edition}/complaint-rules`;
const letter = { ...said, received_on: today };

test('the days are the sample until they are set, and set again only from their version', async () => {
  const sample = await ask('get', rules, clerk);
  assert.deepEqual(
    [sample.body.days_to_accept, sample.body.days_to_answer, sample.body.version],
    [10, 30, 0],
  );
  const days = { days_to_accept: 7, days_to_answer: 15, counting: 'calendar', basis: 'Điều 9' };
  const bad = await ask('put', rules, clerk, { ...days, days_to_answer: 0, counting: 'hours' });
  assert.equal(bad.status, 422);
  assert.deepEqual(bad.body.issues.map(({ path, code }) => `${path} ${code}`).sort(), [
    'counting not_in_list',
    'days_to_answer too_small',
  ]);
  assert.equal((await ask('put', rules, reader, days)).status, 403);
  assert.equal((await ask('put', rules, clerk, days)).body.version, 1);
  assert.equal((await ask('put', rules, clerk, { ...days, version: 4 })).status, 409);
  assert.equal((await ask('put', rules, clerk, { ...days, version: 1 })).body.version, 2);
});

test('a letter from taking it in to its answer', async () => {
  const bad = await ask('post', ofEdition, clerk, { ...letter, complainant: 'Ẩn danh' });
  assert.deepEqual([bad.status, bad.body.issues.map(({ code }) => code)], [422, ['anonymous']]);
  const made = await ask('post', ofEdition, clerk, letter);
  assert.deepEqual(
    [made.status, made.body.number, made.body.state, made.body.days_left, made.body.origin],
    [201, 'KN-0001', 'received', 7, 'paper'],
  );
  const path = `/complaints/${String(made.body.pid)}`;
  const stale = await ask('post', `${path}/accept`, clerk, { version: 7 });
  assert.equal(stale.status, 409);
  assert.equal((await ask('post', `${path}/accept`, clerk, {})).body.days_left, 15);
  assert.equal((await ask('post', `${path}/assign`, clerk, { handler: 'Tổ 1' })).status, 200);
  const telling = { reason: `Đơn của ${said.complainant}` };
  assert.equal((await ask('post', `${path}/consult`, clerk, telling)).status, 422);
  const consult = { reason: 'Xem lại phiếu', reopens: true };
  assert.equal((await ask('post', `${path}/consult`, clerk, consult)).status, 200);
  const extended = await ask('post', `${path}/extend`, clerk, { days: 5, reason: 'Chờ họp' });
  assert.deepEqual([extended.body.extended, extended.body.days_left], [5, 20]);
  const draft = { outcome: 'rejected', answer: 'Điểm đã chấm đúng thể lệ.' };
  assert.equal((await ask('post', `${path}/propose`, clerk, draft)).body.answer, draft.answer);
  const answer = { document: '5/BTC', answered_on: today };
  assert.equal((await ask('post', `${path}/answer`, clerk, answer)).status, 403);
  const given = await ask('post', `${path}/answer`, leader, answer);
  assert.deepEqual(
    [given.body.state, given.body.document, given.body.due],
    ['answered', '5/BTC', null],
  );
  assert.equal((await ask('post', `${path}/close`, clerk, {})).body.state, 'closed');
  assert.equal((await ask('post', `${path}/withdraw`, clerk, { reason: 'x' })).status, 422);
  const steps = await ask('get', `${path}/steps`, clerk);
  assert.equal(steps.body.items.length, 8);
  const frozen = await ask('get', `${path}/frozen`, clerk);
  assert.equal(JSON.parse(String(frozen.body.text)).number, 'KN-0001');
  const figures = await ask('get', `/editions/${edition}/complaint-figures`, clerk);
  assert.deepEqual(figures.body as object, {
    all: 1,
    open: 0,
    over: 0,
    answered: 1,
    answered_in_time: 1,
  });
});

test('lists: pages, filters, words', async () => {
  const other = { ...letter, complainant: 'Vàng A Páo', topic: 'plagiarism', about: 'Máy sấy' };
  await ask('post', ofEdition, clerk, other);
  const first = await ask('get', `${ofEdition}?size=1`, reader);
  assert.deepEqual([first.body.total, first.body.items[0]?.number], [2, 'KN-0001']);
  assert.match(String(first.body.next), /page=2/);
  const total = async (query: string) =>
    (await ask('get', `${ofEdition}?${query}`, clerk)).body.total;
  assert.equal(await total('q=vang+a+pao'), 1);
  assert.equal(await total('q=may+say'), 1);
  assert.equal(await total('topic=plagiarism&state=received'), 1);
  assert.equal(await total('state=refused'), 0);
  assert.equal(await total('due=over'), 0);
});

test('others see nothing, and nobody without a token', async () => {
  const list = await ask('get', ofEdition, clerk);
  const path = `/complaints/${list.body.items[0]?.pid}`;
  const figures = `/editions/${edition}/complaint-figures`;
  for (const one of [ofEdition, rules, figures, path, `${path}/steps`, `${path}/frozen`]) {
    assert.equal((await ask('get', one, elsewhere)).status, 404, one);
    assert.equal((await ask('get', one, undefined)).status, 401, one);
  }
  assert.equal((await ask('post', ofEdition, elsewhere, letter)).status, 404);
  assert.equal((await ask('post', `${path}/close`, elsewhere, {})).status, 404);
  assert.equal((await ask('post', ofEdition, reader, letter)).status, 403);
});
