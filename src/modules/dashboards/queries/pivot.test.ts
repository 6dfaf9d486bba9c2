import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chooserFromSeed } from '../../../kernel/random.ts';
import { execute, type Outcome } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { countQueries } from '../../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../../platform/database/testing.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordActivity } from '../../activities/index.ts';
import { recordDistinction } from '../../distinctions/index.ts';
import { type Federation, federation } from '../../indicators/testing.ts';
import { setFact } from '../../organisations/index.ts';
import { benchmarkRecords, benchmarkTable } from '../../reporting/index.ts';
import { mostFigures, mostOrganisations, plainQuestion } from '../rules/index.ts';
import { type Pivot, pivotOf } from './index.ts';

let database: Database;
let f: Federation;
const ids = new Map<string, string>();

before(async () => {
  database = await testDatabase();
  f = await federation(database.db);
  const keep = async (code: string, made: Promise<string>) => ids.set(code, await made);
  await keep('bac', f.union('bac', '2001-03-05'));
  await keep('nam', f.union('nam', '2010-04-21'));
  await keep('cu', f.union('cu', '2005-01-01', '2019-07-01'));
  for (const [code, from] of [
    ['nam-a', '2010-04-21'],
    ['nam-b', '2019-03-01'],
    ['bac-a', '2002-01-01'],
  ] as const) {
    await keep(code, f.organisation(code, 'member_association', from));
    await f.affiliate(code, code.slice(0, 3), from);
  }
  await f.fact('nam-a', 'headcount_members', 300_000, '2015-01-01');
  await f.fact('nam-b', 'headcount_members', 4_000, '2019-03-01');
  await f.fact('bac-a', 'headcount_members', 90_000, '2015-01-01');
  await f.fact('nam', 'staff', 10, '2015-01-01');
  await f.activity('nam', 'publication', '2014-06-01', { data: { form: 'bulletin' } });
  await f.activity('nam', 'social_work', '2018-06-01');
});
after(() => database.close());

type Asked = Partial<typeof plainQuestion>;
const at = (code: string) => ({ organisationId: ids.get(code) ?? '' });
const ask = (asked: Asked, place = 'nam', cx = f.cx): Promise<Pivot> =>
  pivotOf(cx, { ...plainQuestion, until: '2019', ...asked }, at(place));
const codes = (pivot: Pivot) => pivot.organisations.map(({ code }) => code);
const value = (pivot: Pivot, organisation: string, indicator: string, period: string) =>
  pivot.valueAt({ organisation, indicator, period });

const done = async (outcome: Promise<Outcome<unknown>>) => {
  const answer = await outcome;
  assert.ok(answer.ok, JSON.stringify(answer));
};
/** Records social work, as people do. */
const write = (organisation: string, day: string) =>
  done(recordActivity(f.cx, { organisation, kind: 'social_work', title: 'Việc', starts_on: day }));

