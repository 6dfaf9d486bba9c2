import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../platform/database/index.ts';
import { countQueries } from '../../../platform/database/pool.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { allSources } from '../indicators.ts';
import type { FigureValue } from '../rules/index.ts';
import { type Federation, federation } from '../testing.ts';
import {
  definitionsOn,
  figurePids,
  figureRecords,
  figuresOf,
  unionFigures,
  yearFlow,
} from './index.ts';

let database: Database;
let f: Federation;
const ids = new Map<string, string>();

before(async () => {
  database = await testDatabase();
  f = await federation(database.db);
  ids.set('bac', await f.union('bac', '2001-03-05'));
  ids.set('nam', await f.union('nam', '2010-04-21'));
  ids.set('tay', await f.union('tay', '2019-12-31'));
  ids.set('cu', await f.union('cu', '2005-01-01', '2019-07-01'));
});
after(() => database.close());

/** The figures of all compared unions, and our own when it is not one of them. */
async function figures(code: string, on: string, structureDay = on, own: string | null = null) {
  const definitions = await definitionsOn(f.db, on);
  const definition = definitions.get(code);
  assert.ok(definition);
  const unions = await unionFigures(f.db, allSources, {
    wanted: [definition],
    definitions,
    on,
    structureDay,
    own: own === null ? null : (ids.get(own) ?? null),
  });
  return Object.fromEntries(unions.map((one) => [one.code, one.values.get(code) ?? null]));
}

async function question(code: string, union: string, on: string, structureDay = on) {
  const definitions = await definitionsOn(f.db, on);
  const definition = definitions.get(code);
  const own = ids.get(union);
  assert.ok(definition && own);
  return { definition, definitions, on, structureDay, own };
}

/** The figure as its records add it up. */
async function fromRecords(code: string, union: string, on: string, structureDay = on) {
  const asked = await question(code, union, on, structureDay);
  const { items, total } = await figureRecords(f.db, allSources, asked, 1, 10_000);
  assert.equal(items.length, total);
  return items;
}

const sum = (items: readonly { amount: number }[]) =>
  items.reduce((all, one) => all + one.amount, 0);

describe('who is compared', () => {
  test('unions that stand under the national union on the day', async () => {
    await f.indicator('PEER', { source: 'foundings', measure: 'years' });
    assert.deepEqual(Object.keys(await figures('PEER', '2018-06-30')), ['bac', 'cu', 'nam']);
    assert.deepEqual(Object.keys(await figures('PEER', '2019-06-30')), ['bac', 'cu', 'nam']);
    assert.deepEqual(Object.keys(await figures('PEER', '2019-07-01')), ['bac', 'nam']);
    assert.deepEqual(Object.keys(await figures('PEER', '2019-12-31')), ['bac', 'nam', 'tay']);
  });

  test('the structure of another day gives its peers, the day of the figures their values', async () => {
    const then = await figures('PEER', '2018-06-30', '2018-06-30');
    const today = await figures('PEER', '2018-06-30', '2020-06-30');
    assert.deepEqual(then, { bac: 17, cu: 13, nam: 8 });
    assert.deepEqual(today, { bac: 17, nam: 8, tay: null });
  });

  test('a union that is not compared is computed beside the others', async () => {
    assert.deepEqual(await figures('PEER', '2019-12-31', '2019-12-31', 'cu'), {
      bac: 18,
      cu: 14,
      nam: 9,
      tay: 0,
    });
  });
});

