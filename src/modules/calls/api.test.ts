import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { sentJson, testDoors } from '../../platform/http/testing.tsx';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { calls } from './index.ts';
import { samples } from './vi/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

/** REST of this module for somebody with one role. */
async function rest(role: string, code = 'sonla') {
  const machine = cxOf(database.db);
  const cx = await someone(machine, role, code);
  const ask = testDoors({
    cx,
    place: await placeAt(machine, code),
    roles: [role],
    ...(calls.api ? { api: calls.api } : {}),
  });
  return async (method: string, path: string, body?: object) => {
    const answer = await ask(`/api/v1${path}`, sentJson(method, body));
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by each test
    const json: any = answer.status === 204 ? null : await answer.json();
    return { status: answer.status, json };
  };
}

const content = samples[0]!.content;
const dated = {
  ...content,
  phases: content.phases.map((phase, at) => ({
    ...phase,
    opens: `2026-0${at + 1}-01T08:00`,
    closes: `2026-0${at + 1}-20T23:59:59`,
  })),
};

test('from the sample to the open call and its changes, over REST alone', async () => {
  const clerk = await rest('clerk');
  const nobody = await rest('reader', 'laichau');
  const ready = await clerk('GET', '/edition-samples');
  assert.deepEqual([ready.status, ready.json.total], [200, samples.length]);
  const made = await clerk('POST', '/editions', {
    organisation: 'sonla',
    code: 'stkt-8',
    content: ready.json.items[0].content,
  });
  assert.equal(made.status, 201, JSON.stringify(made.json));
  const { pid } = made.json;
  const at = `/editions/${pid}`;
  assert.equal((await nobody('GET', at)).status, 404);

  const early = await clerk('POST', `${at}/open`, {});
  assert.equal(early.status, 422);
  assert.match(JSON.stringify(early.json), /chưa có lúc bắt đầu\. Ghi ngày, giờ\./);

  const changed = await clerk('PATCH', at, { content: dated, version: 1 });
  assert.equal(changed.status, 200, JSON.stringify(changed.json));
  assert.equal(changed.json.content.phases[0].opens, '2026-01-01T08:00:00');
  assert.equal((await clerk('PATCH', at, { content: dated, version: 1 })).status, 409);
  assert.equal((await clerk('POST', `${at}/open`, {})).json.state, 'open');
  const seen = await nobody('GET', '/editions?organisation=sonla&q=sang%20tao');
  assert.deepEqual(
    seen.json.items.map((one: { pid: string }) => one.pid),
    [pid],
  );

  const narrower = { ...dated, fields: dated.fields.slice(1) };
  const told = await clerk('POST', `${at}/preview`, { content: narrower });
  assert.deepEqual(
    told.json.changes.map((one: { effect: string }) => one.effect),
    ['field_removed'],
  );
  assert.match(told.json.changes[0].words, /lĩnh vực/i);
  assert.equal((await nobody('POST', `${at}/preview`, { content: narrower })).status, 403);
  const silent = await clerk('PATCH', at, { content: narrower });
  assert.match(JSON.stringify(silent.json), /ghi lý do thay đổi/);
  const reason = 'Tỉnh không tổ chức lĩnh vực này';
  assert.equal((await clerk('PATCH', at, { content: narrower, reason })).status, 200);
  const history = await nobody('GET', `${at}/revisions`);
  assert.deepEqual(
    history.json.items.map((one: { number: number; reason: string; changes: object[] }) => [
      one.number,
      one.reason,
      one.changes.length,
    ]),
    [
      [1, null, 0],
      [2, reason, 1],
    ],
  );

  assert.equal((await clerk('DELETE', at)).status, 422);
  assert.equal((await clerk('POST', `${at}/close`, {})).json.state, 'closed');
  assert.equal((await clerk('POST', `${at}/reopen`, {})).json.state, 'open');
  const next = await clerk('POST', `${at}/copies`, { code: 'stkt-9' });
  assert.deepEqual([next.status, next.json.state], [201, 'draft']);
  assert.equal((await clerk('DELETE', `/editions/${next.json.pid}`)).status, 204);
  assert.equal((await clerk('POST', `/editions/${next.json.pid}/restore`)).status, 200);
});

test('score sheets go along in the content, with what is left out filled in', async () => {
  const clerk = await rest('clerk');
  const { rubrics, voting, ...bare } = dated;
  assert.ok(rubrics.length > 0 && voting.length > 0);
  const phases = bare.phases.map(({ review, ...phase }) => ({ ...phase, rubric: null }));
  const form = bare.form.map(({ identifies, ...field }) => field);
  const first = await clerk('POST', '/editions', {
    organisation: 'sonla',
    code: 'bo-trong',
    content: { ...bare, phases, form },
  });
  assert.equal(first.status, 201, JSON.stringify(first.json));
  const { content: kept, pid } = first.json;
  assert.deepEqual([kept.rubrics, kept.voting, kept.phases[0].review], [[], [], null]);
  assert.equal(kept.form[0].identifies, false);

  const sheet = {
    key: 'phieu',
    name: 'Phiếu',
    parts: [{ kind: 'points', key: 'a', label: 'A', max: 100 }],
  };
  const judged = kept.phases.map((phase: { key: string }) =>
    phase.key === 'so-khao' ? { ...phase, rubric: 'phieu', review: { each: 2, trim: 1 } } : phase,
  );
  const at = `/editions/${pid}`;
  const wrong = await clerk('PATCH', at, {
    content: { ...kept, rubrics: [sheet], phases: judged },
  });
  assert.equal(wrong.status, 422);
  assert.match(JSON.stringify(wrong.json), /content\.phases\.2\.review\.trim.*không còn phiếu nào/);
  judged[2].review = { each: 3 };
  const fine = await clerk('PATCH', at, { content: { ...kept, rubrics: [sheet], phases: judged } });
  assert.equal(fine.status, 200, JSON.stringify(fine.json));
  assert.deepEqual(fine.json.content.rubrics[0].parts[0], {
    kind: 'points',
    key: 'a',
    label: 'A',
    help: null,
    max: 100,
    step: 1,
    weight: 1,
    comment: 'none',
  });
  assert.deepEqual(fine.json.content.phases[2].review, {
    each: 3,
    trim: 0,
    spread: null,
    by: 'mean',
    goes_on: null,
  });
  const odd = { ...sheet, parts: [{ ...sheet.parts[0], bands: [] }] };
  assert.equal((await clerk('PATCH', at, { content: { ...kept, rubrics: [odd] } })).status, 422);
});

test('content that cannot be read names its place', async () => {
  const clerk = await rest('clerk');
  const wrong = { ...content, years: { first: 'hai nghìn', last: 2026 } };
  const answer = await clerk('POST', '/editions', {
    organisation: 'sonla',
    code: 'sai',
    content: wrong,
  });
  assert.equal(answer.status, 422);
  assert.match(JSON.stringify(answer.json), /content\.years\.first/);
});
