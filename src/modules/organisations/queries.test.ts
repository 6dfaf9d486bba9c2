import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { organisationSources } from './indicators.ts';
import { factEdit, organisationEdit } from './policy.ts';
import {
  covers,
  findOrganisation,
  type ListQuery,
  listOrganisations,
  organisationOptions,
  placeOf,
  timelineOf,
} from './queries/index.ts';
import {
  closeOrganisation,
  createOrganisation,
  endAffiliation,
  renameOrganisation,
  setFact,
} from './service/index.ts';
import { actorWith, cxOf, doorsFor, must, smallFederation, system } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

function onFederation(name: string, body: (cx: Cx) => Promise<void>): void {
  test(name, () =>
    withRollback(database, async (db) => {
      const cx = cxOf(db);
      await smallFederation(cx);
      await body(cx);
    }),
  );
}

const idOf = async (cx: Cx, code: string) => (await findOrganisation(cx.db, code))?.id ?? '';
const base: ListQuery = {
  on: '2026-05-12',
  below: null,
  q: '',
  kind: null,
  special: null,
  sort: 'name',
  page: 1,
  size: 50,
};
const codes = async (cx: Cx, parts: Partial<ListQuery>) =>
  (await listOrganisations(cx.db, { ...base, ...parts })).items.map((one) => one.code);

onFederation('the list: what exists on the day, below, of a kind, in order', async (cx) => {
  assert.deepEqual(await codes(cx, { on: '1983-03-25' }), []);
  assert.deepEqual(await codes(cx, { on: '1983-03-26' }), ['vusta']);
  assert.deepEqual(await codes(cx, { below: await idOf(cx, 'sonla') }), [
    'sonla-dat',
    'sonla-y',
    'sonla',
  ]);
  assert.deepEqual(await codes(cx, { kind: 'sector_society' }), ['hoi-dat']);
  assert.deepEqual((await codes(cx, { sort: '-members' })).slice(0, 2), ['vusta', 'sonla']);
  await must(cx, closeOrganisation, { organisation: 'sonla-y', on: '2020-12-31' });
  assert.deepEqual((await codes(cx, { sort: '-members' })).slice(0, 2), ['vusta', 'sonla']);
  const [first] = (
    await listOrganisations(cx.db, { ...base, q: 'Sơn La', kind: 'provincial_union' })
  ).items;
  assert.deepEqual(
    [first?.members, first?.parentCode, first?.special, first?.during.from],
    [1, 'vusta', false, '2010-04-21'],
  );
});

onFederation('search without dấu, what was typed with its dấu first', async (cx) => {
  await must(cx, createOrganisation, {
    code: 'a-dat',
    kind: 'member_association',
    name: 'Hội Đạt',
    from: '2015-01-01',
    parent: 'sonla',
  });
  assert.deepEqual(await codes(cx, { q: 'dat son la' }), ['sonla-dat']);
  assert.deepEqual(await codes(cx, { q: 'hội đất' }), ['sonla-dat', 'hoi-dat', 'a-dat']);
  assert.deepEqual(await codes(cx, { q: 'hội đạt' }), ['a-dat', 'sonla-dat', 'hoi-dat']);
  assert.deepEqual(await codes(cx, { q: 'HOI  DAT'.normalize('NFD') }), [
    'a-dat',
    'sonla-dat',
    'hoi-dat',
  ]);
  assert.deepEqual(await codes(cx, { q: '%' }), await codes(cx, {}));
  assert.deepEqual(await codes(cx, { q: "x' or 1=1" }), []);
});

onFederation('pages cut the list and know the whole', async (cx) => {
  const page = (n: number) => listOrganisations(cx.db, { ...base, size: 2, page: n });
  assert.deepEqual(
    [(await page(1)).items.length, (await page(3)).items.length, (await page(3)).total],
    [2, 1, 5],
  );
  assert.deepEqual(await page(9), { items: [], total: 5 });
});

