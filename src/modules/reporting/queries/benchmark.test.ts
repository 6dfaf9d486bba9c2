import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { execute } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { countQueries } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { NotFound } from '../../../platform/errors.ts';
import { setNote } from '../../indicators/index.ts';
import { type Federation, federation } from '../../indicators/testing.ts';
import type { Structure } from '../rules.ts';
import { benchmarkPeers, benchmarkRecords, benchmarkTable, presentBenchmark } from './index.ts';

let database: Database;
let f: Federation;
const on = '2019-12-31';

before(async () => {
  database = await testDatabase();
  f = await federation(database.db);
  await f.union('bac', '2001-03-05');
  await f.union('nam', '2010-04-21');
  await f.union('tay', '2010-08-01');
  await f.union('cu', '2005-01-01', '2019-07-01');
  for (const [code, kind, from] of [
    ['nam-a', 'member_association', '2010-04-21'],
    ['nam-b', 'collective_member', '2019-03-01'],
    ['bac-a', 'member_association', '2002-01-01'],
  ] as const) {
    await f.organisation(code, kind, from);
    await f.affiliate(code, code.slice(0, 3), from);
  }
  await f.fact('nam-a', 'headcount_members', 300_000, '2015-01-01');
  await f.fact('nam-b', 'headcount_members', 4_000, '2019-03-01');
  await f.fact('bac-a', 'headcount_members', 90_000, '2015-01-01');
  await f.fact('nam-a', 'headcount_intellectuals', 25_000, '2015-01-01');
  await f.fact('nam', 'staff', 10, '2015-01-01');
  await f.fact('bac', 'staff', 10, '2015-01-01');
  await f.fact('nam', 'office', 1, '2015-01-01');
  await f.fact('nam', 'car', 1, '2015-01-01');
  for (const [kind, data, role] of [
    ['publication', { form: 'bulletin' }],
    ['publication', { form: 'e_forum' }],
    ['contest', { contest: 'stkt' }],
    ['contest', { contest: 'ttnnd' }],
    ['contest', { contest: 'ttnnd' }, 'participant'],
    ['seminar', {}],
    ['council_participation', { council: 'science', level: 'province' }],
    ['council_participation', { council: 'science', level: 'grassroots' }],
    ['science_award', { standing_body: true }],
    ['honour_round', {}],
    ['honour_nomination', {}],
    ['advisory', {}],
    ['consultation', {}],
    ['social_work', {}],
    ['representation', {}],
  ] as const) {
    await f.activity('nam', kind, '2014-06-01', { data, ...(role ? { role } : {}) });
    await f.activity('nam', kind, '2019-06-01', { data, ...(role ? { role } : {}) });
  }
  await f.activity('bac', 'publication', '2012-01-01', { data: { form: 'journal' } });
  await f.activity('cu', 'publication', '2012-01-01', { data: { form: 'journal' } });
  for (const [title, level, person] of [
    ['commendation', 'province', false],
    ['emulation_flag', 'national_union', false],
    ['commendation', 'prime_minister', true],
    ['labour_order', 'state', false],
  ] as const) {
    await f.distinction('nam', title, level, '2017-05-05', person);
  }
});
after(() => database.close());

// The records of these tests are not written through the one door, so nothing may be kept: as inside any
// transaction.
const table = (org = 'nam', day = on, structure: Structure = 'then', cx = f.cx) =>
  inTransaction(f.db, (db) => benchmarkTable({ ...cx, db }, { org, on: day, structure }));
const rowOf = async (code: string, org?: string, day?: string, structure?: Structure) => {
  const row = (await table(org, day, structure)).rows.find((one) => one.code === code);
  assert.ok(row, code);
  return row;
};
const records = (indicator: string, org = 'nam', cx = f.cx, structure: Structure = 'then') =>
  benchmarkRecords(cx, { org, indicator, on, structure }, 1, 200);

