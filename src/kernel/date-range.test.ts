import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  always,
  contains,
  type DateRange,
  emptyRange,
  formatDateRange,
  fromInclusive,
  intersect,
  isEmpty,
  lastDay,
  overlaps,
  parseDateRange,
} from './date-range.ts';
import { addDays, type Day } from './day.ts';
import { chooserFromSeed } from './random.ts';

const range = (from: Day | null, until: Day | null): DateRange => ({ from, until });
const year = range('2010-01-01', '2011-01-01');

test('the first day is in, the day of the end is out', () => {
  assert.ok(contains(year, '2010-01-01'));
  assert.ok(contains(year, '2010-12-31'));
  assert.ok(!contains(year, '2011-01-01'));
  assert.ok(!contains(year, '2009-12-31'));
  assert.ok(contains(always, '0001-01-01'));
  assert.ok(contains(range(null, '2010-01-01'), '2009-12-31'));
  assert.ok(!contains(range('2010-01-01', '2010-01-01'), '2010-01-01'));
});

test('ranges that only touch do not overlap', () => {
  assert.ok(!overlaps(year, range('2011-01-01', null)));
  assert.ok(overlaps(year, range('2010-12-31', null)));
  assert.ok(!overlaps(year, range(null, '2010-01-01')));
  assert.ok(overlaps(always, always));
  assert.ok(!overlaps(always, emptyRange));
  assert.ok(!overlaps(year, range('2010-06-01', '2010-06-01')));
  assert.deepEqual(intersect(year, range('2010-06-01', null)), range('2010-06-01', '2011-01-01'));
  assert.deepEqual(intersect(year, range('2012-01-01', null)), emptyRange);
});

test('the last day is inclusive; an end before the start is empty', () => {
  assert.equal(lastDay(year), '2010-12-31');
  assert.equal(lastDay(always), null);
  assert.throws(() => lastDay(emptyRange), RangeError);
  assert.deepEqual(fromInclusive('2010-01-01', '2010-12-31'), year);
  assert.deepEqual(fromInclusive(null, null), always);
  assert.deepEqual(fromInclusive('2010-01-01', '9999-12-31'), range('2010-01-01', null));
  assert.ok(!isEmpty(fromInclusive('2010-01-01', '2010-01-01')));
  assert.ok(isEmpty(fromInclusive('2010-01-01', '2009-12-31')));
  assert.throws(() => fromInclusive('2010-02-31', null), RangeError);
  assert.throws(() => fromInclusive(null, '2010-02-31'), RangeError);
});

test('reads what PostgreSQL writes and normalises the bounds', () => {
  const rows: [string, DateRange][] = [
    ['[2010-04-21,)', range('2010-04-21', null)],
    ['[2010-04-21,2011-01-01)', range('2010-04-21', '2011-01-01')],
    ['[2010-04-21,2010-12-31]', range('2010-04-21', '2011-01-01')],
    ['(2010-04-20,2011-01-01)', range('2010-04-21', '2011-01-01')],
    ['(,)', always],
    ['(,2010-01-01]', range(null, '2010-01-02')],
    ['["2010-04-21","infinity")', range('2010-04-21', null)],
    ['[-infinity,2010-01-01)', range(null, '2010-01-01')],
    [' [ 2010-04-21 , ) ', range('2010-04-21', null)],
    ['empty', emptyRange],
    ['(2010-04-20,2010-04-21)', emptyRange],
  ];
  for (const [text, expected] of rows) assert.deepEqual(parseDateRange(text), expected, text);
  const wrong = ['', '2010-04-21', '[2010-04-21]', '[2010-02-31,)', '[2010-04-21,x)', '{[a,b)}'];
  for (const text of wrong) assert.throws(() => parseDateRange(text), RangeError, text);
});

test('writes the canonical form', () => {
  assert.equal(formatDateRange(year), '[2010-01-01,2011-01-01)');
  assert.equal(formatDateRange(range('2010-04-21', null)), '[2010-04-21,)');
  assert.equal(formatDateRange(always), '(,)');
  assert.equal(formatDateRange(range('2011-01-01', '2010-01-01')), 'empty');
});

test('random ranges: every answer agrees with asking each day', () => {
  const choose = chooserFromSeed('ranges');
  const days = Array.from({ length: 12 }, (_, index) => addDays('2020-02-25', index));
  const some = () =>
    range(
      choose.chance(0.2) ? null : choose.pick(days),
      choose.chance(0.2) ? null : choose.pick(days),
    );
  const within = (one: DateRange) => days.filter((day) => contains(one, day));
  for (let round = 0; round < 3000; round++) {
    const [a, b] = [some(), some()];
    const both = within(a).filter((day) => contains(b, day));
    assert.deepEqual(within(intersect(a, b)), both);
    if (both.length > 0) assert.ok(overlaps(a, b));
    assert.equal(overlaps(a, b), overlaps(b, a));
    assert.equal(overlaps(a, b), !isEmpty(intersect(a, b)));
    assert.deepEqual(parseDateRange(formatDateRange(a)), isEmpty(a) ? emptyRange : a);
    if (!isEmpty(a)) assert.deepEqual(fromInclusive(a.from, lastDay(a)), a);
  }
});