onFederation('special status counts while it holds', async (cx) => {
  const raw = { organisation: 'sonla', kind: 'special_status', yes: 'yes', from: '2012-01-01' };
  await must(cx, setFact, { ...raw, to: '2019-12-31' });
  assert.deepEqual(await codes(cx, { special: true, on: '2019-12-31' }), ['sonla']);
  assert.deepEqual(await codes(cx, { special: true, on: '2020-01-01' }), []);
  assert.equal((await codes(cx, { special: false, on: '2020-01-01' })).length, 5);
});

onFederation('coverage follows the graph of the day, each bound exact', async (cx) => {
  const [vusta, sonla, dat] = [
    await idOf(cx, 'vusta'),
    await idOf(cx, 'sonla'),
    await idOf(cx, 'sonla-dat'),
  ];
  assert.equal(await covers(cx.db, [vusta], dat, '2012-01-10'), true);
  assert.equal(await covers(cx.db, [vusta], dat, '2012-01-09'), false);
  assert.equal(await covers(cx.db, [dat], vusta, '2026-01-01'), false);
  assert.equal(await covers(cx.db, [], dat, '2026-01-01'), false);
  await must(cx, closeOrganisation, { organisation: 'sonla-dat', on: '2020-12-31' });
  assert.equal(await covers(cx.db, [sonla], dat, '2020-12-31'), true);
  assert.equal(await covers(cx.db, [sonla], dat, '2021-01-01'), false);
});

onFederation('options: at or below the root, where the actor has the right', async (cx) => {
  const vusta = await idOf(cx, 'vusta');
  const of = async (role: string, code: string, wanted = organisationEdit) => {
    const actor = await actorWith(cx.db, [role, code]);
    const options = await organisationOptions(cxOf(cx.db, actor), wanted, vusta, '2026-05-12');
    return options.map((one) => one.code);
  };
  assert.deepEqual(await of('clerk', 'sonla'), ['sonla-dat', 'sonla-y', 'sonla']);
  assert.deepEqual(await of('officer', 'sonla-dat'), []);
  assert.deepEqual(await of('officer', 'sonla-dat', factEdit), ['sonla-dat']);
  const all = await organisationOptions(cx, organisationEdit, vusta, '2026-05-12');
  assert.equal(all.length, 5);
});

onFederation('the place of an address: seal of its name, contact of the day', async (cx) => {
  await must(cx, setFact, {
    organisation: 'sonla',
    kind: 'phone',
    words: '0212 385 0000',
    from: '2020-01-01',
  });
  const place = await placeOf(cx.db, 'sonla', '2026-05-12');
  assert.ok(place && 'seal' in place);
  assert.deepEqual(place.seal, ['SƠN', 'LA']);
  assert.equal(place.accent, 'indigo');
  assert.deepEqual(place.contact, { address: null, phone: '0212 385 0000', email: null });
  const before = await placeOf(cx.db, 'sonla', '2019-12-31');
  assert.ok(before && 'contact' in before);
  assert.equal(before.contact.phone, null);
});

onFederation('the timeline tells until its day; facts only to offices', async (cx) => {
  await must(cx, renameOrganisation, {
    organisation: 'sonla',
    name: 'Tên mới',
    from: '2018-01-01',
  });
  await must(cx, setFact, { organisation: 'sonla', kind: 'staff', amount: 9, from: '2015-01-01' });
  const told = async (until: string, records: boolean) =>
    (await timelineOf(cx.db, await idOf(cx, 'sonla'), { until, records, limit: 50 })).items.map(
      (entry) => `${entry.day} ${entry.what}`,
    );
  assert.deepEqual(await told('2026-01-01', true), [
    '2018-01-01 renamed',
    '2015-01-01 fact',
    '2012-01-10 member_joined',
    '2010-04-21 joined',
    '2010-04-21 member_joined',
    '2010-04-21 founded',
  ]);
  assert.deepEqual(await told('2026-01-01', false), [
    '2018-01-01 renamed',
    '2010-04-21 joined',
    '2010-04-21 founded',
  ]);
  assert.equal((await told('2010-04-20', true)).length, 0);
  assert.equal((await told('2017-12-31', true)).includes('2018-01-01 renamed'), false);
});

