// Who stands in the public directory: those who agreed, and nobody else, in no page, no search and no answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql, type Transaction } from 'kysely';
import { joinName } from '../../kernel/vietnamese/names.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { countQueries } from '../../platform/database/pool.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { testDoors } from '../../platform/http/testing.tsx';
import { setInstallation } from '../../platform/settings.ts';
import { peopleApi } from './api/index.ts';
import {
  directoryStamp,
  expertByPid,
  expertFacets,
  expertPlaces,
  expertsAmong,
  findExperts,
  listExperts,
  personRecord,
} from './queries/index.ts';
import { titleBefore } from './rules/index.ts';
import type { ExpertFilter } from './schema/index.ts';
import { addPost, deletePerson, endMembership, setConsent } from './service/index.ts';
import { cxOf, idOf, member, placeAt, twoUnions } from './testing.ts';
import { expertWords as words } from './vi.ts';
import { peopleSite } from './web/index.ts';

const database = await testDatabase();
before(async () => {
  const cx = cxOf(database.db);
  await twoUnions(cx);
});
after(() => {
  setRootCode(null);
  return database.close();
});

async function must<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; issues: unknown }>) {
  const settled = await outcome;
  if (!settled.ok) throw new Error(JSON.stringify(settled.issues));
  return settled.value;
}

const says = (cx: Cx, pid: string, purpose: string, given: boolean) =>
  must(execute(cx, setConsent, { pid, purpose, given, source: 'Phiếu' }));

async function agreed(cx: Cx, organisation: string, name: string, more: object = {}) {
  const pid = await member(cx, organisation, name, { birth_date: '12/3/1970', ...more });
  await says(cx, pid, 'directory', true);
  return pid;
}

const at = (organisationId: string, root = false) => ({ organisationId, root });

async function found(cx: Cx, code: string, filter: ExpertFilter = {}, root = false) {
  const directory = at(await idOf(cx, code), root);
  const facets = await expertFacets(cx, directory);
  const list = await listExperts(cx, directory, { facets, filter, page: 1, size: 50 });
  assert.equal(list.total, list.rows.length);
  return list.rows.map(joinName);
}

const inWorld = (work: (cx: Cx, trx: Transaction<Tables>) => Promise<void>) => (): Promise<void> =>
  withRollback(database, (trx) => work(cxOf(trx), trx));

test(
  'only who agreed, and no longer who took it back; a union shows those below it and nobody else',
  inWorld(async (cx) => {
    const pid = await agreed(cx, 'sonla-dat', 'Cầm Văn An');
    await member(cx, 'sonla-dat', 'Lò Thị Chưa Hỏi', { birth_date: '1970' });
    await agreed(cx, 'laichau-dat', 'Vàng A Lai');
    assert.deepEqual(await found(cx, 'sonla'), ['Cầm Văn An']);
    assert.deepEqual(await found(cx, 'sonla-dat'), ['Cầm Văn An']);
    assert.deepEqual(await found(cx, 'sonla-y'), []);
    assert.deepEqual(await found(cx, 'laichau'), ['Vàng A Lai']);
    const before = await directoryStamp(cx);
    await says(cx, pid, 'directory', false);
    assert.deepEqual(await found(cx, 'sonla'), []);
    assert.notEqual(await directoryStamp(cx), before, 'sitemaps are made anew');
    await says(cx, pid, 'directory', true);
    assert.deepEqual(await found(cx, 'sonla'), ['Cầm Văn An']);
  }),
);

test(
  'the page of the whole country asks for a second yes',
  inWorld(async (cx) => {
    const pid = await agreed(cx, 'sonla-dat', 'Cầm Văn An');
    await agreed(cx, 'vusta', 'Trần Thị Trung Ương');
    assert.deepEqual(await found(cx, 'vusta', {}, true), ['Trần Thị Trung Ương']);
    await says(cx, pid, 'share_national', true);
    assert.deepEqual(await found(cx, 'vusta', {}, true), ['Cầm Văn An', 'Trần Thị Trung Ương']);
  }),
);

