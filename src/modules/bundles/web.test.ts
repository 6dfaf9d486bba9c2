import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Cx, execute } from '../../platform/command.ts';
import { sound } from '../../platform/testing.ts';
import { demoProduct } from '../../testing.ts';
import { approveAllocation } from '../results/index.ts';
import { decision, judged, proposed } from '../results/testing.ts';
import { done } from '../rounds/testing.ts';
import { bundles, checkBundle } from './index.ts';

const product = await demoProduct();
const cx: Cx = product.runtime.cx('cli');
after(async () => {
  await sound(cx.db, bundles.invariants!);
  await product.close();
});
const [clerk, auditor, officer] = await Promise.all(
  ['clerk', 'auditor', 'officer'].map((persona) => product.signIn(persona)),
);
const all = await judged(cx);
const { pid } = await proposed(cx, all);
const base = `/vp/sonla/hoi-thi/${all.edition.pid}/ket-qua`;
const file = `${base}/chung-cu.zip`;
const rest = `/api/v1/editions/${all.edition.pid}/decision-bundle`;

test('nothing is there before the decision', async () => {
  assert.equal((await product.get(file, auditor)).status, 404);
  const { status } = await product.rest('GET', rest, await product.token('auditor'));
  assert.equal(status, 404);
  assert.ok(!(await (await product.get(`${base}/giai`, clerk)).text()).includes('chung-cu.zip'));
});

test('the bundle is for those who may see every sheet, and verifies as it is sent', async () => {
  await done(execute(cx, approveAllocation, { pid, ...decision }));
  const answer = await product.get(file, auditor);
  assert.equal(answer.headers.get('content-type'), 'application/zip');
  const verdict = checkBundle(Buffer.from(await answer.arrayBuffer()));
  assert.ok(verdict.whole && verdict.ok);
  assert.equal((await product.get(file, officer)).status, 404);
  assert.equal((await product.get(file)).status >= 300, true);
  const bundle = await product.rest('GET', rest, await product.token('auditor'));
  assert.equal(bundle.headers.get('content-type'), 'application/zip');
});

test('the page of the prizes leads to it, with its hash', async () => {
  const { sha256 } = checkBundle(
    Buffer.from(await (await product.get(file, clerk)).arrayBuffer()),
  ) as { sha256: string };
  const page = await (await product.get(`${base}/giai`, clerk)).text();
  assert.ok(page.includes('chung-cu.zip') && page.includes(sha256));
});
