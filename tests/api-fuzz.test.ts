// Every operation of the OpenAPI description, asked with what it wants and with what nobody should
// send: never a 5xx, always a problem with Vietnamese words, and answers as they are described.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { chooserFromSeed } from '../src/kernel/random.ts';
import { demoProduct } from '../src/testing.ts';
import { samples } from './support/addresses.ts';
import { hostileValues, hostileWords } from './support/hostile.ts';
import { judgingRows } from './support/judging-rows.ts';
import { type JsonSchema, type Known, likely, likelyObject } from './support/likely.ts';

const product = await demoProduct();
after(() => product.close());
const token = await product.token('admin');
// Who may open sensitive fields, which not even the administrator may.
const custodian = await product.token('officer');
const tokenFor = (door: { readonly path: string }): string =>
  /\/(sensitive|looks)$/.test(door.path) ? custodian : token;
// An edition that is judged and decided, with a ballot that is open.
const judging = await judgingRows(product.runtime.cx('cli'), 'sonla');
for (const n of [1, 2]) await judging.add(n);
await judging.decide();
await judging.vote(3);
const records = await samples(product);
/** The public id of a record of Sơn La, as an address such as 'judges/:pid' has it. */
const pidOf = (address: string): string =>
  records.fill(`/api/v1/${address}`, 'sonla').split('/')[4]!;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {
    name: string;
    in: string;
    required: boolean;
    schema: JsonSchema;
  }[];
  readonly requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
  readonly responses: Readonly<
    Record<string, { content?: { 'application/json'?: { schema: object } } }>
  >;
}

interface Door {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const description = (await (await product.get('/api/v1/openapi.json')).json()) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const doors: Door[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path: `/api/v1${path}`,
    operation,
  })),
);

// Words that only a person who knows the demo can put into a field.
const known: Known = {
  org: 'sonla',
  organisation: 'sonla',
  recipient_organisation: 'sonla',
  below: 'sonla',
  parent: 'sonla',
  child: 'sonla-khuyenhoc',
  indicator: 'II.7',
  recipient: 'organisation',
  title: 'commendation',
  level: 'province',
  kind: 'staff',
  amount: 5,
  on: '2019-12-31',
  from: '2019-06-01',
  to: '2019-12-31',
  email: 'clerk@demo.example',
  measure: 'entered',
  scope: 'self',
  window: 'on_day',
  national: 'mean',
  type: 'text',
  edition: pidOf('editions/:pid/councils'),
  council: pidOf('councils/:pid'),
  judge: pidOf('judges/:pid'),
  dossier: pidOf('blind-dossiers/:pid'),
  ballot: pidOf('ballots/:pid'),
  phase: 'so-khao',
  part: 'binh-chon',
  rule: 'ban-to-chuc',
  prize: 'ba',
  role: 'member',
};

interface Asked {
  readonly path: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
}

function wanted({ operation }: Door): Asked {
  const { parameters, requestBody } = operation;
  const schema = requestBody?.content['application/json'].schema;
  return {
    path: {},
    query: Object.fromEntries(
      parameters
        .filter((p) => p.in === 'query' && p.required)
        .map((p) => [p.name, String(likely(p.name, p.schema, known))]),
    ),
    body: schema === undefined ? undefined : likelyObject(schema, known),
  };
}

function addressOf({ path }: Door, asked: Asked): string {
  const usual = records.fill(path.replace(/\{(\w+)\}/g, ':$1'), 'sonla').split('/');
  const parts = path.split('/').map((part, at) => {
    const changed = asked.path[part.replace(/[{}]/g, '')];
    return part.startsWith('{') && changed !== undefined
      ? encodeURIComponent(changed.toWellFormed())
      : usual[at];
  });
  const query = new URLSearchParams(asked.query).toString();
  return parts.join('/') + (query === '' ? '' : `?${query}`);
}

const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
const inside = /\n\s+at |node_modules|\.tsx?[:"]|postgres|syntax error|invalid input|kysely|zod/i;

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly issues?: readonly { path: string; code: string; message: string }[];
}

async function checkProblem(answer: Response, told: string): Promise<void> {
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, told);
  const text = await answer.text();
  assert.ok(!inside.test(text), `${told}: ${text.slice(0, 300)}`);
  const problem = JSON.parse(text) as Problem;
  assert.equal(problem.status, answer.status, told);
  assert.match(problem.type, /^\/problems\/[a-z-]+$/, told);
  assert.match(problem.title, vietnamese, told);
  assert.match(problem.detail, vietnamese, told);
  assert.ok(problem.requestId.length > 10, told);
  if (problem.status === 422)
    assert.ok((problem.issues ?? []).length > 0, `${told}: nothing named`);
  for (const { path, code, message } of problem.issues ?? []) {
    assert.match(message, vietnamese, `${told}: no words for ${code} at ${path}: ${message}`);
    assert.ok(message.length < 1000, `${told}: ${code} repeats what was sent`);
  }
}

const shapes = new Map<string, z.ZodType>();
function shapeOf({ operation }: Door, status: number): z.ZodType | null {
  const schema = operation.responses[status]?.content?.['application/json']?.schema;
  if (schema === undefined) return null;
  const key = `${operation.operationId} ${status}`;
  const shape = shapes.get(key) ?? z.fromJSONSchema(schema as never);
  shapes.set(key, shape);
  return shape;
}

