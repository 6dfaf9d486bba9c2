import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, type Day } from '../../../kernel/day.ts';
import { chooserFromSeed } from '../../../kernel/random.ts';
import type { Database } from '../../../platform/database/index.ts';
import { countQueries } from '../../../platform/database/pool.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { allSources, type Definition, definitionsOn, figuresOf } from '../../indicators/index.ts';
import { type Federation, federation } from '../../indicators/testing.ts';
import { isPackable, packedFigures } from './packed.ts';

const choose = chooserFromSeed('packed');
const kinds = ['publication', 'seminar', 'contest', 'social_work'];
const forms = ['bulletin', 'journal', 'e_forum'];
const roles = ['host', 'co_host'];
const codes = ['bac', 'nam', 'nam-a', 'nam-b', 'bac-a'];
const windows = ['to_date', 'month', 'quarter', 'half_year', 'year', 'on_day'] as const;

let database: Database;
let f: Federation;
let ids: string[];
let like: Definition;
const dayOf = (): Day => addDays('2016-01-01', choose.between(0, 1460));

before(async () => {
  database = await testDatabase();
  f = await federation(database.db);
  ids = [await f.union('bac', '2001-03-05'), await f.union('nam', '2010-04-21')];
  for (const code of codes.slice(2)) {
    ids.push(await f.organisation(code, 'member_association', '2012-01-01'));
    await f.affiliate(
      code,
      code.slice(0, 3),
      '2012-01-01',
      choose.chance(0.5) ? '2018-01-01' : undefined,
    );
  }
  for (let at = 0; at < 400; at += 1) {
    const form = choose.pick([...forms, 'khac']);
    const data = choose.chance(0.7) ? { form } : {};
    await f.activity(choose.pick(codes), choose.pick(kinds), dayOf(), {
      role: choose.pick(roles),
      data,
    });
  }
  like = (await definitionsOn(f.cx.db, '2019-12-31')).get('II.7')!;
});
after(() => database.close());

const some = (values: readonly string[]): string[] => values.filter(() => choose.chance(0.6));

/** Any definition that counts activities. */
function definition(code: string): Definition {
  const filter = {
    ...(choose.chance(0.7) ? { kind: some(kinds) } : {}),
    ...(choose.chance(0.4) ? { role: some(roles) } : {}),
    ...(choose.chance(0.5) ? { 'data.form': some(forms) } : {}),
  };
  return {
    ...like,
    code,
    filter,
    measure: choose.pick(['count', 'yes_no']),
    argument: null,
    divisor: choose.pick([1, 1, 4]),
    scope: choose.pick(['self', 'below']),
    window: choose.pick(windows),
  };
}

test('figures of packed records are those of the records, on random data and questions', async () => {
  let told = 0;
  for (let round = 0; round < 60; round += 1) {
    const wanted = Array.from({ length: choose.between(1, 6) }, (_, at) => definition(`T.${at}`));
    const questions = Array.from({ length: choose.between(1, 4) }, () => {
      const on = dayOf();
      // The meaning may be another one at another time.
      const mine = choose.chance(0.2) ? [definition('T.0'), ...wanted.slice(1)] : wanted;
      const structureDay = choose.chance(0.5) ? on : '2019-12-31';
      return { ids: ids.filter(() => choose.chance(0.8)), on, structureDay, wanted: mine };
    });
    const packed = await packedFigures(f.cx.db, allSources, questions);
    for (const [at, question] of questions.entries()) {
      const definitions = new Map(question.wanted.map((one) => [one.code, one]));
      const asked = { ...question, definitions };
      const plain = await figuresOf(f.cx.db, allSources, asked, question.ids);
      assert.deepEqual(packed[at], plain, JSON.stringify(question));
      for (const values of plain.values()) told += [...values.values()].filter(Boolean).length;
    }
  }
  assert.ok(told > 500, `${told} figures that are not nothing`);
});

test('one statement, whatever the number of days and definitions', async () => {
  const ask = (days: readonly Day[], wanted: readonly Definition[]) =>
    countQueries(() =>
      packedFigures(
        f.cx.db,
        allSources,
        days.map((on) => ({ ids, on, structureDay: on, wanted })),
      ),
    );
  const days: Day[] = ['2016-12-31', '2017-12-31', '2018-12-31', '2019-12-31'];
  assert.equal((await ask(days, [definition('T.0'), definition('T.1')])).count, 1);
  assert.equal((await ask(days.slice(1), [definition('T.0')])).count, 1);
  assert.equal((await ask(days, [])).count, 0);
});

test('only what counts records that happen on a day is packed', () => {
  assert.ok(isPackable(allSources, { ...like, measure: 'count', argument: null }));
  assert.ok(!isPackable(allSources, { ...like, measure: 'sum', argument: 'data.copies' }));
  assert.ok(!isPackable(allSources, { ...like, measure: 'yes_no', argument: 'data.copies' }));
  assert.ok(!isPackable(allSources, { ...like, measure: 'count', source: 'facts' }));
  assert.ok(!isPackable(allSources, { ...like, measure: 'count', source: null }));
});