describe('measures', () => {
  test('count: the first and the last day of the window are in it, nothing counts 0', async () => {
    await f.indicator('COUNT', {
      source: 'activities',
      filter: { kind: ['talk'] },
      measure: 'count',
      window: 'year',
    });
    for (const day of ['2018-12-31', '2019-01-01', '2019-12-31', '2020-01-01']) {
      await f.activity('nam', 'talk', day);
    }
    assert.deepEqual(await figures('COUNT', '2019-12-31'), { bac: 0, nam: 2, tay: 0 });
    assert.equal((await figures('COUNT', '2019-12-30')).nam, 1);
    assert.equal((await figures('COUNT', '2018-12-31')).nam, 1);
    assert.equal((await figures('COUNT', '2020-06-30')).nam, 1);
    assert.equal(sum(await fromRecords('COUNT', 'nam', '2019-12-31')), 2);
  });

  test('sum: of a number that records carry; unknown where there is none, and where it is no number', async () => {
    await f.indicator('SUM', {
      source: 'activities',
      filter: { kind: ['training'] },
      measure: 'sum',
      argument: 'data.trainees',
      window: 'year',
    });
    await f.activity('nam', 'training', '2019-05-01', { data: { trainees: 40 } });
    await f.activity('nam', 'training', '2019-05-02', { data: { trainees: 2.5 } });
    await f.activity('nam', 'training', '2019-05-03', { data: {} });
    await f.activity('bac', 'training', '2019-05-03', { data: { trainees: 0 } });
    await f.activity('tay', 'training', '2019-05-03', { data: { trainees: 'nhiều' } });
    assert.deepEqual(await figures('SUM', '2019-12-31'), { bac: 0, nam: 42.5, tay: null });
    const items = await fromRecords('SUM', 'nam', '2019-12-31');
    assert.deepEqual([items.length, sum(items)], [2, 42.5]);
  });

  test('distinct: each value once; its first record adds 1, the others 0', async () => {
    await f.indicator('DISTINCT', {
      source: 'activities',
      filter: { kind: ['media'] },
      measure: 'distinct',
      argument: 'data.outlet',
      window: 'to_date',
    });
    for (const [day, outlet] of [
      ['2019-01-01', 'A'],
      ['2019-02-01', 'A'],
      ['2019-03-01', 'B'],
      ['2020-01-01', 'C'],
    ] as const) {
      await f.activity('nam', 'media', day, { data: { outlet } });
    }
    await f.activity('nam', 'media', '2019-03-01');
    assert.deepEqual(await figures('DISTINCT', '2019-12-31'), { bac: 0, nam: 2, tay: 0 });
    const items = await fromRecords('DISTINCT', 'nam', '2019-12-31');
    assert.deepEqual(
      items.map((one) => one.amount),
      [1, 0, 1],
    );
  });

  test('yes or no: from the day of the first record, by a role and a yes of its own', async () => {
    await f.indicator('YES', {
      source: 'activities',
      filter: { kind: ['science_award'], 'data.standing_body': ['true'], role: ['host'] },
      measure: 'yes_no',
      national: 'count',
    });
    await f.activity('nam', 'science_award', '2019-10-10', { data: { standing_body: true } });
    await f.activity('bac', 'science_award', '2019-10-10', { data: { standing_body: false } });
    await f.activity('tay', 'science_award', '2019-10-10', {
      data: { standing_body: true },
      role: 'participant',
    });
    assert.deepEqual(await figures('YES', '2019-12-31'), { bac: false, nam: true, tay: false });
    assert.equal((await figures('YES', '2019-10-09')).nam, false);
    assert.equal((await figures('YES', '2019-10-10')).nam, true);
    assert.equal((await fromRecords('YES', 'bac', '2019-12-31')).length, 0);
    assert.equal((await fromRecords('YES', 'nam', '2019-12-31')).length, 1);
  });

  test('yes or no of a declared fact: a no is not a yes', async () => {
    await f.indicator('CAR', {
      source: 'facts',
      filter: { kind: ['car'] },
      argument: 'amount',
      measure: 'yes_no',
      window: 'on_day',
    });
    await f.fact('nam', 'car', 1, '2015-01-01', '2019-12-31');
    await f.fact('bac', 'car', 0, '2015-01-01');
    assert.deepEqual(await figures('CAR', '2019-12-30'), { bac: false, nam: true });
    assert.deepEqual(await figures('CAR', '2019-12-31'), { bac: false, nam: false, tay: false });
  });

  test('stock without an argument counts what holds on the day, nothing is 0', async () => {
    await f.indicator('STOCK', {
      source: 'members',
      filter: { child_kind: ['member_association'], affiliation_kind: ['territorial'] },
      measure: 'stock',
      window: 'on_day',
    });
    await f.organisation('nam-a', 'member_association', '2011-01-01');
    await f.organisation('nam-b', 'member_association', '2011-01-01');
    await f.organisation('nam-c', 'branch', '2011-01-01');
    await f.affiliate('nam-a', 'nam', '2011-01-01', '2019-06-01');
    await f.affiliate('nam-b', 'nam', '2019-06-01');
    await f.affiliate('nam-c', 'nam', '2011-01-01');
    assert.equal((await figures('STOCK', '2019-05-31')).nam, 1);
    assert.equal((await figures('STOCK', '2019-06-01')).nam, 1);
    assert.equal((await figures('STOCK', '2010-12-31')).nam, 0);
    assert.equal((await figures('STOCK', '2019-06-01')).bac, 0);
    const items = await fromRecords('STOCK', 'nam', '2019-05-31');
    assert.deepEqual(
      items.map((one) => [one.type, one.until, one.amount]),
      [['affiliation', '2019-05-31', 1]],
    );
  });

  test('stock below: what the organisations under the union declared, divided, unknown without', async () => {
    await f.indicator('HEADS', {
      source: 'facts',
      filter: { kind: ['headcount_members'] },
      argument: 'amount',
      measure: 'stock',
      scope: 'below',
      divisor: 10000,
      window: 'on_day',
    });
    await f.fact('nam-a', 'headcount_members', 25_000, '2015-01-01');
    await f.fact('nam-b', 'headcount_members', 4_321, '2019-06-01');
    await f.fact('bac', 'headcount_members', 0, '2015-01-01');
    assert.deepEqual(await figures('HEADS', '2019-12-31'), { bac: 0, nam: 0.4321, tay: null });
    assert.equal((await figures('HEADS', '2019-05-31')).nam, 2.5);
    // Under today's structure the association that left is not below any more.
    assert.equal((await figures('HEADS', '2019-05-31', '2020-06-30')).nam, null);
    assert.equal(sum(await fromRecords('HEADS', 'nam', '2019-12-31')), 0.4321);
  });

  test('an organisation that is reached by two ways counts once', async () => {
    await f.organisation('nam-d', 'branch', '2011-01-01');
    await f.affiliate('nam-d', 'nam-b', '2019-06-01', undefined, 'branch');
    await f.affiliate('nam-d', 'nam', '2019-06-01', undefined, 'unit');
    await f.fact('nam-d', 'headcount_members', 679, '2019-06-01');
    assert.equal((await figures('HEADS', '2019-12-31')).nam, 0.5);
    assert.equal(sum(await fromRecords('HEADS', 'nam', '2019-12-31')), 0.5);
  });

  test('years: the year of the day minus the year of founding', async () => {
    assert.equal((await figures('PEER', '2010-04-21')).nam, 0);
    assert.equal((await figures('PEER', '2019-01-01')).nam, 9);
    assert.equal((await figures('PEER', '2019-12-31')).nam, 9);
    const items = await fromRecords('PEER', 'nam', '2019-12-31');
    assert.deepEqual(
      items.map((one) => [one.type, one.day, one.amount]),
      [['organisation', '2010-04-21', 9]],
    );
  });

  test('ratio: of two figures; unknown where one is, or the lower one is 0', async () => {
    await f.indicator('RATIO', { measure: 'ratio', numerator: 'SUM', denominator: 'COUNT' });
    assert.deepEqual(await figures('RATIO', '2019-12-31'), { bac: null, nam: 21.25, tay: null });
    const items = await fromRecords('RATIO', 'nam', '2019-12-31');
    const side = (part: string) => sum(items.filter((one) => one.part === part));
    assert.equal(side('numerator') / side('denominator'), 21.25);
  });

  test('entered: the value that holds on the day; a removed one is unknown again', async () => {
    await f.indicator('HAND', { measure: 'entered' });
    const { declareValue, removeValue } = await import('../service/index.ts');
    const { execute } = await import('../../../platform/command.ts');
    const cx = f.someone('clerk', 'nam');
    const declare = (value: number, from: string) =>
      execute(cx, declareValue, { org: 'nam', indicator: 'HAND', value, from });
    assert.equal((await declare(7, '2018-01-01')).ok, true);
    assert.equal((await declare(8.5, '2019-01-01')).ok, true);
    assert.equal((await figures('HAND', '2018-12-31')).nam, 7);
    assert.deepEqual(await figures('HAND', '2019-01-01'), { bac: null, cu: null, nam: 8.5 });
    assert.equal((await figures('HAND', '2017-12-31')).nam, null);
    const [record] = await fromRecords('HAND', 'nam', '2019-12-31');
    assert.ok(record);
    assert.deepEqual([record.type, record.amount], ['indicator_entry', 8.5]);
    assert.equal(record.href, `/api/v1/indicator-entries/${record.pid}`);
    assert.equal((await execute(cx, removeValue, { pid: record.pid })).ok, true);
    assert.equal((await figures('HAND', '2019-12-31')).nam, null);
    assert.equal((await fromRecords('HAND', 'nam', '2019-12-31')).length, 0);
  });
});