describe('the table', () => {
  test('has the rows of the sample, with own value, national figure and rank', async () => {
    const { rows, peers, org } = presentBenchmark(await table());
    assert.deepEqual([org, peers, rows.length], ['nam', 3, 27]);
    const shown = rows.map((row) => [row.code, row.national, row.own, row.rank]);
    assert.deepEqual(shown.slice(0, 8), [
      ['I.1', (18 + 9 + 9) / 3, 9, 2],
      ['I.2', 1, 2, 1],
      ['I.3', (30.4 + 9) / 2, 30.4, 1],
      ['I.3a', 2.5, 2.5, 1],
      ['I.4', 10, 10, 1],
      ['I.5', 1, true, null],
      ['I.5a', 1, true, null],
      ['II.1.1', 1, true, null],
    ]);
    const by = new Map(rows.map((row) => [row.code, row]));
    assert.deepEqual([by.get('II.1.3')?.own, by.get('II.1.3')?.national], [false, 1]);
    assert.deepEqual([by.get('II.5.2')?.own, by.get('II.5.2')?.national], [true, null]);
    assert.deepEqual([by.get('III.4.1')?.own, by.get('III.4.2')?.own], [true, false]);
  });

  test('ties share a rank, the next one is left out, what is unknown has none', async () => {
    const ranks = async (code: string) =>
      (await benchmarkPeers(f.cx, { indicator: code, on, structure: 'then' })).items.map((peer) => [
        peer.organisation.code,
        peer.value,
        peer.rank,
      ]);
    assert.deepEqual(await ranks('I.1'), [
      ['bac', 18, 1],
      ['nam', 9, 2],
      ['tay', 9, 2],
    ]);
    assert.deepEqual(await ranks('I.4'), [
      ['bac', 10, 1],
      ['nam', 10, 1],
      ['tay', null, null],
    ]);
    assert.equal((await rowOf('I.4', 'tay')).rank, null);
    assert.equal((await rowOf('I.1', 'tay')).rank, 2);
  });

  test('is of the unions of the day, or of today', async () => {
    const then = await table('nam', '2018-12-31', 'then');
    const today = await table('nam', '2018-12-31', 'today');
    assert.deepEqual(
      then.unions.map((one) => one.code),
      ['bac', 'cu', 'nam', 'tay'],
    );
    assert.deepEqual(
      today.unions.map((one) => one.code),
      ['bac', 'nam', 'tay'],
    );
    assert.equal(then.rows.find((row) => row.code === 'II.1.3')?.national, 2);
    assert.equal(today.rows.find((row) => row.code === 'II.1.3')?.national, 1);
  });

  test('a union that is not compared has values without a rank', async () => {
    const row = await rowOf('I.1', 'cu', on);
    assert.deepEqual([row.own, row.rank], [14, null]);
  });

  test('the remark of the day stands beside the own figure', async () => {
    const clerk = f.someone('clerk', 'nam');
    const note = (words: string, from: string | null) =>
      execute(clerk, setNote, { org: 'nam', indicator: 'I.2', words, from });
    assert.ok((await note('Lúc mới thành lập có 1', null)).ok);
    assert.ok((await note('Thêm một', '2019-03-01')).ok);
    assert.equal((await rowOf('I.2')).note, 'Thêm một');
    assert.equal((await rowOf('I.2', 'nam', '2019-02-28')).note, 'Lúc mới thành lập có 1');
    assert.equal((await rowOf('I.2', 'bac')).note, null);
    assert.ok((await note('', '2019-03-01')).ok);
    assert.equal((await rowOf('I.2')).note, null);
  });
});

