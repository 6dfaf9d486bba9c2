import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { comparePersonNames } from '../../../kernel/vietnamese/sort.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { personRead } from '../policy.ts';
import type { PersonFilter } from '../schema/index.ts';
import { addMembership, deletePerson, endMembership } from '../service/index.ts';
import { cxOf, idOf, member, someone, twoUnions } from '../testing.ts';
import {
  countScope,
  gatherMemberChanges,
  listMembers,
  memberChange,
  memberRows,
  organisationsInView,
  personRecord,
  scopeOf,
} from './index.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const machine = cxOf(db);
let clerk: Cx;
let officer: Cx;
let neighbour: Cx;
let sonla: string;

const list = async (
  cx: Cx,
  filter: PersonFilter = {},
  more: Partial<Parameters<typeof listMembers>[1]> = {},
) =>
  listMembers(cx, {
    under: null,
    filter,
    sort: 'name',
    descending: false,
    page: 1,
    size: 50,
    ...more,
  });
const names = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).rows.map(joinName);

before(async () => {
  await twoUnions(machine);
  clerk = await someone(machine, 'sonla', 'clerk');
  officer = await someone(machine, 'sonla-dat', 'officer');
  neighbour = await someone(machine, 'laichau', 'clerk');
  sonla = await idOf(machine, 'sonla');
  const dat = (name: string, more: object = {}) => member(machine, 'sonla-dat', name, more);
  await dat('Nguyễn Văn Đức', { birth_date: '1968', joined: '2001', gender: 'male' });
  await dat('Nguyễn Văn Dục', { birth_date: '3/1980', phones: '0912000118' });
  await dat('Trần Thị Hoa', { joined: '2010', gender: 'female', field: 'Trồng trọt' });
  await dat('Lê Thị Hòa', { degrees: 'TS', email: 'hoa@demo.example' });
  await dat('Lê Hoài An', { branch: 'Mộc Châu', kind: 'honorary' });
  await member(machine, 'sonla-y', 'Cầm Thị Hoà', { birth_date: '12/3/1990', joined: '5/2020' });
  await member(machine, 'laichau-dat', 'Vàng Thị Hoa');
});

test('members of the organisation and of all below it, by given name', async () => {
  assert.deepEqual(await names(clerk, {}, { under: sonla }), [
    'Lê Hoài An',
    'Nguyễn Văn Dục',
    'Nguyễn Văn Đức',
    'Trần Thị Hoa',
    'Cầm Thị Hoà',
    'Lê Thị Hòa',
  ]);
  assert.deepEqual((await list(officer)).total, 5);
  assert.deepEqual(await names(neighbour), ['Vàng Thị Hoa']);
  assert.equal((await list(await someone(machine, 'sonla', 'reader'))).total, 0);
});

test('the very words first, then the same in other dress, then words that begin so', async () => {
  assert.deepEqual(await names(clerk, { q: 'hoa' }), [
    'Trần Thị Hoa',
    'Cầm Thị Hoà',
    'Lê Thị Hòa',
    'Lê Hoài An',
  ]);
  // The tone at either place is the same word.
  for (const q of ['Hòa', 'hoà', 'Ho\u00e0'.normalize('NFD')]) {
    assert.deepEqual(
      (await names(clerk, { q })).slice(0, 3),
      ['Cầm Thị Hoà', 'Lê Thị Hòa', 'Trần Thị Hoa'],
      q,
    );
  }
  assert.deepEqual(await names(clerk, { q: 'đức' }), ['Nguyễn Văn Đức', 'Nguyễn Văn Dục']);
});

test('words in any order and in any spelling of it', async () => {
  for (const q of [
    'nguyen van duc',
    'Nguyễn Văn Đức',
    'Nguyễn Văn Đức'.normalize('NFD'),
    'Nguyễn Văn \u00d0ức',
    'duc nguyen',
    'NGUYEN  D',
  ]) {
    const [first, ...rest] = await names(clerk, { q });
    assert.ok(first === 'Nguyễn Văn Đức' || rest.includes('Nguyễn Văn Đức'), q);
  }
  for (const q of ['uc', '%', '_', "'", '\\', 'khong co ai']) {
    assert.deepEqual(await names(clerk, { q }), [], q);
  }
});

test('each filter leaves those that it is about', async () => {
  const one = async (filter: PersonFilter) => names(clerk, filter, { under: sonla });
  assert.deepEqual(await one({ gender: 'male' }), ['Nguyễn Văn Đức']);
  assert.deepEqual(await one({ bornFrom: 1968, bornTo: 1968 }), ['Nguyễn Văn Đức']);
  assert.deepEqual(await one({ bornFrom: 1969, bornTo: 1980 }), ['Nguyễn Văn Dục']);
  assert.deepEqual(await one({ joinedFrom: 2002, joinedTo: 2010 }), ['Trần Thị Hoa']);
  assert.deepEqual(await one({ degree: 'TS' }), ['Lê Thị Hòa']);
  assert.deepEqual(await one({ field: 'trong' }), ['Trần Thị Hoa']);
  assert.deepEqual(await one({ field: 'rong' }), []);
  assert.deepEqual(await one({ branch: 'moc chau' }), ['Lê Hoài An']);
  assert.deepEqual(await one({ kind: 'honorary' }), ['Lê Hoài An']);
  assert.deepEqual(await one({ hasPhone: true }), ['Nguyễn Văn Dục']);
  assert.deepEqual(await one({ hasEmail: true }), ['Lê Thị Hòa']);
  assert.equal((await one({ hasEmail: false })).length, 5);
  assert.deepEqual(await one({ q: 'hoa', degree: 'TS' }), ['Lê Thị Hòa']);
});