test(
  'nobody under sixteen, nobody of whom that is not sure, nobody who died, left or was deleted',
  inWorld(async (cx) => {
    const year = Number(cx.clock.today().slice(0, 4));
    await agreed(cx, 'sonla-dat', 'Trẻ Em', { birth_date: String(year - 15) });
    // Born in a year of which not everybody is sixteen yet.
    await agreed(cx, 'sonla-dat', 'Chưa Chắc', { birth_date: String(year - 16) });
    await agreed(cx, 'sonla-dat', 'Đủ Tuổi', { birth_date: String(year - 17) });
    await agreed(cx, 'sonla-dat', 'Không Rõ', { birth_date: null });
    await agreed(cx, 'sonla-dat', 'Có Bằng', { birth_date: null, degrees: 'TS' });
    const gone = await agreed(cx, 'sonla-dat', 'Đã Khuất');
    const left = await agreed(cx, 'sonla-dat', 'Đã Thôi');
    const deleted = await agreed(cx, 'sonla-dat', 'Đã Xóa');
    for (const [pid, reason] of [
      [gone, 'Từ trần'],
      [left, 'Xin thôi'],
    ] as const) {
      const [one] = (await personRecord(cx, pid)).memberships;
      const end = { pid: one!.pid, version: null, last_day: cx.clock.today(), reason };
      await must(execute(cx, endMembership, end));
    }
    await must(execute(cx, deletePerson, { pid: deleted, version: 1 }));
    const tomorrow: Cx = { ...cx, clock: { ...cx.clock, today: () => '2999-01-01' } };
    assert.deepEqual((await found(cx, 'sonla')).includes('Đã Khuất'), false);
    assert.deepEqual((await found(tomorrow, 'sonla')).includes('Đã Thôi'), false);
    assert.deepEqual(
      (await found(cx, 'sonla')).filter((name) => name !== 'Đã Thôi'),
      ['Có Bằng', 'Đủ Tuổi'],
    );
  }),
);

test(
  'a no that was said later to another union counts for the same human; each human stands once for the country',
  inWorld(async (cx) => {
    const here = await agreed(cx, 'sonla-dat', 'Cầm Văn An');
    const there = await agreed(cx, 'laichau-dat', 'Cầm Văn An');
    await sql`update person set identity_id = (select id from person where pid = ${here})
      where pid = ${there}`.execute(cx.db);
    for (const pid of [here, there]) await says(cx, pid, 'share_national', true);
    assert.deepEqual(await found(cx, 'vusta', {}, true), ['Cầm Văn An']);
    const later: Cx = { ...cx, clock: { ...cx.clock, now: () => new Date('2999-01-01') } };
    await says(later, there, 'directory', false);
    assert.deepEqual(await found(cx, 'laichau'), []);
    assert.deepEqual(await found(cx, 'sonla'), []);
  }),
);

test(
  'narrowed by name without dấu, by a field, a degree, an association; posts and memberships of the site alone',
  inWorld(async (cx) => {
    const an = await agreed(cx, 'sonla-dat', 'Cầm Văn An', {
      field: 'Trồng trọt',
      degrees: 'PGS TS',
    });
    await agreed(cx, 'sonla-y', 'Lò Thị Hoà', { field: 'Y học dự phòng', degrees: 'BS' });
    await agreed(cx, 'sonla-y', 'Lò Thị Hoa', { field: 'Y học' });
    assert.deepEqual(await found(cx, 'sonla', { q: 'cam van' }), ['Cầm Văn An']);
    assert.deepEqual(await found(cx, 'sonla', { field: 'y hoc' }), ['Lò Thị Hoa']);
    assert.deepEqual(await found(cx, 'sonla', { field: 'du phong' }), ['Lò Thị Hoà']);
    assert.deepEqual(await found(cx, 'sonla', { degree: 'TS' }), ['Cầm Văn An']);
    assert.deepEqual(await found(cx, 'sonla', { q: 'trong trot' }), ['Cầm Văn An']);
    assert.deepEqual(await found(cx, 'sonla', { q: '-' }), []);
    assert.deepEqual(await found(cx, 'sonla', { organisation: 'sonla-y' }), [
      'Lò Thị Hoa',
      'Lò Thị Hoà',
    ]);
    for (const organisation of ['sonla-dat', 'laichau-dat'])
      await must(
        execute(cx, addPost, {
          person: an,
          organisation,
          title: `Ủy viên ${organisation}`,
          from: '2020-01-01',
        }),
      );
    const one = await expertByPid(cx, at(await idOf(cx, 'sonla')), an);
    assert.deepEqual(
      one?.posts.map(({ title }) => title),
      ['Ủy viên sonla-dat'],
    );
    assert.deepEqual(
      one?.organisations.map(({ code }) => code),
      ['sonla-dat'],
    );
    const facets = await expertFacets(cx, at(await idOf(cx, 'sonla')));
    assert.deepEqual([...facets.degrees].sort(), ['BS', 'PGS', 'TS']);
    assert.equal(facets.organisations.length, 2);
  }),
);

