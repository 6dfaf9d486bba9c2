import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { randomIds } from '../../kernel/ids.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { all, type Db, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { testAccount, testClock, testCx } from '../../platform/testing.ts';
import { coverage, createOrganisation, findOrganisation } from '../organisations/index.ts';
import { purgePartsOfPersons } from '../people/index.ts';
import { countPairs, listPairs, lowestAbove, personReferences } from './queries/index.ts';
import { decidePair, mergePersons, unmergePersons } from './service/index.ts';

const database = await testDatabase();
after(() => database.close());
const ids = randomIds(testClock());
const today = '2026-05-12';

async function federation(db: Db): Promise<Cx> {
  const cx = testCx(db, { coverage });
  for (const [code, kind, parent] of [
    ['goc', 'national_union', null],
    ['tinh', 'provincial_union', 'goc'],
    ['hoi-a', 'member_association', 'tinh'],
    ['hoi-b', 'member_association', 'tinh'],
    ['khac', 'provincial_union', 'goc'],
    ['hoi-k', 'member_association', 'khac'],
  ] as const) {
    const raw = { code, kind, name: `Hội ${code}`, short_name: code, from: '2000-01-01', parent };
    assert.ok((await execute(cx, createOrganisation, raw)).ok);
  }
  return cx;
}

const idOf = async (db: Db, code: string) => (await findOrganisation(db, code))!.id;

async function clerkAt(cx: Cx, code: string): Promise<Cx> {
  const actor = testAccount('00000000-0000-7000-8000-00000000000c');
  const grants = [{ role: 'clerk', organisationId: await idOf(cx.db, code) }];
  return { ...cx, actor: { ...actor, grants } as Cx['actor'] };
}

interface Made {
  readonly given?: string;
  readonly birth?: string;
  readonly phones?: readonly string[];
  readonly at?: readonly string[];
}