test('sorted by birth and by joining, those not known last, either way', async () => {
  const births = { under: sonla, sort: 'birth' } as const;
  assert.deepEqual((await names(clerk, {}, births)).slice(0, 4), [
    'Nguyễn Văn Đức',
    'Nguyễn Văn Dục',
    'Cầm Thị Hoà',
    'Lê Hoài An',
  ]);
  assert.deepEqual((await names(clerk, {}, { ...births, descending: true })).slice(0, 4), [
    'Cầm Thị Hoà',
    'Nguyễn Văn Dục',
    'Nguyễn Văn Đức',
    'Lê Hoài An',
  ]);
  const joins = await names(clerk, {}, { under: sonla, sort: 'joined' });
  assert.deepEqual(joins.slice(0, 3), ['Nguyễn Văn Đức', 'Trần Thị Hoa', 'Cầm Thị Hoà']);
});

test('who left, who is there, who is only kept', async () => {
  const pid = await member(machine, 'sonla-dat', 'Tòng Văn Ra', { joined: '2000' });
  const [membership] = (await personRecord(machine, pid)).memberships;
  const end = { pid: membership!.pid, version: null, last_day: '11/5/2026' };
  assert.ok((await execute(machine, endMembership, end)).ok);
  await member(machine, 'sonla-dat', 'Tòng Văn Sổ', { no_membership: true });
  const tong = (state: PersonFilter['state']) => names(clerk, { q: 'tong van', state });
  assert.deepEqual(await tong('now'), []);
  assert.deepEqual(await tong('left'), ['Tòng Văn Ra']);
  assert.deepEqual(await tong('all'), ['Tòng Văn Ra', 'Tòng Văn Sổ']);
  const again = { person: pid, organisation: 'sonla-y', joined: '12/5/2026' };
  assert.ok((await execute(machine, addMembership, again)).ok);
  assert.deepEqual(await tong('left'), []);
  assert.deepEqual(await names(officer, { q: 'tong', state: 'left' }), ['Tòng Văn Ra']);
  assert.ok((await execute(machine, deletePerson, { pid, version: null })).ok);
  assert.deepEqual(await tong('all'), ['Tòng Văn Sổ']);
});

test('a person of two associations is one line with both memberships, as far as they are seen', async () => {
  const pid = await member(machine, 'sonla-dat', 'Lường Thị Đôi');
  await execute(machine, addMembership, { person: pid, organisation: 'sonla-y' });
  await execute(machine, addMembership, { person: pid, organisation: 'laichau-dat' });
  const seen = async (cx: Cx) =>
    (await list(cx, { q: 'luong thi doi' })).rows.map((row) =>
      row.memberships.map((one) => one.organisationName).sort(),
    );
  const [dat, y] = ['Hội Khoa học đất tỉnh Sơn La', 'Hội Y học tỉnh Sơn La'];
  assert.deepEqual(await seen(clerk), [[dat, y]]);
  assert.deepEqual(await seen(officer), [[dat]]);
  assert.deepEqual(await seen(neighbour), [['Hội Khoa học đất tỉnh Lai Châu']]);
});

// More than are gathered and sorted at once: the ways through the index must give the same pages.
const many = 12_000;

