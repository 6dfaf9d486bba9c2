import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changesOf,
  checkMeaning,
  dayBeforeYear,
  type Meaning,
  nationalFigure,
  type Offer,
  planChange,
  rankAmong,
  windowOf,
  windowStart,
} from './index.ts';

test('a window begins with its period and ends with the day', () => {
  const day = '2019-08-15';
  const starts = (['to_date', 'month', 'quarter', 'half_year', 'year', 'on_day'] as const).map(
    (window) => windowStart(window, day),
  );
  assert.deepEqual(starts, [null, '2019-08-01', '2019-07-01', '2019-07-01', '2019-01-01', day]);
  assert.equal(windowStart('year', '2019-01-01'), '2019-01-01');
  assert.equal(windowStart('year', '2019-12-31'), '2019-01-01');
});

test('what stands on a day has no other window', () => {
  assert.equal(windowOf({ measure: 'stock', window: 'year' }), 'on_day');
  assert.equal(windowOf({ measure: 'entered', window: 'to_date' }), 'on_day');
  assert.equal(windowOf({ measure: 'count', window: 'year' }), 'year');
});

test('the day before a year', () => {
  assert.equal(dayBeforeYear('2020-01-01'), '2019-12-31');
  assert.equal(dayBeforeYear('2020-12-31'), '2019-12-31');
});

test('the mean leaves out what is unknown and keeps 0', () => {
  assert.equal(nationalFigure('mean', [10, null, 0]), 5);
  assert.equal(nationalFigure('mean', [null, null]), null);
  assert.equal(nationalFigure('mean', []), null);
  assert.equal(nationalFigure('mean', [1, 2, 2]), 5 / 3);
});

test('the count is of those that have it', () => {
  assert.equal(nationalFigure('count', [true, false, null, true]), 2);
  assert.equal(nationalFigure('count', [0, 3, null, 0.5]), 2);
  assert.equal(nationalFigure('count', []), 0);
  assert.equal(nationalFigure('none', [true]), null);
});

test('ties share the higher rank; yes, no and unknown have none', () => {
  const peers = [30, 20, 20, 10, null];
  assert.deepEqual(
    [30, 20, 10].map((own) => rankAmong(own, peers)),
    [1, 2, 4],
  );
  assert.equal(rankAmong(null, peers), null);
  assert.equal(rankAmong(true, [true, false]), null);
  assert.equal(rankAmong(0, [0]), 1);
});

test('a change from a day shortens what stood and ends where the next begins', () => {
  const spans = [
    { id: 'a', from: null, until: '2019-01-01' },
    { id: 'b', from: '2019-01-01', until: null },
  ];
  assert.deepEqual(planChange(spans, '2018-01-01'), {
    shorten: 'a',
    replace: null,
    until: '2019-01-01',
  });
  assert.deepEqual(planChange(spans, '2019-01-01'), { shorten: null, replace: 'b', until: null });
  assert.deepEqual(planChange(spans, null), { shorten: null, replace: 'a', until: '2019-01-01' });
  assert.deepEqual(planChange(spans, '2020-01-01'), { shorten: 'b', replace: null, until: null });
  assert.deepEqual(planChange([], null), { shorten: null, replace: null, until: null });
});

test('a change before the first value ends where that begins', () => {
  const spans = [{ id: 'a', from: '2019-05-01', until: '2019-06-01' }];
  assert.deepEqual(planChange(spans, '2019-01-01'), {
    shorten: null,
    replace: null,
    until: '2019-05-01',
  });
  assert.deepEqual(planChange(spans, '2019-06-01'), { shorten: null, replace: null, until: null });
});

test('changes are counted over all rows', () => {
  assert.equal(changesOf([]), 0);
  assert.equal(changesOf([{ version: 2 }, { version: 3 }]), 5);
});

const offer: Offer = {
  time: 'instant',
  openFields: true,
  fields: [
    { key: 'kind', type: 'text' },
    { key: 'role', type: 'choice', options: [{ value: 'host' }] },
    { key: 'amount', type: 'number' },
  ],
};
const meaning: Meaning = {
  label: 'x',
  unit: null,
  decimals: 0,
  source: 'activities',
  filter: {},
  measure: 'count',
  argument: null,
  divisor: 1,
  numerator: null,
  denominator: null,
  scope: 'self',
  window: 'year',
  national: 'mean',
  legalBasis: null,
};
const codesOf = (change: Partial<Meaning>, with_: Offer | undefined = offer) =>
  checkMeaning(
    { ...meaning, ...change },
    'X',
    with_,
    new Map([
      ['A', 'count'],
      ['R', 'ratio'],
    ]),
  ).map((one) => `${one.path} ${one.code}`);

test('a definition is checked against its source', () => {
  assert.deepEqual(codesOf({}), []);
  assert.deepEqual(codesOf({ source: null }), ['source choose_one']);
  assert.deepEqual(
    checkMeaning(meaning, 'X', undefined, new Map()).map((one) => one.code),
    ['source_unknown'],
  );
  assert.deepEqual(codesOf({ filter: { 'data.form': ['journal'] } }), []);
  assert.deepEqual(codesOf({ filter: { 'data.form"': ['journal'] } }), ['filter field_unknown']);
  assert.deepEqual(codesOf({ filter: { nothing: ['1'] } }), ['filter field_unknown']);
  assert.deepEqual(codesOf({ filter: { role: ['host', 'guest'] } }), ['filter value_unknown']);
});

test('sums and distinct need something to sum or tell apart', () => {
  assert.deepEqual(codesOf({ measure: 'sum' }), ['argument required']);
  assert.deepEqual(codesOf({ measure: 'sum', argument: 'kind' }), ['argument not_a_quantity']);
  assert.deepEqual(codesOf({ measure: 'sum', argument: 'amount' }), []);
  assert.deepEqual(codesOf({ measure: 'distinct', argument: 'kind' }), []);
  assert.deepEqual(codesOf({ measure: 'stock' }), ['measure stock_needs_range']);
});

test('a ratio has two sides that are no ratios', () => {
  const ratio = { measure: 'ratio', numerator: 'A', denominator: 'A' } as const;
  assert.deepEqual(codesOf(ratio), []);
  assert.deepEqual(codesOf({ ...ratio, numerator: 'R' }), ['numerator ratio_of_ratio']);
  assert.deepEqual(codesOf({ ...ratio, numerator: 'X' }), ['numerator ratio_of_ratio']);
  assert.deepEqual(codesOf({ ...ratio, denominator: 'B' }), ['denominator indicator_unknown']);
  assert.deepEqual(codesOf({ ...ratio, denominator: null }), ['denominator required']);
});
