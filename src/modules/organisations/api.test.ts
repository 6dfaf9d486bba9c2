import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { openApi } from '../../platform/http/openapi.ts';
import type { Actor } from '../../platform/policy.ts';
import { setFact } from './service/index.ts';
import { actorWith, cxOf, doorsFor, must, sentJson, smallFederation } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

type Call = (
  actor: Actor,
  method: string,
  path: string,
  body?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
) => Promise<{ status: number; body: any }>;

function onFederation(name: string, body: (call: Call, cx: Cx) => Promise<void>): void {
  test(name, () =>
    withRollback(database, async (db) => {
      const cx = cxOf(db);
      await smallFederation(cx);
      await body(async (actor, method, path, sent) => {
        const answer = await doorsFor(db, actor).request(`/api/v1${path}`, sentJson(method, sent));
        const text = await answer.text();
        return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
      }, cx);
    }),
  );
}

const nobody: Actor = { kind: 'anonymous' };

onFederation('everybody reads the directory as of a day', async (call) => {
  const list = await call(
    nobody,
    'GET',
    '/organisations?below=sonla&sort=name&size=2&on=2026-01-01',
  );
  assert.equal(list.status, 200);
  assert.equal(list.body.total, 3);
  assert.deepEqual(
    list.body.items.map((one: { code: string }) => one.code),
    ['sonla-dat', 'sonla-y'],
  );
  const next = await call(nobody, 'GET', list.body.next.replace('/api/v1', ''));
  assert.deepEqual(
    [next.body.items[0].code, next.body.items[0].members, next.body.next],
    ['sonla', 2, null],
  );
  const one = await call(nobody, 'GET', '/organisations/sonla?on=2011-01-01');
  assert.deepEqual(
    [one.body.exists, one.body.members, one.body.parents[0].code, one.body.founded_on],
    [true, 1, 'vusta', '2010-04-21'],
  );
  assert.equal(
    (await call(nobody, 'GET', '/organisations/sonla?on=2010-04-20')).body.exists,
    false,
  );
  const members = await call(nobody, 'GET', '/organisations/sonla/members?on=2012-01-10');
  assert.equal(members.body.total, 2);
  assert.equal((await call(nobody, 'GET', '/organisations/sonla/names')).body.total, 1);
  assert.equal((await call(nobody, 'GET', '/organisations/khong-co')).status, 404);
  const bad = await call(nobody, 'GET', '/organisations?on=31/02/2020');
  assert.deepEqual([bad.status, bad.body.issues[0].code], [422, 'day_not_in_month']);
});

onFederation('records are there only for those who may see them', async (call, cx) => {
  const fact = await must(cx, setFact, {
    organisation: 'sonla-y',
    kind: 'staff',
    amount: 3,
    from: '2020-01-01',
  });
  const paths = [
    '/organisations/sonla-y/facts',
    '/organisations/sonla-y/affiliations',
    `/facts/${fact.pid}`,
  ];
  const clerk = await actorWith(cx.db, ['clerk', 'sonla']);
  const officer = await actorWith(cx.db, ['officer', 'sonla-dat']);
  for (const path of paths) {
    assert.equal((await call(nobody, 'GET', path)).status, 401, path);
    assert.equal((await call(officer, 'GET', path)).status, 404, path);
    assert.equal((await call(clerk, 'GET', path)).status, 200, path);
  }
  const { items } = (await call(clerk, 'GET', '/organisations/sonla-y/affiliations')).body;
  assert.equal((await call(officer, 'GET', `/affiliations/${items[0].pid}`)).status, 404);
  const own = (await call(clerk, 'GET', `/affiliations/${items[0].pid}`)).body;
  assert.deepEqual([own.child.code, own.parent.code, own.to], ['sonla-y', 'sonla', null]);
  const on = (day: string) => call(clerk, 'GET', `/organisations/sonla-y/facts?on=${day}`);
  assert.equal((await on('2019-12-31')).body.total, 0);
  assert.equal((await on('2020-01-01')).body.items[0].amount, 3);
});