async function ask(door: Door, asked: Asked): Promise<number> {
  const address = addressOf(door, asked);
  const answer = await product.rest(door.method, address, tokenFor(door), asked.body);
  const sent = JSON.stringify(asked.body)?.slice(0, 200) ?? '';
  const told = `${door.method} ${address.slice(0, 200)} ${sent} → ${answer.status}`;
  assert.ok(answer.status < 500, told);
  if (answer.status >= 400) await checkProblem(answer, told);
  else if (answer.status === 204) assert.equal(await answer.text(), '', told);
  else if (!answer.headers.get('content-type')?.includes('json')) await answer.arrayBuffer();
  else {
    assert.ok(door.operation.responses[answer.status] !== undefined, `${told}: not described`);
    const body: unknown = await answer.json();
    const read = shapeOf(door, answer.status)?.safeParse(body);
    assert.ok(read?.success !== false, `${told}: ${JSON.stringify(read?.error?.issues)}`);
  }
  return answer.status;
}

/** What is asked with one thing of it hostile, `most` of each at random but always the same. */
function spoiled(door: Door, most: number): Asked[] {
  const good = wanted(door);
  const chooser = chooserFromSeed(`${door.method} ${door.path}`);
  const some = <T>(values: readonly T[]): T[] =>
    Array.from({ length: most }, () => values[chooser.below(values.length)]!);
  const schema = door.operation.requestBody?.content['application/json'].schema;
  const inPath = [...door.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
  const asked: Asked[] = [];
  for (const name of inPath)
    for (const value of some(hostileWords.filter((w) => w !== '')))
      asked.push({ ...good, path: { [name]: value } });
  for (const { name } of door.operation.parameters.filter((p) => p.in === 'query'))
    for (const value of some(hostileWords))
      asked.push({ ...good, query: { ...good.query, [name]: value } });
  for (const name of [...Object.keys(schema?.properties ?? {}), 'not_a_field', '__proto__'])
    for (const value of schema === undefined ? [] : some(hostileValues))
      asked.push({ ...good, body: { ...(good.body as object), [name]: value } });
  return asked;
}

test('the description is OpenAPI 3.1 and names every door once', () => {
  assert.match(description.openapi, /^3\.1\./);
  const ids = doors.map((d) => d.operation.operationId);
  assert.deepEqual(ids, [...new Set(ids)]);
  const routes = product.app.routes.filter(
    (r) => r.path.startsWith('/api/v1/') && r.method !== 'ALL' && !r.path.endsWith('openapi.json'),
  );
  const found = routes.map((r) => `${r.method} ${r.path.replace(/:(\w+)/g, '{$1}')}`);
  assert.deepEqual(doors.map((d) => `${d.method} ${d.path}`).sort(), [...new Set(found)].sort());
});

// What changes things comes last, so that reading finds what the demo put there.
const order = (door: Door): number =>
  ['GET', 'PATCH', 'PUT', 'POST', 'DELETE'].indexOf(door.method);
for (const door of doors.toSorted((a, b) => order(a) - order(b))) {
  test(`${door.method} ${door.path}: what it wants`, async () => {
    const status = await ask(door, wanted(door));
    const has = !/indicator-entries\/\{pid\}/.test(door.path);
    if (door.method === 'GET' && has) assert.equal(status, 200);
  });
  test(`${door.method} ${door.path}: what nobody should send`, async () => {
    for (const asked of spoiled(door, 6)) await ask(door, asked);
  });
}

const raws: readonly (readonly [string, string | Uint8Array, number])[] = [
  ['nothing', '', 400],
  ['no JSON', '{"a":', 400],
  ['a list', '[]', 400],
  ['a word', '"x"', 400],
  ['null', 'null', 400],
  ['very deep', '['.repeat(200_000) + ']'.repeat(200_000), 400],
  ['an object very deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 400],
  ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 422],
  ['too much', `{"title":"${'x'.repeat(3_000_000)}"}`, 413],
];

for (const [name, body, status] of raws) {
  test(`a body that is ${name} is refused in words`, async () => {
    const answer = await product.app.request('/api/v1/activities', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body as string,
    });
    assert.equal(answer.status, status);
    await checkProblem(answer, name);
  });
}

for (const path of [
  '/api/v1/activities/%00',
  '/api/v1/activities/%E0%A4%A',
  '/api/v1/organisations/..%2f..%2fetc',
  `/api/v1/organisations/${'x'.repeat(10_000)}`,
  '/api/v1/organisations?q=%00',
  '/api/v1/organisations?page=-1',
  '/api/v1/organisations?size=100000',
  '/api/v1/organisations?page=1e9',
  '/api/v1/organisations?q=%ff',
  '/api/v1/none',
  '/api/v2/organisations',
]) {
  test(`${path.slice(0, 60)} is refused in words`, async () => {
    const answer = await product.rest('GET', path, token);
    assert.ok(answer.status === 404 || answer.status === 422, String(answer.status));
    await checkProblem(answer, path.slice(0, 60));
  });
}

test('a page after the last is empty and says so', async () => {
  const answer = await product.rest('GET', '/api/v1/activities?page=1000000&size=200', token);
  const { items, total, next } = (await answer.json()) as {
    items: unknown[];
    total: number;
    next: string | null;
  };
  assert.deepEqual([items, next], [[], null]);
  assert.ok(total > 0);
});