async function person(db: Db, { given = 'Hoà', birth, phones = [], at = [] }: Made) {
  const made = { id: ids.uuid(), pid: ids.pid() };
  await sql`insert into person (id, pid, family, given, search, birth_date, phones, keeper_id, created_at)
    values (${made.id}, ${made.pid}, 'Hoàng', ${given}, 'hoang hoa', ${birth ?? null},
      ${phones}::text[], ${at[0] === undefined ? null : await idOf(db, at[0])}, now())`.execute(db);
  for (const code of at) {
    await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, during, created_at)
      values (${ids.uuid()}, ${ids.pid()}, ${made.id}, ${made.id}, ${await idOf(db, code)},
        daterange('2020-01-01', null), now())`.execute(db);
  }
  return made;
}

async function pair(db: Db, a: string, b: string, at: string): Promise<string> {
  const pid = ids.pid();
  await sql`insert into duplicate_pair (id, pid, person_a, person_b, organisation_id, score, evidence, created_at)
    values (${ids.uuid()}, ${pid}, least(${a}::uuid, ${b}::uuid), greatest(${a}::uuid, ${b}::uuid),
      ${await idOf(db, at)}, 75, '[{"code":"same_phone","points":45}]', now())`.execute(db);
  return pid;
}

/** All that a joining may touch, to be the same before and after. */
async function snapshot(db: Db): Promise<unknown> {
  const read = (from: string) =>
    all(
      db,
      sql<{ row: Record<string, unknown> }>`select to_jsonb(t) - 'version' as row
      from ${sql.id(from)} t order by to_jsonb(t)::text`,
    );
  const tables = ['person', 'membership', 'post', 'consent', 'person_identity', 'role_grant'];
  return Promise.all(tables.map(read));
}

const must = async <T>(outcome: Promise<{ ok: boolean; value?: T; issues?: unknown }>) => {
  const found = await outcome;
  assert.ok(found.ok, JSON.stringify(found.issues));
  return found.value as T;
};

const inFederation = (name: string, work: (cx: Cx, db: Db) => Promise<void>) =>
  test(name, () => withRollback(database, async (db) => work(await federation(db), db)));

describe('joining two records', () => {
  inFederation(
    'facts, memberships, posts, consents, rights and sensitive fields go over, and back',
    async (cx, db) => {
      const kept = await person(db, { birth: '1969', at: ['hoi-a'] });
      const other = await person(db, {
        birth: '1969-08-14',
        phones: ['0915000560'],
        at: ['hoi-a', 'hoi-b'],
      });
      await sql`update membership set card_number = 'SL-17' where person_id = ${other.id}`.execute(
        db,
      );
      await sql`insert into post (id, pid, person_id, organisation_id, title, during, created_at)
      values (${ids.uuid()}, ${ids.pid()}, ${other.id}, ${await idOf(db, 'hoi-b')}, 'Chủ tịch',
        daterange('2021-01-01', null), now())`.execute(db);
      await sql`insert into consent (id, person_id, purpose, given, given_at)
      values (${ids.uuid()}, ${other.id}, 'mailing', true, now())`.execute(db);
      await sql`insert into person_identity (person_id, ethnicity) values (${other.id}, 'x')`.execute(
        db,
      );
      await sql`insert into role_grant (id, pid, person_id, role, organisation_id, during, granted_by, created_at)
      values (${ids.uuid()}, ${ids.pid()}, ${other.id}, 'officer', ${await idOf(db, 'hoi-b')},
        daterange('2021-01-01', null), ${other.id}, now())`.execute(db);
      const before = await snapshot(db);

      const clerk = await clerkAt(cx, 'tinh');
      const merge = await must(execute(clerk, mergePersons, { keep: kept.pid, merge: other.pid }));
      const now = await one(
        db,
        sql<{
          birth: string;
          phones: string[];
        }>`select birth_date as birth, phones from person where id = ${kept.id}`,
      );
      assert.deepEqual(now, { birth: '1969-08-14', phones: ['0915000560'] });
      const at = await all(
        db,
        sql<{ card: string | null }>`select card_number as card from membership
        where person_id = ${kept.id} and deleted_at is null`,
      );
      assert.deepEqual(at, [{ card: 'SL-17' }, { card: 'SL-17' }]);
      for (const table of ['post', 'consent', 'role_grant', 'person_identity']) {
        const { n } = await one(
          db,
          sql<{
            n: number;
          }>`select count(*)::integer as n from ${sql.id(table)} where person_id = ${kept.id}`,
        );
        assert.equal(n, 1, table);
      }
      // Long after memberships that were deleted otherwise are taken away.
      const later = testClock('2026-09-01T10:00:00+07:00');
      await purgePartsOfPersons({ ...cx, clock: later });
      await must(execute(clerk, unmergePersons, { pid: merge.pid }));
      await sql`delete from person_identity where person_id = ${kept.id} and ethnicity is null`.execute(
        db,
      );
      assert.deepEqual(await snapshot(db), before);
      await assert.rejects(execute(clerk, unmergePersons, { pid: merge.pid }), NotFound);
    },
  );

  inFederation('what a hand changed after joining stays when it is taken apart', async (cx, db) => {
    const kept = await person(db, { at: ['hoi-a'] });
    const other = await person(db, { birth: '1970', at: ['hoi-b'] });
    const merge = await must(execute(cx, mergePersons, { keep: kept.pid, merge: other.pid }));
    await sql`update person set birth_date = '1971' where id = ${kept.id}`.execute(db);
    await must(execute(cx, unmergePersons, { pid: merge.pid }));
    const { birth } = await one(
      db,
      sql<{ birth: string }>`select birth_date as birth from person where id = ${kept.id}`,
    );
    assert.equal(birth, '1971');
  });

  inFederation('a human is one for the counts, and two again afterwards', async (cx, db) => {
    const kept = await person(db, { at: ['hoi-a'] });
    const other = await person(db, { at: ['hoi-b'] });
    const third = await person(db, { at: ['hoi-k'] });
    await sql`update person set identity_id = ${other.id} where id = ${third.id}`.execute(db);
    await sql`update membership set identity_id = ${other.id} where person_id = ${third.id}`.execute(
      db,
    );
    const humans = async () =>
      (
        await one(
          db,
          sql<{ n: number }>`select count(distinct identity_id)::integer as n from membership`,
        )
      ).n;
    assert.equal(await humans(), 2);
    const merge = await must(execute(cx, mergePersons, { keep: kept.pid, merge: other.pid }));
    assert.equal(await humans(), 1);
    await must(execute(cx, unmergePersons, { pid: merge.pid }));
    assert.equal(await humans(), 2);
  });

  inFederation('every column that refers to a person can be moved', async (_cx, db) => {
    for (const reference of await personReferences(db)) {
      assert.ok(reference.key.length > 0, `${reference.table} has no primary key`);
    }
  });

  inFederation('not with itself, not two who sign in, not what is not seen', async (cx, db) => {
    const kept = await person(db, { at: ['hoi-a'] });
    const other = await person(db, { at: ['hoi-b'] });
    const hidden = await person(db, { at: ['hoi-k'] });
    const clerk = await clerkAt(cx, 'tinh');
    const same = await execute(clerk, mergePersons, { keep: kept.pid, merge: kept.pid });
    assert.equal(same.ok ? '' : same.issues[0]?.code, 'same_record');
    for (const [place, who] of [kept, other].entries()) {
      await sql`insert into auth_user (id, name, email, "personId")
        values (${ids.uuid()}, 'x', ${`${place}@x.vn`}, ${who.id})`.execute(db);
    }
    const both = await execute(clerk, mergePersons, { keep: kept.pid, merge: other.pid });
    assert.equal(both.ok ? '' : both.issues[0]?.code, 'both_sign_in');
    await assert.rejects(
      execute(clerk, mergePersons, { keep: kept.pid, merge: hidden.pid }),
      NotFound,
    );
  });

  inFederation('the right is needed above both', async (cx, db) => {
    const kept = await person(db, { at: ['hoi-a'] });
    const other = await person(db, { at: ['hoi-a', 'hoi-b'] });
    const far = await person(db, { at: ['hoi-b'] });
    const officer = await clerkAt(cx, 'hoi-a');
    await must(execute(officer, mergePersons, { keep: kept.pid, merge: other.pid }));
    await assert.rejects(
      execute(officer, mergePersons, { keep: kept.pid, merge: far.pid }),
      (error) => error instanceof NotFound || error instanceof Forbidden,
    );
  });
});

describe('pairs', () => {
  inFederation('seen only by those above both; answered once', async (cx, db) => {
    const a = await person(db, { at: ['hoi-a'] });
    const b = await person(db, { at: ['hoi-k'] });
    await pair(db, a.id, b.id, 'goc');
    const tinh = await clerkAt(cx, 'tinh');
    assert.equal(await countPairs(tinh, await idOf(db, 'tinh')), 0);
    assert.deepEqual(await listPairs(tinh, await idOf(db, 'goc'), { page: 1, size: 10 }), []);
    const national = await clerkAt(cx, 'goc');
    const [found] = await listPairs(national, await idOf(db, 'goc'), { page: 1, size: 10 });
    assert.deepEqual([found!.a.pid, found!.b.pid].sort(), [a.pid, b.pid].sort());
    await assert.rejects(execute(tinh, decidePair, { pid: found!.pid, answer: 'same' }), NotFound);
    await must(execute(national, decidePair, { pid: found!.pid, answer: 'different' }));
    assert.equal(await countPairs(national, await idOf(db, 'goc')), 0);
  });

  inFederation(
    'later stays behind the others; same joins and keeps the chosen one',
    async (cx, db) => {
      const [a, b, c] = [
        await person(db, { at: ['hoi-a'] }),
        await person(db, { at: ['hoi-b'] }),
        await person(db, { at: ['hoi-b'] }),
      ];
      const first = await pair(db, a.id, b.id, 'tinh');
      const second = await pair(db, a.id, c.id, 'tinh');
      const tinh = await idOf(db, 'tinh');
      await must(execute(cx, decidePair, { pid: first, answer: 'later' }));
      const order = await listPairs(cx, tinh, { page: 1, size: 10 });
      assert.deepEqual(
        order.map((one) => one.pid),
        [second, first],
      );
      const answer = { pid: first, answer: 'same', keep: b.pid };
      const done = await must(execute(cx, decidePair, answer));
      assert.equal(done.kept, b.pid);
      // The record that is gone takes its other pair with it until it is taken apart.
      assert.equal(await countPairs(cx, tinh), 0);
      await must(execute(cx, unmergePersons, { pid: done.merge! }));
      assert.equal(await countPairs(cx, tinh), 2);
    },
  );

  inFederation('the lowest organisation above both', async (_cx, db) => {
    const a = await person(db, { at: ['hoi-a'] });
    const both = await person(db, { at: ['hoi-a', 'hoi-k'] });
    const b = await person(db, { at: ['hoi-b'] });
    const k = await person(db, { at: ['hoi-k'] });
    const above = async (x: { id: string }, y: { id: string }) =>
      lowestAbove(db, x.id, y.id, today);
    assert.equal(await above(a, both), await idOf(db, 'hoi-a'));
    assert.equal(await above(a, b), await idOf(db, 'tinh'));
    assert.equal(await above(a, k), await idOf(db, 'goc'));
    assert.equal(await above(both, k), await idOf(db, 'hoi-k'));
  });
});