describe('distinctions', () => {
  test('are told apart by title, level and who received them', async () => {
    const about = (recipient: string) => ({
      source: 'distinctions',
      filter: { title: ['commendation'], level: ['prime_minister'], recipient: [recipient] },
      measure: 'yes_no',
    });
    await f.indicator('PERSON', about('person'));
    await f.indicator('WHOLE', about('organisation'));
    await f.distinction('nam', 'commendation', 'prime_minister', '2017-05-05', true);
    await f.distinction('bac', 'commendation', 'prime_minister', '2017-05-05');
    await f.distinction('bac', 'commendation', 'province', '2016-05-05', true);
    assert.deepEqual(await figures('PERSON', '2019-06-30'), { bac: false, cu: false, nam: true });
    assert.deepEqual(await figures('WHOLE', '2019-06-30'), { bac: true, cu: false, nam: false });
    assert.equal((await figures('PERSON', '2017-05-04')).nam, false);
  });
});

describe('how a year moved a figure', () => {
  test('start, in, out and end agree', async () => {
    await f.indicator('ALL', {
      source: 'activities',
      filter: { kind: ['talk'] },
      measure: 'count',
    });
    const flow = await yearFlow(f.db, allSources, await question('STOCK', 'nam', '2019-12-31'));
    assert.deepEqual(flow, { since: '2018-12-31', start: 1, added: 1, removed: 1, end: 1 });
    const flowOf = async (code: string) =>
      yearFlow(f.db, allSources, await question(code, 'nam', '2019-12-31'));
    // Declared anew each year, or counted within a year only: nothing comes and goes.
    assert.equal(await flowOf('HEADS'), null);
    assert.equal(await flowOf('COUNT'), null);
    assert.deepEqual(await flowOf('ALL'), {
      since: '2018-12-31',
      start: 1,
      added: 2,
      removed: 0,
      end: 3,
    });
  });
});