onFederation('the sources: one row for each record, counted for its organisation', async (cx) => {
  await must(cx, setFact, { organisation: 'sonla', kind: 'car', yes: true, from: '2015-01-01' });
  await must(cx, setFact, { organisation: 'sonla', kind: 'car', yes: false, from: '2020-01-01' });
  await must(cx, setFact, { organisation: 'sonla', kind: 'staff', amount: 10, from: '2015-01-01' });
  const sonla = await idOf(cx, 'sonla');
  const rows = async (code: string) => {
    const source = organisationSources.find((one) => one.code === code);
    assert.ok(source);
    return all(
      cx.db,
      sql<Record<string, unknown>>`select r.* from (${source.rows()}) r
        where r.organisation_id = ${sonla} order by r.from_day, r.title`,
    );
  };
  const members = await rows('members');
  assert.deepEqual(
    members.map((row) => [
      row.title,
      row.from_day,
      row.to_day,
      row.child_kind,
      row.affiliation_kind,
    ]),
    [
      ['Hội Y học tỉnh Sơn La', '2010-04-21', null, 'member_association', 'territorial'],
      ['Hội Khoa học đất tỉnh Sơn La', '2012-01-10', null, 'member_association', 'territorial'],
    ],
  );
  const facts = await rows('facts');
  assert.deepEqual(
    facts.map((row) => [row.kind, row.amount, row.from_day, row.to_day]),
    [
      ['staff', '10', '2015-01-01', null],
      ['car', '1', '2015-01-01', '2020-01-01'],
    ]
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))
      .toReversed(),
  );
  const foundings = await rows('foundings');
  assert.deepEqual(
    foundings.map((row) => [row.from_day, row.to_day]),
    [['2010-04-21', null]],
  );
  for (const source of organisationSources) {
    const path = source.apiPath({ pid: 'p'.repeat(16), organisationCode: 'sonla' });
    assert.match(path, /^\/api\/v1\/(affiliations|facts|organisations)\//);
  }
});

test('the number of queries does not grow with the rows', () =>
  withRollback(database, async (db) => {
    const cx = cxOf(db);
    await smallFederation(cx);
    const pid = async () => {
      const { request } = doorsFor(db, system);
      const answer = await request('/api/v1/organisations/sonla-y/affiliations');
      return ((await answer.json()) as { items: { pid: string }[] }).items[0]?.pid ?? '';
    };
    await must(cx, endAffiliation, { affiliation: await pid(), to: '2011-01-01' });
    const clerk = await actorWith(db, ['clerk', 'sonla']);
    const paths = [
      '/vp/sonla/to-chuc',
      '/vp/sonla/to-chuc/sonla',
      '/vp/sonla/to-chuc/sonla/thanh-vien',
      '/vp/sonla/to-chuc/sonla/so-lieu',
      '/vp/sonla/to-chuc/sonla/dong-thoi-gian',
      '/vp/sonla/to-chuc/xuat',
      '/sonla/to-chuc',
      '/sonla/to-chuc/sonla',
      '/api/v1/organisations',
      '/api/v1/organisations/sonla/members',
      '/api/v1/organisations/sonla/facts',
      '/api/v1/organisations/sonla/affiliations',
      '/api/v1/organisations/sonla/timeline',
    ];
    const counts = async () => {
      const { request } = doorsFor(db, clerk);
      const counted: Record<string, number> = {};
      for (const path of paths) {
        const { result, count } = await countQueries(() => request(path));
        assert.equal(result.status, 200, path);
        counted[path] = count;
      }
      return counted;
    };
    const grow = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1) {
        await must(cx, createOrganisation, {
          code: `hoi-${n}`,
          kind: 'member_association',
          name: `Hội số ${n}`,
          from: '2015-01-01',
          parent: 'sonla',
        });
        const day = new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);
        await must(cx, setFact, { organisation: 'sonla', kind: 'staff', amount: n, from: day });
      }
    };
    const one = await counts();
    await grow(1, 3);
    const three = await counts();
    await grow(3, 200);
    const many = await counts();
    assert.deepEqual(three, one);
    assert.deepEqual(many, one);
    for (const [path, count] of Object.entries(many)) assert.ok(count <= 20, `${path}: ${count}`);
  }));
