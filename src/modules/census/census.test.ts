import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { randomIds } from '../../kernel/ids.ts';
import { execute } from '../../platform/command.ts';
import type { Db } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { testClock, testCx } from '../../platform/testing.ts';
import {
  affiliate,
  coverage,
  createOrganisation,
  findOrganisation,
  setFact,
} from '../organisations/index.ts';
import { censusOf, headcounts, peopleOn } from './queries/index.ts';
import { bandKey, inOrder } from './rules/index.ts';
import { census } from './service.ts';

const database = await testDatabase();
after(() => database.close());
const ids = randomIds(testClock());

async function federation(db: Db) {
  const cx = testCx(db, { coverage });
  for (const [code, kind, parent] of [
    ['goc', 'national_union', null],
    ['tinh', 'provincial_union', 'goc'],
    ['hoi-a', 'member_association', 'tinh'],
    ['hoi-b', 'member_association', 'tinh'],
    ['chi-hoi', 'branch', 'hoi-a'],
  ] as const) {
    const made = await execute(cx, createOrganisation, {
      code,
      kind,
      name: `Tổ chức ${code}`,
      short_name: code,
      from: '2000-01-01',
      parent,
    });
    assert.ok(made.ok, JSON.stringify(made));
  }
  return cx;
}

const idOf = async (db: Db, code: string) => (await findOrganisation(db, code))!.id;

interface Made {
  readonly birth?: string;
  readonly gender?: string;
  readonly degrees?: readonly string[];
  readonly field?: string;
  readonly identity?: string;
}

async function person(db: Db, made: Made = {}): Promise<string> {
  const id = ids.uuid();
  await sql`insert into person (id, pid, identity_id, given, search, birth_date, gender, degrees, field, created_at)
    values (${id}, ${ids.pid()}, ${made.identity ?? id}, 'An', 'an', ${made.birth ?? null},
      ${made.gender ?? null}, ${made.degrees ?? []}::text[], ${made.field ?? null}, now())`.execute(
    db,
  );
  return id;
}