onFederation('an organisation from its first day to its last', async (call, cx) => {
  const leader = await actorWith(cx.db, ['leader', 'sonla']);
  const raw = {
    code: 'sonla-tin',
    kind: 'member_association',
    name: 'Hội Tin học',
    from: '2018-08-24',
    parent: 'sonla',
  };
  assert.equal((await call(nobody, 'POST', '/organisations', raw)).status, 401);
  assert.equal((await call(leader, 'POST', '/organisations', raw)).status, 201);
  const twice = await call(leader, 'POST', '/organisations', raw);
  assert.equal(twice.status, 422);
  assert.match(twice.body.issues[0].message, /đã có tổ chức dùng/);
  const at = '/organisations/sonla-tin';
  const renamed = await call(leader, 'POST', `${at}/names`, {
    name: 'Hội CNTT',
    from: '2020-01-01',
  });
  assert.equal(renamed.status, 200);
  const stale = await call(leader, 'PATCH', at, { accent: 'palm', version: 1 });
  assert.deepEqual([stale.status, stale.body.version], [409, 2]);
  assert.equal((await call(leader, 'PATCH', at, { accent: 'palm', version: 2 })).status, 200);
  assert.equal((await call(leader, 'PATCH', at, { seal: 'TIN\nHỌC' })).status, 200);
  const fact = await call(leader, 'POST', `${at}/facts`, {
    kind: 'car',
    yes: true,
    from: '2020-01-01',
  });
  assert.equal(fact.status, 200);
  const shown = await call(leader, 'GET', `/facts/${fact.body.pid}`);
  assert.deepEqual([shown.body.yes, shown.body.amount], [true, null]);
  assert.equal((await call(leader, 'DELETE', `/facts/${fact.body.pid}?version=9`)).status, 409);
  assert.equal((await call(leader, 'DELETE', `/facts/${fact.body.pid}`)).status, 204);
  assert.equal((await call(leader, 'GET', `/facts/${fact.body.pid}`)).status, 404);
  assert.equal((await call(leader, 'POST', `/facts/${fact.body.pid}/restore`)).status, 200);
  assert.equal((await call(leader, 'POST', `${at}/close`, { on: '2025-06-30' })).status, 200);
  assert.equal((await call(leader, 'POST', `${at}/reopen`, {})).status, 200);
  assert.equal((await call(leader, 'POST', `${at}/code`, { code: 'sonla-cntt' })).status, 200);
  assert.equal((await call(leader, 'GET', at)).body.code, 'sonla-cntt');
  assert.equal((await call(leader, 'DELETE', at)).status, 204);
  assert.equal((await call(leader, 'GET', at)).status, 404);
  assert.equal((await call(leader, 'POST', '/organisations/sonla-cntt/restore', {})).status, 200);
  assert.equal((await call(leader, 'GET', at)).status, 200);
});

onFederation(
  'affiliations: made, ended, deleted, taken back; a cycle is told',
  async (call, cx) => {
    const clerk = await actorWith(cx.db, ['clerk', 'vusta']);
    const made = await call(clerk, 'POST', '/affiliations', {
      child: 'sonla-dat',
      parent: 'hoi-dat',
      from: '2015-01-01',
    });
    assert.equal(made.status, 201);
    const at = `/affiliations/${made.body.pid}`;
    assert.equal((await call(clerk, 'PATCH', at, { to: '2020-12-31' })).status, 200);
    assert.equal((await call(clerk, 'GET', at)).body.to, '2020-12-31');
    assert.equal((await call(clerk, 'DELETE', at)).status, 204);
    assert.equal((await call(clerk, 'POST', `${at}/restore`)).status, 200);
    const cycle = await call(clerk, 'POST', '/affiliations', {
      child: 'sonla',
      parent: 'sonla-y',
      kind: 'territorial',
      from: '2015-01-01',
    });
    assert.equal(cycle.status, 422);
    assert.match(cycle.body.issues[0].message, /từ 01\/01\/2015 có một vòng: .*LHH Sơn La/);
    const turned = { child: 'sonla-y', parent: 'vusta', from: '2020-01-02', to: '2020-01-01' };
    const refused = await call(clerk, 'POST', '/affiliations', turned);
    assert.match(refused.body.issues[0].message, /Ngày kết thúc .* trước ngày bắt đầu/);
  },
);

onFederation('what is sent in the wrong shape gets a 422 or 400, never a 500', async (call, cx) => {
  const clerk = await actorWith(cx.db, ['clerk', 'sonla']);
  const bodies: unknown[] = [
    {},
    { code: 1, kind: [], name: {}, from: false, parent: null },
    { code: 'a', kind: 'x', name: 'a'.repeat(301), from: '9999-99-99', parent: 'sonla' },
    { code: 'a', kind: 'agency', name: '\u0000', from: '2020-01-01', parent: 'sonla' },
  ];
  for (const body of bodies) {
    const answer = await call(clerk, 'POST', '/organisations', body);
    assert.equal(answer.status, 422, JSON.stringify(body));
    assert.ok(answer.body.issues.every((i: { message: string }) => / /.test(i.message)));
  }
  for (const path of [
    '/organisations/%00',
    '/organisations/A',
    '/facts/x',
    '/affiliations/%00',
    '/facts/%F0%9F%98%80',
  ]) {
    assert.equal((await call(clerk, 'GET', path)).status, 404, path);
  }
  assert.equal((await call(clerk, 'GET', '/organisations?q=%00d%01at')).status, 200);
});

test('the description says which parts are needed and which may be left out', () => {
  const { api } = doorsFor(database.db, nobody);
  const text = JSON.stringify(openApi(api, '0'));
  assert.match(text, /"\/organisations\/\{code\}\/close"/);
  assert.match(text, /"founded_on":\{"type":"string","format":"date"\}/);
  assert.match(text, /"enum":\["national_union"/);
});