// Two worlds that differ in whether somebody was asked: whoever looks from outside is told the same in both.
test(
  'somebody who was not asked is nowhere: pages, words searched for, places of the sitemap, REST',
  inWorld(async (cx) => {
    const secrets = {
      phones: '0912000118',
      email: 'an@demo.example',
      address: 'Bản Hẹo',
      note: 'Ghi chú kín',
      job: 'Nghề kín',
      birth_date: '12/3/1970',
    };
    await agreed(cx, 'sonla-dat', 'Cầm Văn An', { field: 'Trồng trọt', ...secrets });
    const root = await idOf(cx, 'vusta');
    await setInstallation(cx.db, {
      rootOrganisationId: root,
      demo: false,
      name: 'Thử',
      createdAt: cx.clock.now().toISOString(),
    });
    setRootCode('vusta');
    const anonymous: Cx = { ...cx, actor: { kind: 'anonymous' } };
    const place = await placeAt(cx, 'sonla');
    const ask = testDoors({ cx: anonymous, place, roles: [], site: peopleSite, api: peopleApi });
    const addresses = (pid: string) => [
      '/sonla/chuyen-gia',
      '/sonla/chuyen-gia?q=lo',
      '/sonla/chuyen-gia?linh-vuc=bi+mat',
      `/sonla/chuyen-gia/${pid}`,
      '/api/v1/public-experts?organisation=sonla',
      '/api/v1/public-experts?organisation=sonla&q=lo',
      '/api/v1/public-experts',
      `/api/v1/public-experts/${pid}?organisation=sonla`,
    ];
    const told = async (pid: string) => {
      const answers: string[] = [];
      for (const address of addresses(pid)) {
        const answer = await ask(address);
        answers.push(`${answer.status} ${(await answer.text()).replaceAll(pid, 'pid')}`);
      }
      const directory = at(place.organisationId);
      answers.push(JSON.stringify(await expertPlaces(cx, directory)));
      answers.push(JSON.stringify(await findExperts(cx, directory, { q: 'lo thi', limit: 9 })));
      answers.push(JSON.stringify([...(await expertsAmong(cx, directory, [pid]))]));
      return answers;
    };
    const without = await told('0123456789abcdef');
    const pid = await member(cx, 'sonla-y', 'Lò Thị Kín', {
      field: 'Bí mật',
      degrees: 'GS',
      ...secrets,
    });
    assert.deepEqual(await told(pid), without);
    const all = without.join('\n');
    assert.ok(all.includes('Cầm Văn An') && all.includes('Trồng trọt'));
    for (const secret of ['0912', 'an@demo', 'Bản Hẹo', 'kín', '1970', '12/3'])
      assert.ok(!all.includes(secret), secret);
    await says(cx, pid, 'directory', true);
    assert.notDeepEqual(await told(pid), without, 'the addresses do tell who agreed');
  }),
);

test(
  'the list costs the same however many there are; an empty one says why',
  inWorld(async (cx) => {
    const place = await placeAt(cx, 'sonla');
    const ask = testDoors({ cx, place, roles: [], site: peopleSite });
    assert.ok((await (await ask('/sonla/chuyen-gia')).text()).includes(words.emptyTitle));
    const cost = async () => (await countQueries(() => ask('/sonla/chuyen-gia'))).count;
    await agreed(cx, 'sonla-dat', 'Người 0');
    const first = await cost();
    for (let n = 1; n < 30; n += 1)
      await agreed(cx, 'sonla-dat', `Người ${n}`, { field: `Ngành ${n}` });
    assert.equal(await cost(), first);
    const second = await (await ask('/sonla/chuyen-gia?trang=2')).text();
    assert.equal([...second.matchAll(/chuyen-gia\/[0-9a-z]{16}"/g)].length, 6);
    const none = await (await ask('/sonla/chuyen-gia?q=khong+ai')).text();
    assert.ok(none.includes(words.none));
  }),
);

test('what stands before a name', () => {
  assert.equal(titleBefore(['TS', 'PGS', 'NGƯT']), 'PGS.TS.');
  assert.equal(titleBefore(['ThS', 'KS']), 'ThS.');
  assert.equal(titleBefore(['ĐH']), '');
  assert.equal(titleBefore([]), '');
  assert.equal(titleBefore(['GS', 'TSKH', 'VS']), 'VS.TSKH.');
});