async function member(db: Db, who: string, code: string, from: string, until?: string) {
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, during, created_at)
    select ${ids.uuid()}, ${ids.pid()}, id, identity_id, ${await idOf(db, code)},
      daterange(${from}, ${until ?? null}), now() from person where id = ${who}`.execute(db);
}

const count = async (db: Db, code: string, on: string) => {
  const [found] = await peopleOn(db, [await idOf(db, code)], on);
  return [found!.people, found!.memberships];
};

describe('people are counted once', () => {
  test('one person in two associations and a branch; on the first and last day', async () => {
    await withRollback(database, async (db) => {
      await federation(db);
      const both = await person(db);
      await member(db, both, 'hoi-a', '2020-03-01', '2024-01-01');
      await member(db, both, 'hoi-b', '2021-01-01');
      await member(db, both, 'chi-hoi', '2020-03-01');
      assert.deepEqual(await count(db, 'tinh', '2020-02-29'), [0, 0]);
      assert.deepEqual(await count(db, 'tinh', '2020-03-01'), [1, 2]);
      assert.deepEqual(await count(db, 'tinh', '2023-12-31'), [1, 3]);
      assert.deepEqual(await count(db, 'tinh', '2024-01-01'), [1, 2]);
      assert.deepEqual(await count(db, 'hoi-a', '2024-01-01'), [1, 1]);
      assert.deepEqual(await count(db, 'goc', '2026-01-01'), [1, 2]);
    });
  });

  test('two records of one human, kept by unions that do not see each other', async () => {
    await withRollback(database, async (db) => {
      await federation(db);
      const first = await person(db);
      const second = await person(db, { identity: first });
      await member(db, first, 'hoi-a', '2020-01-01');
      await member(db, second, 'hoi-b', '2020-01-01');
      assert.deepEqual(await count(db, 'tinh', '2026-01-01'), [1, 2]);
      assert.deepEqual(await count(db, 'hoi-b', '2026-01-01'), [1, 1]);
    });
  });

  test('the graph of the day counts, not the one of today', async () => {
    await withRollback(database, async (db) => {
      const cx = await federation(db);
      const made = await execute(cx, createOrganisation, {
        code: 'hoi-c',
        kind: 'member_association',
        name: 'Hội C',
        short_name: 'C',
        from: '2000-01-01',
        parent: null,
      });
      assert.ok(made.ok);
      const joined = await execute(cx, affiliate, {
        child: 'hoi-c',
        parent: 'tinh',
        kind: 'territorial',
        from: '2015-01-01',
      });
      assert.ok(joined.ok, JSON.stringify(joined));
      await member(db, await person(db), 'hoi-c', '2010-01-01');
      assert.deepEqual(await count(db, 'tinh', '2014-12-31'), [0, 0]);
      assert.deepEqual(await count(db, 'tinh', '2015-01-01'), [1, 1]);
    });
  });

  test('a deleted membership counts no more', async () => {
    await withRollback(database, async (db) => {
      await federation(db);
      await member(db, await person(db), 'hoi-a', '2020-01-01');
      await sql`update membership set deleted_at = now()`.execute(db);
      assert.deepEqual(await count(db, 'tinh', '2026-01-01'), [0, 0]);
    });
  });
});

test('the declared headcount stands beside the roster, with organisations that have only one of them', async () => {
  await withRollback(database, async (db) => {
    const cx = await federation(db);
    await member(db, await person(db), 'hoi-a', '2020-01-01');
    const fact = await execute(cx, setFact, {
      organisation: 'hoi-b',
      kind: 'headcount_members',
      amount: 120,
      from: '2020-01-01',
    });
    assert.ok(fact.ok, JSON.stringify(fact));
    const found = await headcounts(db, await idOf(db, 'tinh'), '2026-01-01');
    const lines = found!.below.map(({ code, people, declared }) => [code, people, declared]);
    assert.deepEqual(lines, [
      ['hoi-a', 1, null],
      ['hoi-b', 0, 120],
    ]);
    assert.equal(found!.own.people, 1);
  });
});

test('ages by the year: first and last of a band, years alone, months alone, unknown', async () => {
  await withRollback(database, async (db) => {
    await federation(db);
    for (const birth of [
      '1996-12-31',
      '1996',
      '1997-01-01',
      '1956-05',
      '1957',
      undefined,
      '2026',
    ]) {
      const who = await person(db, birth === undefined ? {} : { birth });
      await member(db, who, 'hoi-a', '2020-01-01');
    }
    const found = await censusOf(db, await idOf(db, 'tinh'), '2026-11-22');
    const ages = found!.ages.map((one) => [one.key, one.people]);
    assert.deepEqual(ages, [
      ['-29', 2],
      ['30-39', 2],
      ['40-49', 0],
      ['50-59', 0],
      ['60-69', 1],
      ['70-', 1],
      ['unknown', 1],
    ]);
  });
});

test('sex, the highest degree, fields without case; each sums to the people', async () => {
  await withRollback(database, async (db) => {
    await federation(db);
    const all: Made[] = [
      { gender: 'male', degrees: ['PGS', 'TS'], field: 'Nông nghiệp' },
      { gender: 'female', degrees: ['KS', 'ThS'], field: 'nông nghiệp' },
      { gender: 'female', degrees: [], field: 'Y học' },
      {},
    ];
    for (const made of all) await member(db, await person(db, made), 'hoi-a', '2020-01-01');
    const found = (await censusOf(db, await idOf(db, 'goc'), '2026-01-01'))!;
    const some = (shares: readonly { key: string; people: number }[]) =>
      shares.filter((one) => one.people > 0).map((one) => `${one.key} ${one.people}`);
    assert.deepEqual(some(found.genders), ['male 1', 'female 2', 'unknown 1']);
    assert.deepEqual(some(found.degrees), ['ThS 1', 'PGS 1', 'none 2']);
    assert.deepEqual(some(found.fields), ['nông nghiệp 2', 'y học 1']);
  });
});

test('growth: the end of each year, and today in the running one', async () => {
  await withRollback(database, async (db) => {
    await federation(db);
    await member(db, await person(db), 'hoi-a', '2024-12-31');
    await member(db, await person(db), 'hoi-a', '2025-01-01', '2025-07-01');
    const found = (await censusOf(db, await idOf(db, 'tinh'), '2026-02-01'))!;
    const lines = found.growth.slice(-3).map((one) => Object.values(one));
    assert.deepEqual(lines, [
      [2024, 1, 1, 0],
      [2025, 1, 1, 1],
      [2026, 1, 0, 0],
    ]);
  });
});

test('what is kept equals what is counted anew, and a write makes it be counted again', async (t) => {
  const own = await testDatabase();
  t.after(() => own.close());
  const { db } = own;
  await federation(db);
  const tinh = await idOf(db, 'tinh');
  await member(db, await person(db), 'hoi-a', '2020-01-01');
  const first = await census(db, tinh, '2026-01-01');
  assert.deepEqual(await census(db, tinh, '2026-01-01'), first);
  assert.deepEqual(await censusOf(db, tinh, '2026-01-01'), first);
  await member(db, await person(db), 'hoi-b', '2020-01-01');
  const cx = testCx(db, { coverage, clock: testClock('2026-05-13T10:00:00+07:00') });
  await execute(cx, setFact, {
    organisation: 'hoi-b',
    kind: 'headcount_members',
    amount: 5,
    from: '2020-01-01',
  });
  const second = await census(db, tinh, '2026-01-01');
  assert.equal(second!.own.people, 2);
  assert.deepEqual(await censusOf(db, tinh, '2026-01-01'), second);
});

test('bands and order', () => {
  assert.equal(bandKey(0), '-29');
  assert.equal(bandKey(30), '30-39');
  assert.equal(bandKey(70), '70-');
  assert.deepEqual(inOrder(['b', 'a'], [{ key: 'a', people: 2 }]), [
    { key: 'b', people: 0 },
    { key: 'a', people: 2 },
  ]);
});
