// Who may do what, and which address answers whom, as a file that people can read:
// tests/personas.snapshot.txt. UPDATE_SNAPSHOTS=1 writes it anew.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { demoSignIns } from '../src/demo/index.ts';
import { actorOfAccount } from '../src/modules/accounts/index.ts';
import { editionSamples } from '../src/modules/calls/index.ts';
import { findOrganisation } from '../src/modules/organisations/index.ts';
import { modules } from '../src/modules.ts';
import { sendMail } from '../src/platform/mail.ts';
import { type Actor, may } from '../src/platform/policy.ts';
import { demoProduct } from '../src/testing.ts';
import { getPatterns, samples, type Union } from './support/addresses.ts';
import { type JsonSchema, likelyObject } from './support/likely.ts';
import { columns, compareSection } from './support/snapshot.ts';

const product = await demoProduct();
after(() => product.close());

// A record of each sort, so that the addresses of files, jobs and letters have something behind them.
await sendMail(product.runtime.cx('job'), { to: 'a@example.org', subject: 'x', text: 'x' });
const found = await samples(product);

const personas = ['anonymous', ...demoSignIns.accounts.map((who) => who.role)];
const places = ['sonla', 'sonla-khuyenhoc', 'hanoi', 'vusta'];
const permissions = modules.flatMap((m) => m.permissions);
const { db } = product.runtime.database;
const today = product.runtime.clock.today();

async function actorOf(persona: string): Promise<Actor> {
  if (persona === 'anonymous') return { kind: 'anonymous' };
  const { rows } = await product.runtime.database.pool.query<{ id: string }>(
    'select id from auth_user where email = $1',
    [`${persona}@demo.example`],
  );
  return (await actorOfAccount(db, rows[0]!.id, today))!;
}