describe('figures', () => {
  test('are those of the benchmark table, union by union and year by year', async () => {
    for (const structure of ['then', 'today'] as const) {
      const pivot = await ask({ group: 'peers', structure });
      for (const { period, on } of pivot.periods) {
        for (const union of structure === 'then' && on < '2019-07-01'
          ? ['bac', 'nam', 'cu']
          : ['bac', 'nam']) {
          const table = await benchmarkTable(f.cx, { org: union, on, structure });
          assert.equal(table.rows.length, pivot.indicators.length);
          for (const row of table.rows) {
            const said = `${union} ${row.code} ${period.code} ${structure}`;
            assert.equal(value(pivot, union, row.code, period.code), row.own, said);
          }
        }
      }
    }
  });

  test('stand under the headings of the table, in its order', async () => {
    const { indicators } = await ask({});
    assert.equal(indicators[0]?.definition.code, 'I.1');
    assert.ok(indicators.every(({ group }) => /^(I|II|III)\. /.test(group ?? '')));
    const some = await ask({ indicators: ['II.7', 'I.2', 'khong'] });
    assert.deepEqual(
      some.indicators.map((one) => one.definition.code),
      ['I.2', 'II.7'],
    );
    assert.deepEqual(some.missing, ['khong']);
  });

  test('are of the organisations of then, or of today', async () => {
    const then = await ask({ group: 'peers', count: 2 });
    assert.deepEqual(codes(then), ['bac', 'cu', 'nam']);
    assert.equal(value(then, 'cu', 'I.2', '2018'), 0);
    assert.equal(value(then, 'cu', 'I.2', '2019'), null, 'it was no more');
    assert.deepEqual(codes(await ask({ group: 'peers', count: 2, structure: 'today' })), [
      'bac',
      'nam',
    ]);
    const below = await ask({ group: 'below', indicators: ['I.3'], count: 2 });
    assert.deepEqual(codes(below), ['nam-a', 'nam-b']);
    assert.equal(value(below, 'nam-b', 'I.3', '2018'), null);
    assert.equal(value(below, 'nam-b', 'I.3', '2019'), 0.4);
  });

  test('each opens exactly its records, those of associations too', async () => {
    const pivot = await ask({
      group: 'chosen',
      organisations: ['nam', 'nam-a', 'bac-a'],
      count: 2,
    });
    for (const organisation of codes(pivot)) {
      for (const { definition } of pivot.indicators) {
        for (const { period, on } of pivot.periods) {
          const indicator = definition.code;
          const figure = value(pivot, organisation, indicator, period.code);
          const question = { org: organisation, indicator, on, structure: 'then' } as const;
          const { items, total } = await benchmarkRecords(f.cx, question, 1, 200);
          const sum = items.reduce((all, one) => all + one.amount, 0);
          const told = `${organisation} ${indicator} ${period.code}`;
          if (typeof figure === 'boolean') assert.equal(total > 0, figure, told);
          else if (figure !== null) assert.equal(sum, figure, told);
        }
      }
    }
  });

  test('are added unless one organisation stands below another', async () => {
    const adds = async (organisations: string[], indicator: string) =>
      (await ask({ group: 'chosen', organisations })).adds(indicator, '2019');
    assert.equal(await adds(['nam-a', 'nam-b'], 'I.3'), true);
    assert.equal(await adds(['nam', 'nam-a'], 'I.3'), false);
    assert.equal(await adds(['nam', 'bac'], 'I.1'), false, 'years are not added');
  });

  test('more than can be answered is refused before anything is computed', async () => {
    const organisations = Array.from({ length: mostOrganisations + 1 }, (_, n) => `dai-${n}`);
    for (const code of organisations) await f.organisation(code, 'branch', '2000-01-01');
    const many = await ask({ group: 'chosen', organisations, count: 1 });
    assert.deepEqual(many.tooMany, { what: 'organisations', count: 301, most: 300 });
    assert.equal(value(many, 'dai-1', 'I.2', '2019'), null);
    const few = await ask({
      group: 'chosen',
      organisations: organisations.slice(0, 200),
      count: 24,
    });
    assert.deepEqual(few.tooMany, {
      what: 'figures',
      count: 200 * 24 * few.indicators.length,
      most: mostFigures,
    });
  });
});

describe('who sees what', () => {
  test('figures of peers are for all readers, those of others for those at or above them', async () => {
    const clerk = f.someone('clerk', 'bac');
    const chosen = await ask(
      { group: 'chosen', organisations: ['nam', 'nam-a', 'bac-a'] },
      'bac',
      clerk,
    );
    assert.deepEqual(codes(chosen), ['nam', 'bac-a'], 'in the order that they were named');
    assert.deepEqual(chosen.missing, ['nam-a'], 'as one that there is not');
    assert.deepEqual(
      chosen.organisations.map(({ opens }) => opens),
      [false, true],
    );
    const national = f.someone('national', 'toanquoc');
    assert.deepEqual(
      codes(await ask({ group: 'chosen', organisations: ['nam-a'] }, 'bac', national)),
      ['nam-a'],
    );
  });

  test('own figures and those below are for those who work there', async () => {
    const clerk = f.someone('clerk', 'bac');
    for (const group of ['own', 'below'] as const) {
      await assert.rejects(ask({ group }, 'nam', clerk), NotFound);
      await ask({ group }, 'bac', clerk);
    }
    const officer = f.someone('officer', 'nam-a');
    await assert.rejects(ask({ group: 'below' }, 'nam', officer), NotFound);
    assert.deepEqual(codes(await ask({ group: 'own' }, 'nam-a', officer)), ['nam-a']);
    assert.deepEqual(codes(await ask({ group: 'peers', count: 1 }, 'nam-a', officer)), [
      'bac',
      'nam',
    ]);
  });

  test('who works in no office finds nothing', async () => {
    const anonymous = { ...f.cx, actor: { kind: 'anonymous' } as const };
    for (const cx of [f.someone('reader', 'nam'), anonymous]) {
      for (const group of ['own', 'below', 'peers', 'chosen'] as const) {
        await assert.rejects(ask({ group, organisations: ['nam'] }, 'nam', cx), NotFound);
      }
    }
  });
});

