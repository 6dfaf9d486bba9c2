import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { all } from '../../platform/database/query.ts';
import { type DemoProduct, demoProduct } from '../../testing.ts';

let product: DemoProduct;
let clerk: string;
let leader: string;
let national: string;
let form: string;

before(async () => {
  product = await demoProduct();
  [clerk, leader, national] = (await Promise.all(
    ['clerk', 'leader', 'national'].map((who) => product.token(who)),
  )) as [string, string, string];
  form = await formOf('sonla', 'waiting');
});
after(() => product.close());

async function formOf(code: string, state: string): Promise<string> {
  const [found] = await all(
    product.runtime.cx('cli').db,
    sql<{ pid: string }>`select b.pid from report_obligation b
      join organisation o on o.id = b.organisation_id
      where o.code = ${code} and b.state = ${state} order by b.id limit 1`,
  );
  assert.ok(found, `${code} owes a form that is ${state}`);
  return found.pid;
}

interface Cell {
  readonly row: string;
  readonly declared: number | null;
  readonly offered: number | null;
  readonly no_records: boolean;
  readonly required: boolean;
  readonly version: number;
  readonly records: string | null;
  readonly derived: number | null;
}
interface Form {
  readonly state: string;
  readonly version: number;
  readonly sections: readonly { readonly key: string; readonly cells: readonly Cell[] }[];
  readonly blocking: readonly { readonly code: string; readonly message: string }[];
  readonly number: { readonly full: string } | null;
  readonly freeze: { readonly hash: string } | null;
}

async function ask<T>(
  token: string,
  method: string,
  rest: string,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  const answer = await product.rest(method, `/api/v1/report-forms/${form}${rest}`, token, body);
  return { status: answer.status, body: (await answer.json()) as T };
}

const cells = (found: Form) => found.sections.flatMap((section) => section.cells);

test('a form goes all the way over REST, and its timeline tells it', async () => {
  const opened = await ask<Form>(clerk, 'GET', '');
  assert.equal(opened.status, 200);
  const without = cells(opened.body).filter((cell) => cell.no_records);
  assert.deepEqual([...new Set(without.map((cell) => cell.offered))], [0]);
  const unknown = cells(opened.body).filter((cell) => cell.required && cell.offered === null);
  const missing = [...without, ...unknown];
  assert.ok(missing.length > 1);
  const put = (row: string, declared: number, version: number, reason?: string) =>
    ask<{ status?: number; places: { stands: { declared: number; by: string } }[] }>(
      clerk,
      'PUT',
      `/cells/${row}`,
      { declared, version, reason },
    );
  for (const cell of missing) assert.equal((await put(cell.row, 0, 0)).status, 200);
  const clash = await put(missing[0]?.row ?? '', 5, 0);
  assert.equal(clash.status, 409);
  assert.equal(clash.body.status, 409);
  assert.equal(clash.body.places[0]?.stands.declared, 0);
  assert.equal(clash.body.places[0]?.stands.by, 'Lò Thị Hương Giang');
  const blocked = await ask<{ issues: { code: string; message: string }[] }>(
    clerk,
    'POST',
    '/submit',
    { confirmed: true },
  );
  assert.equal(blocked.status, 422);
  assert.equal(blocked.body.issues[0]?.code, 'rival_open');
  assert.match(blocked.body.issues[0]?.message ?? '', /Chọn giữ bản nào/);
  assert.equal((await put(missing[0]?.row ?? '', 0, 1, 'không có')).status, 200);
  const step = async (token: string, name: string, body: object = {}) => {
    const answer = await ask<Form>(token, 'POST', `/${name}`, body);
    assert.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body).slice(0, 300)}`);
    return answer.body;
  };
  assert.equal((await step(clerk, 'submit', { confirmed: true })).state, 'submitted');
  assert.equal((await step(leader, 'check')).state, 'checked');
  const place = 'I.4';
  const words = 'Kiểm tra lại số người làm việc.';
  assert.equal((await step(national, 'return', { places: [{ place, words }] })).state, 'returned');
  assert.equal((await put(missing[1]?.row ?? '', 1, 1)).status, 422);
  const staff = cells((await ask<Form>(clerk, 'GET', '')).body).find((cell) => cell.row === place);
  const corrected = (staff?.declared ?? 0) + 1;
  assert.equal((await put(place, corrected, staff?.version ?? 0, 'mới tuyển')).status, 200);
  assert.equal((await step(clerk, 'submit', { confirmed: true })).state, 'submitted');
  assert.equal((await step(leader, 'check')).state, 'checked');
  assert.equal((await step(national, 'accept')).state, 'accepted');
  const numbered = await step(clerk, 'number', {
    signed_on: product.runtime.cx('cli').clock.today(),
    signer: 'Quàng Văn Én',
    position: 'Chủ tịch',
  });
  assert.equal(numbered.number?.full, '01/BC-LHHSL');
  const frozen = await step(national, 'freeze');
  assert.match(frozen.freeze?.hash ?? '', /^[0-9a-f]{64}$/);
  const told = await ask<{ items: { action: string; by: string; words: string }[] }>(
    national,
    'GET',
    '/timeline',
  );
  assert.deepEqual(
    told.body.items.slice(0, 4).map((one) => [one.action, one.by]),
    [
      ['report.freeze', 'Đặng Thu Thủy'],
      ['report.number', 'Lò Thị Hương Giang'],
      ['report.accept', 'Đặng Thu Thủy'],
      ['report.check', 'Quàng Văn Én'],
    ],
  );
  const since = await ask<{ items: unknown[] }>(clerk, 'GET', '/restated');
  assert.deepEqual(since.body.items, []);
});

test('each derived value opens to records that add up to it', async () => {
  form = await formOf('sonla', 'checked');
  const found = (await ask<Form>(clerk, 'GET', '')).body;
  const wanted = ['I.2', '3.2', '6.2', '9.3'];
  for (const cell of cells(found).filter((one) => wanted.includes(one.row))) {
    assert.ok(cell.records !== null && cell.derived !== null && cell.derived > 0, cell.row);
    const answer = await product.rest('GET', `${cell.records}?size=200`, clerk);
    const { items } = (await answer.json()) as { items: { amount: number }[] };
    const sum = items.reduce((all, item) => all + item.amount, 0);
    assert.equal(sum, cell.derived, cell.row);
  }
});

test("another union's form is not there; nobody without a token gets anything", async () => {
  form = await formOf('dienbien', 'returned');
  assert.equal((await ask(clerk, 'GET', '')).status, 404);
  assert.equal((await ask(clerk, 'PUT', '/cells/I.4', { declared: 1, version: 0 })).status, 404);
  assert.equal((await ask(national, 'GET', '')).status, 200);
  const answer = await product.rest('GET', `/api/v1/report-forms/${form}`);
  assert.equal(answer.status, 401);
});
