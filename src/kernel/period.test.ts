import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains } from './date-range.ts';
import { addDays, type Day } from './day.ts';
import {
  comparePeriods,
  formatPeriod,
  nextPeriod,
  PERIOD_KINDS,
  type Period,
  parsePeriod,
  periodEnd,
  periodOf,
  periodRange,
  previousPeriod,
  termPeriod,
} from './period.ts';
import { chooserFromSeed } from './random.ts';

const period = (code: string): Period => {
  const found = parsePeriod(code);
  assert.ok(found, code);
  return found;
};
const terms = [
  { startYear: 2020, endYear: 2025 },
  { startYear: 2015, endYear: 2020 },
];

test('codes give kinds and days, and come back', () => {
  const rows: [string, string, Day | null, Day][] = [
    ['2019', 'year', '2019-01-01', '2019-12-31'],
    ['2019-H1', 'half_year', '2019-01-01', '2019-06-30'],
    ['2019-H2', 'half_year', '2019-07-01', '2019-12-31'],
    ['2019-Q1', 'quarter', '2019-01-01', '2019-03-31'],
    ['2019-Q4', 'quarter', '2019-10-01', '2019-12-31'],
    ['2019-12', 'month', '2019-12-01', '2019-12-31'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29'],
    ['T2016-2020', 'term', '2016-01-01', '2020-12-31'],
    ['T2020-2020', 'term', '2020-01-01', '2020-12-31'],
    ['D2019-12-31', 'to_date', null, '2019-12-31'],
  ];
  for (const [code, kind, first, last] of rows) {
    const found = period(code);
    assert.equal(found.kind, kind);
    assert.equal(formatPeriod(found), code);
    assert.deepEqual(periodRange(found), { from: first, until: addDays(last, 1) });
    assert.equal(periodEnd(found), last);
  }
});

test('what is no code is null', () => {
  const wrong = ['', '19', '2019-13', '2019-00', '2019-1', '2019-Q0', '2019-Q5', '2019-H3', '0000'];
  const shapes = ['2019-h1', 'T2020-2016', 'T2016', '2019 ', '9999', 'D2019-02-31', 'D9999-12-31'];
  for (const code of [...wrong, ...shapes]) assert.equal(parsePeriod(code), null, code);
});

test('the period that holds a day, on its first and last day', () => {
  assert.equal(periodOf('month', '2019-12-31').code, '2019-12');
  assert.equal(periodOf('quarter', '2019-03-31').code, '2019-Q1');
  assert.equal(periodOf('quarter', '2019-04-01').code, '2019-Q2');
  assert.equal(periodOf('half_year', '2019-06-30').code, '2019-H1');
  assert.equal(periodOf('half_year', '2019-07-01').code, '2019-H2');
  assert.equal(periodOf('year', '2019-01-01').code, '2019');
  assert.equal(periodOf('to_date', '2019-12-31').code, 'D2019-12-31');
});

test('terms are data; in a year that two share the later one holds', () => {
  assert.equal(periodOf('term', '2019-12-31', terms)?.code, 'T2015-2020');
  assert.equal(periodOf('term', '2020-01-01', terms)?.code, 'T2020-2025');
  assert.equal(periodOf('term', '2026-01-01', terms), null);
  assert.equal(periodOf('term', '2019-01-01', []), null);
  assert.equal(nextPeriod(period('T2015-2020'), terms)?.code, 'T2020-2025');
  assert.equal(nextPeriod(period('T2020-2025'), terms), null);
  assert.equal(previousPeriod(period('T2020-2025'), terms)?.code, 'T2015-2020');
  assert.throws(() => termPeriod({ startYear: 2020, endYear: 2016 }), RangeError);
});

test('neighbours cross the year', () => {
  const rows = [
    ['2019-12', '2020-01'],
    ['2019-Q4', '2020-Q1'],
    ['2019-H2', '2020-H1'],
    ['2019', '2020'],
    ['D2018-12-31', 'D2019-12-31'],
  ] as const;
  for (const [before, after] of rows) {
    assert.equal(nextPeriod(period(before))?.code, after);
    assert.equal(previousPeriod(period(after))?.code, before);
  }
  assert.equal(nextPeriod(period('D2020-02-29'))?.code, 'D2021-02-28');
  assert.equal(nextPeriod(period('9998')), null);
  assert.equal(previousPeriod(period('0001-Q1')), null);
});

test('order: by the last day, the shorter first', () => {
  const codes = ['2019-11', '2019-12', '2019-Q4', '2019-H2', '2019', 'T2016-2019', 'D2019-12-31'];
  const sorted = [...codes, '2020-01'];
  const mixed = [...sorted].reverse().map(period);
  assert.deepEqual(
    mixed.sort(comparePeriods).map((one) => one.code),
    sorted,
  );
});

test('random days: each day lies in its period, and neighbours join without a gap', () => {
  const choose = chooserFromSeed('periods');
  for (let round = 0; round < 2000; round++) {
    const day = addDays('1990-01-01', choose.below(20_000));
    for (const kind of PERIOD_KINDS) {
      if (kind === 'term') continue;
      const found = periodOf(kind, day);
      assert.ok(contains(found.range, day));
      assert.deepEqual(parsePeriod(found.code), found);
      if (kind === 'to_date') continue;
      assert.equal(nextPeriod(found)!.range.from, found.range.until);
      assert.deepEqual(previousPeriod(nextPeriod(found)!), found);
      assert.ok(comparePeriods(found, nextPeriod(found)!) < 0);
    }
  }
});