describe('the statement', () => {
  test('is one, whatever the number of indicators, unions and records', async () => {
    const definitions = await definitionsOn(f.db, '2019-12-31');
    const ask = (wanted: typeof definitions) =>
      countQueries(() =>
        unionFigures(f.db, allSources, {
          wanted: [...wanted.values()],
          definitions,
          on: '2019-12-31',
          structureDay: '2019-12-31',
          own: null,
        }),
      );
    const few = await ask(new Map([...definitions].slice(0, 2)));
    await f.union('them', '2012-01-01');
    await f.activity('them', 'talk', '2019-03-03');
    const many = await ask(definitions);
    assert.equal(few.count, 1);
    assert.equal(many.count, 1);
    assert.equal(many.result.length, few.result.length + 1);
    assert.ok(definitions.size > 30);
  });

  test('refuses a field that the source has not, whatever is written in it', async () => {
    for (const key of ['nothing', 'data.x"; drop table activity', 'kind"']) {
      await f.indicator('BAD', {
        source: 'activities',
        filter: { [key]: ['1'] },
        measure: 'count',
      });
      await assert.rejects(figures('BAD', '2019-12-31'), RangeError);
    }
    await f.indicator('BAD', { source: 'nowhere', measure: 'count' });
    await assert.rejects(figures('BAD', '2019-12-31'), RangeError);
  });

  test('gives every sample indicator a value', async () => {
    const definitions = await definitionsOn(f.db, '2019-12-31');
    const wanted = [...definitions.values()].filter((one) => one.sample);
    // The benchmark table and the two report templates.
    assert.equal(wanted.length, 27 + 102);
    const unions = await unionFigures(f.db, allSources, {
      wanted,
      definitions,
      on: '2019-12-31',
      structureDay: '2019-12-31',
      own: null,
    });
    const nam = unions.find((one) => one.code === 'nam');
    const value = (code: string): FigureValue | undefined => nam?.values.get(code);
    assert.deepEqual(
      [value('I.1'), value('I.2'), value('I.4'), value('II.4.2'), value('III.4.1')],
      [9, 1, null, true, true],
    );
  });
});