describe('every figure opens', () => {
  test('to exactly the records that made it, in every row', async () => {
    for (const row of (await table()).rows) {
      const { items, total } = await records(row.code);
      assert.equal(items.length, total, row.code);
      const sum = items.reduce((all, one) => all + one.amount, 0);
      const own = typeof row.own === 'boolean' ? total > 0 : sum;
      assert.equal(own, row.own, row.code);
      assert.equal(new Set(items.map((one) => one.pid)).size, total, row.code);
      assert.ok(
        items.every((one) => one.href.startsWith('/api/v1/')),
        row.code,
      );
      assert.ok(
        items.every((one) => one.title !== ''),
        row.code,
      );
      assert.equal(
        row.records,
        `/api/v1/benchmark/records?org=nam&indicator=${row.code}&on=${on}&structure=then`,
      );
    }
  });

  test('only what was hosted, at the right level, is among them', async () => {
    assert.equal((await records('II.2.2')).total, 2);
    assert.equal((await records('II.3.2')).total, 2);
    assert.deepEqual((await records('II.1.3')).items, []);
  });

  test('page by page, the total known on each', async () => {
    const ask = (page: number) =>
      benchmarkRecords(f.cx, { org: 'nam', indicator: 'II.3.1', on, structure: 'then' }, page, 1);
    const [one, two, three] = [await ask(1), await ask(2), await ask(3)];
    assert.deepEqual([one.items[0]?.day, two.items[0]?.day], ['2014-06-01', '2019-06-01']);
    assert.deepEqual([one.total, two.total, three.total, three.items.length], [2, 2, 2, 0]);
  });

  test('a record that is deleted is gone from the next answer', async () => {
    const [record] = (await records('III.3')).items;
    assert.ok(record);
    assert.equal((await rowOf('III.3')).own, true);
    const remove = (deleted: string | null) =>
      sql`update activity set deleted_at = ${deleted} where kind = 'representation'`.execute(f.db);
    await remove('2020-01-01T00:00:00Z');
    const row = await rowOf('III.3');
    assert.deepEqual([row.own, row.national, (await records('III.3')).total], [false, 0, 0]);
    await remove(null);
    assert.equal((await rowOf('III.3')).own, true);
  });
});

describe('who sees what', () => {
  test("a peer's values are seen, its records are not there", async () => {
    const clerk = f.someone('clerk', 'bac');
    assert.equal((await table('nam', on, 'then', clerk)).opens, false);
    assert.equal((await table('bac', on, 'then', clerk)).opens, true);
    for (const row of (await table()).rows) {
      await assert.rejects(records(row.code, 'nam', clerk), NotFound, row.code);
      await records(row.code, 'bac', clerk);
    }
  });

  test('one who is above opens all, one who works below sees the table', async () => {
    const national = f.someone('national', 'toanquoc');
    assert.equal((await records('II.7', 'nam', national)).total, 2);
    const officer = f.someone('officer', 'nam-a');
    assert.equal((await table('nam', on, 'then', officer)).peers, 3);
    await assert.rejects(records('II.7', 'nam', officer), NotFound);
  });

  test('one who works in no office finds nothing', async () => {
    const reader = f.someone('reader', 'nam');
    const anonymous = { ...f.cx, actor: { kind: 'anonymous' } as const };
    for (const cx of [reader, anonymous]) {
      await assert.rejects(table('nam', on, 'then', cx), NotFound);
      await assert.rejects(
        benchmarkPeers(cx, { indicator: 'I.2', on, structure: 'then' }),
        NotFound,
      );
      await assert.rejects(records('I.2', 'nam', cx), NotFound);
    }
  });

  test("another union's association is not there, one's own is", async () => {
    const clerk = f.someone('clerk', 'nam');
    await assert.rejects(table('bac-a', on, 'then', clerk), NotFound);
    assert.equal((await table('nam-a', on, 'then', clerk)).org.code, 'nam-a');
    await assert.rejects(table('khong-co', on, 'then', clerk), NotFound);
  });
});

describe('the number of statements', () => {
  test('is the same for one union and for many, for few records and for many', async () => {
    const clerk = f.someone('clerk', 'nam');
    const ask = (day: string) =>
      countQueries(() => benchmarkTable(clerk, { org: 'nam', on: day, structure: 'then' }));
    const few = await ask('2019-12-30');
    for (let n = 0; n < 5; n += 1) {
      await f.union(`them-${n}`, '2012-01-01');
      for (let k = 0; k < 10; k += 1) await f.activity(`them-${n}`, 'talk', '2019-03-03');
    }
    const many = await ask(on);
    assert.equal(many.result.peers, few.result.peers + 5);
    assert.equal(many.count, few.count);
    assert.ok(few.count <= 7, few.queries.join('\n'));
  });
});
