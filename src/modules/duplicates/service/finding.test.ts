import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../../platform/database/testing.ts';
import { posted, sentJson, testDoors } from '../../../platform/http/testing.tsx';
import { installJobs } from '../../../platform/jobs/index.ts';
import { writeSensitive } from '../../people/index.ts';
import { cxOf, idOf, member, placeAt, someone, twoUnions } from '../../people/testing.ts';
import { duplicateApi } from '../api.ts';
import { duplicateRuns } from '../jobs.ts';
import { countPairs, findPair, listPairs } from '../queries/index.ts';
import { duplicateDoors } from '../web.tsx';
import { decidePair, findDuplicates, Stopped } from './index.ts';

const database = await testDatabase();
before(async () => {
  await installJobs(database.ownerPool);
  await twoUnions(cxOf(database.db));
});
after(() => database.close());

const watch = { progress: async () => {}, cancelled: () => false };
const inUnions = (work: (machine: Cx, db: Db) => Promise<void>) => () =>
  withRollback(database, async (trx) => work(cxOf(trx), trx));

const twin = { birth_date: '12/03/1968', phones: '0912000118' };
const find = async (cx: Cx, code = 'sonla') => findDuplicates(cx, await idOf(cx, code), watch);
async function shown(cx: Cx, code = 'sonla') {
  const pairs = await listPairs(cx, await idOf(cx, code), { page: 1, size: 100 });
  return pairs.map(({ a, b, score, evidence }) => ({
    names: [a.given, b.given].sort().join(' '),
    score,
    codes: evidence.map(({ code: text }) => text).sort(),
  }));
}

test(
  'two records of one person are proposed, namesakes and relatives are not',
  inUnions(async (machine) => {
    const clerk = await someone(machine, 'sonla', 'clerk');
    await member(machine, 'sonla-dat', 'Nguyễn Văn Đức', twin);
    await member(machine, 'sonla-y', 'Nguyen Van Duc', twin);
    // Of one name and year; behind one telephone; a bare name twice.
    await member(machine, 'sonla-dat', 'Lò Thị Hoa', { birth_date: '1970' });
    await member(machine, 'sonla-y', 'Lò Thị Hoa', { birth_date: '1970' });
    await member(machine, 'sonla-dat', 'Cà Văn Một', { phones: '0966000777' });
    await member(machine, 'sonla-dat', 'Cà Thị Hai', { phones: '0966000777' });
    await member(machine, 'sonla-dat', 'Vì Văn Trần');
    await member(machine, 'sonla-dat', 'Vì Văn Trần');
    const found = await find(clerk);
    assert.deepEqual(found, { compared: 3, proposed: 1 });
    assert.deepEqual(await shown(clerk), [
      {
        names: 'Duc Đức',
        score: 100,
        codes: ['birth_date_same', 'name_without_marks', 'phone_same'],
      },
    ]);
    assert.deepEqual(await find(clerk), { compared: 2, proposed: 0 });
  }),
);

test(
  'only those in view are compared; the pair waits at the lowest organisation above both',
  inUnions(async (machine, db) => {
    await member(machine, 'sonla-dat', 'Nguyễn Văn Đức', twin);
    await member(machine, 'sonla-y', 'Nguyễn Văn Đức', twin);
    await member(machine, 'laichau-dat', 'Nguyễn Văn Đức', twin);
    const officer = await someone(machine, 'sonla-dat', 'officer');
    assert.deepEqual(await find(officer, 'sonla-dat'), { compared: 0, proposed: 0 });
    assert.deepEqual(await find(officer, 'vusta'), { compared: 0, proposed: 0 });
    const clerk = await someone(machine, 'sonla', 'clerk');
    assert.deepEqual(await find(clerk), { compared: 1, proposed: 1 });
    const root = await someone(machine, 'vusta', 'clerk');
    assert.deepEqual(await find(root, 'vusta'), { compared: 2, proposed: 2 });
    const places = await all(
      db,
      sql<{ code: string }>`select o.code from duplicate_pair d
        join organisation o on o.id = d.organisation_id order by 1`,
    );
    assert.deepEqual(
      places.map(({ code }) => code),
      ['sonla', 'vusta', 'vusta'],
    );
    assert.equal((await shown(clerk)).length, 1);
  }),
);

test(
  'what was answered is not asked again, also when one of them was joined into a third',
  inUnions(async (machine, db) => {
    const clerk = await someone(machine, 'sonla', 'clerk');
    const answer = async (names: string, said: string) => {
      const rows = await all(
        db,
        sql<{ pid: string; names: string }>`select d.pid, concat(a.middle, ' ', b.middle) as names
          from duplicate_pair d join person a on a.id = d.person_a join person b on b.id = d.person_b
          where d.state = 'open'`,
      );
      const [x, y] = names.split(' ');
      const pid = rows.find((row) => [`${x} ${y}`, `${y} ${x}`].includes(row.names))?.pid;
      assert.ok((await execute(clerk, decidePair, { pid, answer: said })).ok);
    };
    for (const middle of ['A', 'B']) await member(machine, 'sonla-dat', `Lò ${middle} Đức`, twin);
    assert.equal((await find(clerk)).proposed, 1);
    await answer('A B', 'different');
    assert.deepEqual(await find(clerk), { compared: 0, proposed: 0 });
    await member(machine, 'sonla-dat', 'Lò C Đức', twin);
    assert.equal((await find(clerk)).proposed, 2);
    // The pair of A and C goes with C: what is left is A and B, who are two.
    await sql`delete from duplicate_pair d using person a, person c where a.middle = 'A'
      and c.middle = 'C' and least(a.id, c.id) = d.person_a and greatest(a.id, c.id) = d.person_b`.execute(
      db,
    );
    await answer('B C', 'same');
    assert.deepEqual(await find(clerk), { compared: 0, proposed: 0 });
  }),
);