describe('any organisations', () => {
  test('get the figures that peers get, and associations get theirs, in one statement', async () => {
    const on = '2019-12-31';
    const definitions = await definitionsOn(f.db, on);
    const wanted = [...definitions.values()].filter((one) => one.sample);
    const question = { wanted, definitions, on };
    const peers = await unionFigures(f.db, allSources, {
      ...question,
      structureDay: on,
      own: null,
    });
    const all = await figuresOf(
      f.db,
      allSources,
      question,
      peers.map((one) => one.id),
    );
    for (const { id, code, values } of peers) assert.deepEqual(all.get(id), values, code);
    const one = await countQueries(() =>
      figuresOf(f.db, allSources, question, [ids.get('nam') ?? '', ids.get('nam') ?? '']),
    );
    assert.equal(one.count, 1);
    assert.deepEqual([...one.result.keys()], [ids.get('nam')]);
    assert.deepEqual(one.result.get(ids.get('nam') ?? ''), all.get(ids.get('nam') ?? ''));
    const below = await f.organisation('hoi-le', 'member_association', '2019-01-01');
    await f.activity('hoi-le', 'social_work', '2019-05-05');
    const own = await figuresOf(f.db, allSources, question, [below]);
    assert.equal(own.get(below)?.get('II.7'), true);
    assert.equal((await figuresOf(f.db, allSources, question, [])).size, 0);
  });

  test('the records behind many figures are those behind each, cut where asked', async () => {
    const on = '2019-12-31';
    const definitions = await definitionsOn(f.db, on);
    const wanted = [...definitions.values()].filter((one) => one.measure !== 'entered');
    const rest = { definitions, on, structureDay: on, own: ids.get('nam') ?? '' };
    const counted = wanted.filter((one) => one.source === null || allSources.has(one.source));
    const sound = counted.filter((one) => !['BAD'].includes(one.code));
    const many = await figurePids(f.db, allSources, { ...rest, wanted: sound }, 3);
    for (const definition of sound) {
      const { items, total } = await figureRecords(
        f.db,
        allSources,
        { ...rest, definition },
        1,
        10_000,
      );
      const found = many.get(definition.code);
      assert.equal(found?.count ?? 0, total, definition.code);
      const known = new Set(items.map((item) => item.pid));
      assert.ok(found?.pids.every((pid) => known.has(pid)) ?? true, definition.code);
      assert.equal(found?.pids.length ?? 0, Math.min(3, known.size), definition.code);
    }
    assert.ok([...many.values()].some((one) => one.count > 3));
  });
});
