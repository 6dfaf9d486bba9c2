import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { demoProduct } from '../../testing.ts';
import { isListed, type Json, proofHolds } from './rules/index.ts';
import { certificateKeys } from './service/index.ts';
import { adult, openContest, winner } from './testing.ts';

const product = await demoProduct();
after(() => product.close());
const cx = product.runtime.cx('cli');
const today = cx.clock.today();
const edition = await openContest(cx, 'sonla', 'giay-qua-api');
const leader = await product.token('leader');
const reader = await product.token('leader', ['read']);
const elsewhere = await product.token('officer');

interface Answer {
  readonly status: number;
  readonly body: Json & {
    readonly items: readonly { readonly pid: string; readonly number: string }[];
    readonly issues: readonly { readonly path: string; readonly code: string }[];
    readonly total: number;
    readonly version: number;
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

const design = `/editions/${edition}/certificate-design`;
const ofEdition = `/editions/${edition}/certificates`;

test('a design is read as the sample, put, and put again only from its version', async () => {
  const sample = await ask('get', design, leader);
  assert.equal(sample.status, 200);
  assert.equal(sample.body.version, 0);
  const { version: _, ...parts } = sample.body;
  const sent = { ...parts, signer_post: 'TRƯỞNG BAN', signer_name: 'Cầm Văn Thịnh' };
  const bad = await ask('put', design, leader, { ...sent, symbol: 'x', colour: 'pink' });
  assert.equal(bad.status, 422);
  assert.deepEqual(bad.body.issues.map(({ path, code }) => `${path} ${code}`).sort(), [
    'colour not_in_list',
    'symbol symbol_form',
  ]);
  assert.equal((await ask('put', design, reader, sent)).status, 403);
  const put = await ask('put', design, leader, sent);
  assert.deepEqual([put.status, put.body.version], [200, 1]);
  assert.equal((await ask('put', design, leader, { ...sent, version: 7 })).status, 409);
  assert.equal((await ask('put', design, leader, { ...sent, version: 1 })).body.version, 2);
});

test('issuing, listing, reading, replacing and revoking', async () => {
  await winner(cx, { edition, people: [adult, { name: 'Cầm Thị Én' }], title: 'Máy tách hạt' });
  const early = await ask('post', ofEdition, leader, { issued_on: '2026-05-09' });
  assert.equal(early.status, 422);
  const unset = await ask('post', ofEdition, leader, { issued_on: today });
  assert.deepEqual(
    unset.body.issues.map(({ path, code }) => [path, code]),
    [['any_address', 'address_unset']],
  );
  const issued = await ask('post', ofEdition, leader, { issued_on: today, any_address: true });
  assert.deepEqual([issued.status, issued.body], [201, { issued: 2, left: 0, nameless: 0 }]);
  const list = await ask('get', `/certificates?edition=${edition}&size=1`, leader);
  assert.deepEqual([list.body.items.length, list.body.total], [1, 2]);
  assert.match(String(list.body.next), /page=2/);
  const found = await ask('get', `/certificates?edition=${edition}&q=cam+thi+en`, reader);
  const [one] = found.body.items;
  assert.equal(found.body.total, 1);
  const path = `/certificates/${one?.pid}`;
  assert.equal((await ask('get', path, leader)).body.holder, 'Cầm Thị Én');
  const frozen = await ask('get', `${path}/frozen`, leader);
  assert.deepEqual(JSON.parse(String(frozen.body.text)), frozen.body.content);
  const credential = await ask('get', `${path}/credential`, leader);
  assert.equal(proofHolds(credential.body, certificateKeys(cx.keys)[0]!.multikey), true);
  const pdf = await product.rest('get', `/api/v1${path}/pdf`, leader);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const raw = { names: 'Cầm Thị Ẽn', issued_on: today, reason: 'Sai dấu', any_address: true };
  const stale = await ask('post', `${path}/replace`, leader, { ...raw, version: 7 });
  assert.equal(stale.status, 409);
  const fresh = await ask('post', `${path}/replace`, leader, raw);
  assert.deepEqual([fresh.status, fresh.body.state, fresh.body.replaces], [201, 'valid', one?.pid]);
  const gone = await ask('post', `/certificates/${String(fresh.body.pid)}/revoke`, leader, {
    reason: 'Thử',
    decision: '20/QĐ-BTC',
  });
  assert.deepEqual([gone.body.state, gone.body.decision], ['revoked', '20/QĐ-BTC']);
  const status = credential.body.credentialStatus as { statusListIndex: string; id: string };
  const address = new URL(status.id);
  const bits = JSON.parse(await (await product.get(address.pathname)).text()) as {
    credentialSubject: { encodedList: string };
  };
  assert.equal(isListed(bits.credentialSubject.encodedList, Number(status.statusListIndex)), true);
});

test('others see nothing, and nobody without a token', async () => {
  const list = await ask('get', `/certificates?edition=${edition}`, leader);
  const path = `/certificates/${list.body.items[0]?.pid}`;
  for (const one of [path, `${path}/frozen`, `${path}/credential`, `${path}/pdf`, design]) {
    assert.equal((await ask('get', one, elsewhere)).status, 404, one);
    assert.equal((await ask('get', one, undefined)).status, 401, one);
  }
  assert.equal((await ask('get', `/certificates?edition=${edition}`, elsewhere)).status, 404);
  assert.equal((await ask('get', '/certificates', elsewhere)).body.total, 0);
  assert.equal((await ask('post', `${path}/revoke`, elsewhere, { reason: 'x' })).status, 404);
  assert.equal((await ask('post', `${path}/revoke`, reader, { reason: 'x' })).status, 403);
  assert.equal((await ask('post', ofEdition, elsewhere, { issued_on: today })).status, 403);
});