describe('statements', () => {
  test('are two for a period, whatever the numbers of organisations and records', () =>
    withRollback(database, async (db) => {
      const cx = { ...f.cx, db };
      const counted = (asked: Asked) => countQueries(() => ask(asked, 'nam', cx));
      const few = await counted({ group: 'below', count: 2 });
      const more = await counted({ group: 'below', count: 5 });
      const many = await counted({ group: 'peers', count: 5 });
      assert.equal(many.count, more.count);
      assert.equal(more.count - few.count, 2 * 3);
      assert.ok(few.count <= 10, few.queries.join('\n'));
    }));
});

describe('kept figures', () => {
  test('are asked of the database once, until anything is written', async () => {
    await write('nam', '2019-02-01');
    const first = await countQueries(() => ask({ group: 'peers' }));
    const again = await countQueries(() => ask({ group: 'peers' }));
    assert.ok(again.count <= 5, again.queries.join('\n'));
    assert.ok(first.count > again.count);
    await write('bac', '2017-01-01');
    const after = await countQueries(() => ask({ group: 'peers' }));
    assert.equal(after.count, first.count);
    assert.equal(value(after.result, 'bac', 'II.7', '2017'), true);
    assert.equal(value(again.result, 'bac', 'II.7', '2017'), false);
  });

  test('equal the figures computed anew, on random data and questions', async () => {
    const random = chooserFromSeed('kept');
    const unions = ['bac', 'nam', 'nam-a', 'nam-b', 'bac-a'];
    const change = async () => {
      const organisation = random.pick(unions);
      const day = `${random.between(2014, 2019)}-0${random.between(1, 9)}-1${random.below(10)}`;
      if (random.chance(0.4)) {
        const kind = random.pick(['staff', 'headcount_members']);
        const amount = random.between(1, 5000);
        await done(execute(f.cx, setFact, { organisation, kind, from: day, amount }));
      } else if (random.chance(0.5)) {
        const given = { title: 'commendation', level: 'province', decided_on: day };
        const recipient = { recipient: 'organisation', recipient_organisation: organisation };
        await done(recordDistinction(f.cx, { organisation, ...given, ...recipient }));
      } else {
        await write(organisation, day);
      }
    };
    const question = (): Asked => ({
      group: random.pick(['peers', 'below', 'chosen', 'own'] as const),
      organisations: unions.filter(() => random.chance(0.6)),
      indicators: random.chance(0.5)
        ? []
        : ['I.2', 'I.3', 'II.7', 'III.4.1'].filter(() => random.chance(0.7)),
      kind: random.pick(['year', 'half_year', 'quarter'] as const),
      count: random.between(1, 4),
      structure: random.pick(['then', 'today'] as const),
    });
    const figures = (pivot: Pivot) =>
      pivot.organisations.flatMap((one) =>
        pivot.indicators.flatMap(({ definition }) =>
          pivot.periods.map(({ period }) => [
            one.code,
            definition.code,
            period.code,
            value(pivot, one.code, definition.code, period.code),
            pivot.adds(definition.code, period.code),
          ]),
        ),
      );
    const questions = Array.from({ length: 6 }, question);
    for (let turn = 0; turn < 40; turn += 1) {
      const asked = random.pick(questions);
      if (random.chance(0.5)) await change();
      await ask(asked);
      const kept = await ask(asked);
      // Inside a transaction nothing is kept.
      const anew = await withRollback(database, (db) => ask(asked, 'nam', { ...f.cx, db }));
      assert.deepEqual(figures(kept), figures(anew), JSON.stringify(asked));
    }
  });
});