test(
  'records that are known as one human above two unions are left as they are',
  inUnions(async (machine, db) => {
    await member(machine, 'sonla-dat', 'Nguyễn Văn Đức', twin);
    await member(machine, 'laichau-dat', 'Nguyễn Văn Đức', twin);
    const root = await someone(machine, 'vusta', 'clerk');
    await sql`update person set identity_id = (select min(id::text)::uuid from person where given = 'Đức')
      where given = 'Đức'`.execute(db);
    assert.deepEqual(await find(root, 'vusta'), { compared: 0, proposed: 0 });
  }),
);

// Two worlds that differ in citizen IDs alone.
test('citizen IDs make no difference to those who may not read them', async () => {
  const worlds = [
    ['014068000118', '014068000118', ''],
    ['014068000118', '014068000119', '014068000119'],
    ['', '', ''],
  ];
  const told: unknown[] = [];
  const full: unknown[] = [];
  for (const numbers of worlds)
    await withRollback(database, async (trx) => {
      const machine = cxOf(trx);
      const pids = [
        await member(machine, 'sonla-dat', 'Nguyễn Văn Đức', twin),
        await member(machine, 'sonla-y', 'Nguyễn Văn Đức', twin),
        await member(machine, 'sonla-y', 'Nguyễn Khắc Đức'),
      ];
      for (const [at, citizen_id] of numbers.entries()) {
        const values = { pid: pids[at], citizen_id, ethnicity: '', religion: '', party: '' };
        assert.ok((await execute(machine, writeSensitive, values)).ok);
      }
      const clerk = await someone(machine, 'sonla', 'clerk', 'leader', 'officer');
      const keeper = await someone(machine, 'sonla', 'clerk', 'custodian');
      // Whoever searches: what the clerk sees is the same.
      await find(keeper);
      await find(clerk);
      const count = await countPairs(clerk, await idOf(machine, 'sonla'));
      told.push([count, await shown(clerk)]);
      full.push(await shown(keeper));
      const hidden = await all(trx, sql<{ pid: string }>`select pid from duplicate_pair`);
      const seen = await Promise.all(hidden.map(({ pid }) => findPair(clerk, pid)));
      assert.equal(seen.filter((pair) => pair !== null).length, count);
    });
  assert.deepEqual(told[1], told[0]);
  assert.deepEqual(told[2], told[0]);
  assert.equal((told[0] as [number])[0], 1);
  const codes = (full as { codes: string[] }[][]).map((pairs) => pairs.map((pair) => pair.codes));
  assert.ok(codes[0]![0]!.includes('citizen_id_same'));
  assert.equal(codes[1]!.length, 2);
  assert.ok(codes[1]![0]!.includes('citizen_id_same'));
  assert.ok(codes[1]![1]!.includes('citizen_id_differs'));
});

test(
  'asked to stop, it leaves nothing; as a job it says how many and leads back',
  inUnions(async (machine, db) => {
    const clerk = await someone(machine, 'sonla', 'clerk');
    await member(machine, 'sonla-dat', 'Nguyễn Văn Đức', twin);
    await member(machine, 'sonla-y', 'Nguyễn Văn Đức', twin);
    const organisationId = await idOf(machine, 'sonla');
    const stopping = { ...watch, cancelled: () => true };
    await assert.rejects(findDuplicates(clerk, organisationId, stopping), Stopped);
    const run = { ...watch, signal: new AbortController().signal, attempt: 1 };
    const payload = { organisationId, href: '/vp/sonla/hoi-vien/trung' };
    assert.deepEqual(await duplicateRuns['duplicates.find']!.run(clerk, payload, run), {
      compared: 1,
      proposed: 1,
      href: '/vp/sonla/hoi-vien/trung?da-tim=1',
    });
    const { n } = await one(
      db,
      sql<{ n: number }>`select count(*)::integer as n from duplicate_pair`,
    );
    assert.equal(n, 1);
  }),
);

test(
  'the button and REST order it once; who only reads has no button',
  inUnions(async (machine) => {
    const doorsOf = async (...roles: string[]) => {
      const cx = await someone(machine, 'sonla', ...roles);
      const place = await placeAt(cx, 'sonla');
      return testDoors({ cx, place, roles, office: duplicateDoors, api: duplicateApi });
    };
    const clerk = await doorsOf('clerk');
    const page = await (await clerk('/vp/sonla/hoi-vien/trung')).text();
    assert.match(page, /action="\/vp\/sonla\/hoi-vien\/tim-trung"/);
    const reader = await doorsOf('auditor');
    const read = await (await reader('/vp/sonla/hoi-vien/trung')).text();
    assert.doesNotMatch(read, /tim-trung/);
    assert.equal((await reader('/vp/sonla/hoi-vien/tim-trung', posted([]))).status, 403);
    const sent = await clerk('/vp/sonla/hoi-vien/tim-trung', posted([]));
    assert.equal(sent.status, 303);
    const address = sent.headers.get('location') ?? '';
    assert.match(address, /^\/vp\/sonla\/viec\/[0-9a-z]{16}$/);
    const again = await clerk(
      '/api/v1/duplicate-searches',
      sentJson('POST', { organisation: 'sonla' }),
    );
    assert.equal(again.status, 201);
    const { run } = (await again.json()) as { run: string };
    assert.equal(`/vp/sonla/viec/${run}`, address, 'one that waits is not ordered twice');
  }),
);