test('the rights of each persona are the ones that were agreed', async () => {
  const ids = await Promise.all(
    places.map(async (code) => (await findOrganisation(db, code, today))!.id),
  );
  const actors = await Promise.all(personas.map(actorOf));
  const cell = async (actor: Actor, wanted: (typeof permissions)[number]) => {
    const cx = { ...product.runtime.cx('web'), actor };
    const answers = await Promise.all(ids.map((id) => may(cx, wanted, id)));
    return answers.map((yes) => (yes ? 'x' : '.')).join('');
  };
  const rows: string[][] = [[`at ${places.join(', ')}`, ...personas]];
  for (const wanted of permissions.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    rows.push([wanted.name, ...(await Promise.all(actors.map((actor) => cell(actor, wanted))))]);
  compareSection('rights', columns(rows));
});

test('a right has one name, and no module forgets its own', () => {
  const names = permissions.map((p) => p.name);
  assert.deepEqual(names, [...new Set(names)]);
});

const patterns = getPatterns(product);
const isOffice = (pattern: string) => pattern.startsWith('/vp/:code');
const isApi = (pattern: string) => pattern.startsWith('/api/');

// Questions without which an address has nothing to answer.
const queries: Readonly<Record<string, (union: Union) => string>> = {
  '/api/v1/benchmark': (union) => `?org=${union}&on=2019-12-31`,
  '/api/v1/benchmark/records': (union) => `?org=${union}&on=2019-12-31&indicator=II.7`,
  '/api/v1/benchmark/peers': () => '?on=2019-12-31&indicator=II.7',
  '/api/v1/editions/:pid/score-sheets': () => '?phase=so-khao',
  '/api/v1/editions/:pid/votes': () => '?phase=so-khao',
  '/api/v1/editions/:pid/assignments': () => '?phase=so-khao',
  '/vp/:code/bao-cao/bang-so-sanh': () => '?ngay=2019-12-31',
  '/vp/:code/bao-cao/bang-so-sanh/ban-ghi': () => '?ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/bang-so-sanh/ban-ghi.xlsx': () => '?ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/bang-so-sanh/bieu-do.svg': () => '?ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/ghi-chu': () => '?chi-tieu=II.7&ngay=2019-12-31',
  '/vp/:code/bao-cao/gia-tri': () => '?chi-tieu=II.7&ngay=2019-12-31',
};

async function headersOf(persona: string, pattern: string): Promise<Headers> {
  if (persona === 'anonymous') return new Headers();
  if (!isApi(pattern)) return product.signIn(persona);
  return new Headers({ authorization: `Bearer ${await tokenOf(persona)}` });
}

const tokens = new Map<string, Promise<string>>();
function tokenOf(persona: string): Promise<string> {
  const known = tokens.get(persona) ?? product.token(persona);
  tokens.set(persona, known);
  return known;
}

async function statusOf(persona: string, pattern: string, union: Union): Promise<number> {
  const path = found.fill(pattern, union) + (queries[pattern]?.(union) ?? '');
  const answer = await product.get(path, await headersOf(persona, pattern));
  await answer.arrayBuffer();
  return answer.status;
}

async function table(chosen: readonly string[], union: Union): Promise<string[][]> {
  const rows: string[][] = [['GET', ...personas]];
  for (const pattern of chosen) {
    const statuses: number[] = [];
    for (const persona of personas) statuses.push(await statusOf(persona, pattern, union));
    assert.ok(Math.max(...statuses) < 500, `${pattern}: ${statuses}`);
    rows.push([pattern, ...statuses.map(String)]);
  }
  return rows;
}

test('every address of the office answers each persona as agreed, at Sơn La', async () => {
  compareSection('office of sonla', columns(await table(patterns.filter(isOffice), 'sonla')));
});

test('what belongs to the installation answers at its root', async () => {
  const chosen = /\/(thu-di|nhat-ky|quyen|loai|chi-tieu[^/]*|ban-do|bao-cao\/mau)(\/|$)/;
  const rows = await table(
    patterns.filter((p) => isOffice(p) && chosen.test(p)),
    'vusta',
  );
  compareSection('office of vusta', columns(rows));
});

test("everybody's own pages and public ones", async () => {
  const chosen = patterns.filter((p) => !isOffice(p) && !isApi(p));
  compareSection('site of sonla', columns(await table(chosen, 'sonla')));
});

test('every REST address answers each persona as agreed, for records of Sơn La', async () => {
  compareSection('api, records of sonla', columns(await table(patterns.filter(isApi), 'sonla')));
});

test('every REST address answers each persona as agreed, for records of Hà Nội', async () => {
  compareSection('api, records of hanoi', columns(await table(patterns.filter(isApi), 'hanoi')));
});

const ofSonLa = demoSignIns.accounts.filter((who) => who.organisation.startsWith('sonla'));

test("the office of another union is not there for those of Sơn La, and never 'forbidden'", async () => {
  for (const pattern of patterns.filter(isOffice)) {
    for (const { role } of ofSonLa)
      assert.equal(await statusOf(role, pattern, 'hanoi'), 404, `${role} ${pattern}`);
    assert.equal(await statusOf('anonymous', pattern, 'hanoi'), 303, pattern);
  }
});

test("another union's records are not there, not forbidden, whatever is asked of them", async () => {
  const wrong: string[] = [];
  // What everybody may read is of no union alone.
  const asked = patterns.filter((p) => isApi(p) && /:pid/.test(p) && !p.includes('/public-'));
  for (const pattern of asked) {
    for (const { role } of ofSonLa) {
      const status = await statusOf(role, pattern, 'hanoi');
      if (status !== 404) wrong.push(`${role} ${pattern}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

// Below, "nobody" stands for records that do not exist: an answer that differs from that one would
// tell that the record is there.
const ownOffice = (path: string): string => path.replace(/^\/vp\/\w+\//, '/vp/sonla/');

test("another union's records do not show through one's own office either", async () => {
  const clerk = await product.signIn('clerk');
  for (const pattern of patterns.filter((p) => isOffice(p) && /:pid/.test(p))) {
    const answers: number[] = [];
    for (const union of ['hanoi', 'nobody'] as const)
      answers.push((await product.get(ownOffice(found.fill(pattern, union)), clerk)).status);
    assert.equal(answers[0], answers[1], `${pattern}: ${answers}`);
    assert.ok(answers[0] === 404 || answers[0] === 403, `${pattern}: ${answers}`);
  }
});

// What an address takes; without it the answer would be about the body, whoever asks.
const bodies: Readonly<Record<string, object>> = {
  '/api/v1/activities/:pid/files': { files: [] },
  '/api/v1/distinctions/:pid/files': { files: [] },
  '/api/v1/editions/:pid/copies': { code: 'x' },
  '/api/v1/editions/:pid/preview': { content: editionSamples[0]?.content },
  '/api/v1/dossiers/:pid/awards': { level: 'province', name: 'x' },
  '/api/v1/dossiers/:pid/consents': {
    author: 'x',
    party: 'author',
    purpose: 'enter',
    given: true,
    told_by: 'x',
  },
  '/api/v1/dossiers/:pid/files': { field: 'x', name: 'x.pdf', content: 'eA==' },
  '/api/v1/dossiers/:pid/forward': { edition: '0000000000000000' },
  '/api/v1/dossiers/:pid/leaves': { until: '2099-12-31T17:00', acts: ['save'], reason: 'x' },
  '/api/v1/dossiers/:pid/move': { field: 'x', reason: 'x' },
  '/api/v1/dossiers/:pid/return': { until: '2099-12-31T17:00', words: 'x' },
  '/api/v1/editions/:pid/dossier-letters': { subject: 'x', body: 'x' },
  '/api/v1/likeness-findings/:pid/decision': { answer: 'same', reason: 'x' },
  '/api/v1/transfer-requests/:pid': { state: 'answered' },
  '/api/v1/score-sheets/:pid/paper': { marks: {}, reason: 'x', version: 0 },
  '/api/v1/editions/:pid/votes': {
    phase: 'so-khao',
    part: 'x',
    source: 'x',
    votes: [{ dossier: '0000000000000000', votes: 1 }],
  },
  '/vp/:code/hoi-thi/so-trung/:pid': { answer: 'same', reason: 'x' },
  '/vp/:code/hoi-thi/chuyen-giao/:pid': { state: 'answered' },
  '/api/v1/distinctions/:pid/revoke': { revoked_on: '2019-12-31', reason: 'x' },
  '/api/v1/affiliations/:pid': { to: '2019-12-31' },
  '/api/v1/memberships/:pid/end': { last_day: '2019-12-31' },
  '/api/v1/duplicate-pairs/:pid/decision': { answer: 'later' },
  '/api/v1/people/:pid/merge': { merge: '0000000000000000' },
  '/api/v1/roster-imports/:pid/decisions': { decision: 'later', line: 1 },
  '/api/v1/membership-cards/:pid/replace': { reason: 'x' },
  '/api/v1/membership-cards/:pid/revoke': { reason: 'x' },
  '/api/v1/fee-periods/:pid/dues/:person/exemption': { reason: 'x' },
  '/api/v1/dashboards/:pid/tiles': { tiles: [] },
  '/api/v1/fee-payments/:pid/void': { reason: 'x' },
  '/api/v1/fee-receipts/:pid/cancel': { reason: 'x' },
  '/api/v1/fee-statements/:pid/columns': { header_row: 1, fields: [] },
  '/api/v1/fee-statements/:pid/lines/:row': { decision: 'leave' },
  '/api/v1/report-forms/:pid/answer': { words: 'x' },
  '/api/v1/report-forms/:pid/number': { signed_on: '2020-01-09', signer: 'x', position: 'x' },
  '/api/v1/report-forms/:pid/reopen': { until: '2099-12-31', reason: 'x' },
  '/api/v1/report-forms/:pid/return': { places: [{ words: 'x' }] },
  '/api/v1/report-forms/:pid/rivals/:rival': { keep: 'standing' },
  '/api/v1/report-forms/:pid/send-back': { words: 'x' },
  '/api/v1/report-obligations/:pid/ask-below': { kinds: ['member_association'] },
  '/api/v1/report-obligations/:pid/drop': { reason: 'x' },
  '/api/v1/report-obligations/:pid/extend': { due_on: '2099-12-31', reason: 'x' },
  '/api/v1/report-rounds/:pid/extend': {
    obligations: ['0000000000000000'],
    due_on: '2099-12-31',
    reason: 'x',
  },
  '/api/v1/report-rounds/:pid/obligations': { organisation: 'hanoi', reason: 'x' },
  '/api/v1/report-templates/:pid/copies': { code: 'x', name: 'x' },
  '/vp/:code/hoi-vien/trung/:pid': { 'tra-loi': 'later' },
  '/api/v1/albums/:pid/media': { media: ['0000000000000000'] },
  '/api/v1/articles/:pid/schedule': { on: '2099-01-01', time: '08:00' },
  '/api/v1/polls/:pid': { question: 'x?', options: 'a\nb', most: 1, shown: 'after_vote' },
};

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody?: { content: { 'application/json': { schema: JsonSchema } } } }
        >
      >
    >
  >;
}
const described = (await (await product.get('/api/v1/openapi.json')).json()) as Described;
const nobody = '0000000000000000';

/** What the REST description says that an address takes. */
function likelyBody(method: string, pattern: string): object {
  const path = pattern.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}');
  const body = described.paths[path]?.[method.toLowerCase()]?.requestBody;
  const known = {
    ...{ judge: nobody, council: nobody, dossier: nobody, phase: 'so-khao' },
    symbol: 'GCN-X',
  };
  return body === undefined ? {} : likelyObject(body.content['application/json'].schema, known);
}

test("changes to another union's records are answered as if they were not there", async () => {
  const writes = product.app.routes.filter(
    (r) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(r.method) && /:pid/.test(r.path),
  );
  assert.ok(writes.length > 10);
  const token = await tokenOf('clerk');
  const clerk = await product.signIn('clerk');
  const rest = async (method: string, pattern: string, path: string): Promise<number> => {
    if (method === 'DELETE') return (await product.rest(method, path, token)).status;
    // A file comes as a form: what is no form is told so, whatever the address.
    if (pattern === '/api/v1/blind-files/:pid/copy') return (await copySent(path)).status;
    const { status } = await product.rest(method, path, token, bodies[pattern] ?? {});
    if (status !== 422) return status;
    return (await product.rest(method, path, token, likelyBody(method, pattern))).status;
  };
  const copySent = (path: string) => {
    const body = new FormData();
    body.append('file', new File(['x'], 'x.pdf'));
    const headers = { authorization: `Bearer ${token}` };
    return product.app.request(path, { method: 'POST', headers, body });
  };
  const form = async (pattern: string, path: string): Promise<number> => {
    const fields = (bodies[pattern] ?? {}) as Record<string, string>;
    return (await product.post(ownOffice(path), fields, clerk)).status;
  };
  const wrong: string[] = [];
  for (const { method, path: pattern } of writes) {
    const answers: number[] = [];
    for (const union of ['hanoi', 'nobody'] as const) {
      const path = found.fill(pattern, union);
      answers.push(await (isApi(pattern) ? rest(method, pattern, path) : form(pattern, path)));
    }
    const [first] = answers;
    // An upload in pieces first asks for its version of the protocol, whatever the address.
    const before = /\/gui-tep(\/|$)/.test(pattern) && first === 412;
    // Readers of every union's site say what they think of what is published.
    if (/\/(binh-luan|gui-thu|tham-do)\/:/.test(pattern) && !isApi(pattern) && !isOffice(pattern))
      continue;
    // An article that everybody reads is there: who may not offer or choose it is told so.
    const open = /showing-offers|bai-gioi-thieu/.test(pattern) && `${answers}` === '403,404';
    if (open) continue;
    const right = first === 404 || (!isApi(pattern) && (before || first === 403));
    if (first !== answers[1] || !right) wrong.push(`${method} ${pattern}: ${answers}`);
  }
  assert.deepEqual(wrong, []);
});