async function fill(): Promise<void> {
  await sql`with names as (select array['Bùi', 'Cầm', 'Đỗ', 'Lò', 'Nguyễn'] f,
        array['bui', 'cam', 'do', 'lo', 'nguyen'] ff,
        array['An', 'Ấm', 'Bình', 'Đạt', 'Én', 'Quyên', 'Quỳnh', 'Yến'] g,
        array['an', 'am', 'binh', 'dat', 'en', 'quyen', 'quynh', 'yen'] fg)
    insert into person (id, pid, family, middle, given, search, created_at, birth_date, gender)
    select gen_random_uuid(), 'many' || n, f[1 + n % 5], 'Văn', g[1 + n % 8],
      ff[1 + n % 5] || ' van ' || fg[1 + n % 8], now(),
      case when n % 10 > 0 then (1940 + n % 60)::text end, case when n % 3 = 0 then 'male' end
    from names, generate_series(1, ${many}::int) n`.execute(db);
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, during, joined,
      created_at)
    select gen_random_uuid(), 'm' || p.pid, p.id, p.id, ${await idOf(machine, 'sonla-y')},
      daterange('2000-01-01', null), (2000 + substr(p.pid, 5)::int % 20)::text, now()
    from person p where p.pid like 'many%'`.execute(db);
}

test('many: every page is the slice of the whole in the same order, from both ends', async () => {
  await fill();
  const all = [];
  for await (const batch of memberRows(clerk, sonla, {})) all.push(...batch);
  const whole = [...new Map(all.map((row) => [row.person.id, row.person])).values()];
  const total = (await list(clerk, {}, { under: sonla })).total;
  assert.equal(whole.length, total);
  assert.ok(total > many);
  const sorted = whole.toSorted(
    (a, b) => foldedGiven(a.given, b.given) || comparePersonNames(a, b),
  );
  const wholeNames = whole.map(joinName);
  assert.deepEqual(wholeNames, sorted.map(joinName));
  for (const page of [1, 2, 90, 120, 121, 200, Math.ceil(total / 50), Math.ceil(total / 50) + 1]) {
    const found = await list(clerk, {}, { under: sonla, page });
    assert.equal(found.total, total);
    const ids = found.rows.map((row) => row.id);
    assert.deepEqual(
      ids,
      whole.slice((page - 1) * 50, page * 50).map((row) => row.id),
      `page ${page}`,
    );
    const back = await list(clerk, {}, { under: sonla, page, descending: true });
    const reversed = whole.toReversed().slice((page - 1) * 50, page * 50);
    assert.deepEqual(
      back.rows.map((row) => row.id),
      reversed.map((row) => row.id),
      `page ${page} from the end`,
    );
  }
});

const foldedGiven = (a: string, b: string): number => {
  const fold = (name: string) =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replace('Đ', 'D').toLowerCase();
  return fold(a) < fold(b) ? -1 : fold(a) > fold(b) ? 1 : 0;
};

test('many: pages by birth and by joining follow each other without gap or repetition', async () => {
  for (const sort of ['birth', 'joined'] as const) {
    for (const descending of [false, true]) {
      const seen: string[] = [];
      const values: (string | null)[] = [];
      for (const page of [1, 2, 3, 40, 41, 42]) {
        const { rows } = await list(clerk, {}, { under: sonla, sort, descending, page });
        seen.push(...rows.map((row) => row.id));
        values.push(
          ...rows.map((row) =>
            sort === 'birth' ? row.birthDate : (row.memberships[0]?.joined ?? null),
          ),
        );
      }
      assert.equal(new Set(seen).size, 300, `${sort} ${descending}`);
      const known = values.filter((value): value is string => value !== null);
      const ordered = known.toSorted((a, b) => (descending ? (a < b ? 1 : -1) : a < b ? -1 : 1));
      assert.deepEqual(
        known.map((value) => value.slice(0, 4)),
        ordered.map((value) => value.slice(0, 4)),
        sort,
      );
    }
  }
});

test('many: a word that thousands have is counted up to a point, the order stays', async () => {
  const found = await list(clerk, { q: 'van' }, { under: sonla });
  assert.deepEqual([found.total, found.atLeast, found.rows.length], [1000, true, 50]);
  const marked = await list(clerk, { q: 'Ấm' }, { under: sonla });
  assert.ok(marked.rows.every((row) => row.given === 'Ấm'));
  const first = await names(clerk, { q: 'quy' }, { under: sonla });
  assert.ok(first.every((name) => name.endsWith('Quyên')));
  const last = await list(clerk, { q: 'quy' }, { under: sonla, page: 20 });
  assert.ok(last.rows.length === 50 && last.rows.every((row) => row.given === 'Quyên'));
  assert.equal((await list(clerk, { q: 'quy' }, { under: sonla, page: 21 })).rows.length, 0);
  const quynh = await names(clerk, { q: 'quynh' }, { under: sonla });
  assert.ok(quynh.every((name) => name.endsWith('Quỳnh')));
});

test('kept totals are those of a recount, also after a write and after the rows are put together', async () => {
  const organisations = await organisationsInView(clerk, personRead, sonla);
  const filters: PersonFilter[] = [{}, { gender: 'male' }, { state: 'all' }, { bornFrom: 1990 }];
  const agree = async () => {
    for (const filter of filters) {
      const scope = await scopeOf(clerk, organisations, filter);
      const { total } = await list(clerk, filter, { under: sonla });
      assert.equal(total, await countScope(db, scope), JSON.stringify(filter));
    }
  };
  await agree();
  await member(machine, 'sonla-y', 'Hoàng Văn Thêm', { gender: 'male', birth_date: '1999' });
  await agree();
  const change = await memberChange(db);
  await gatherMemberChanges(db);
  assert.equal(await memberChange(db), change);
  await sql`update membership set deleted_at = now() where pid like 'mmany1%'`.execute(db);
  await agree();
});

test('rows for a file: one for each membership, filtered as the list is, none twice', async () => {
  const rows = [];
  for await (const batch of memberRows(officer, await idOf(machine, 'sonla-dat'), { q: 'hoa' })) {
    rows.push(...batch);
  }
  assert.deepEqual(
    rows.map(({ person, membership }) => [joinName(person), membership?.organisationCode]),
    [
      ['Lê Hoài An', 'sonla-dat'],
      ['Trần Thị Hoa', 'sonla-dat'],
      ['Lê Thị Hòa', 'sonla-dat'],
    ],
  );
});
