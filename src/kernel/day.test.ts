import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  daysBetween,
  daysInMonth,
  isDay,
  makeDay,
  parseDay,
  partsOf,
  weekday,
  yearOf,
} from './day.ts';
import { chooserFromSeed } from './random.ts';

const MS = 86_400_000;
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`);

test('strict ISO days that exist', () => {
  for (const good of ['2026-05-12', '0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29']) {
    assert.equal(parseDay(good), good);
    assert.ok(isDay(good));
  }
  const bad = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'];
  const shapes = ['', '2026-5-12', ' 2026-05-12', '2026-05-12\n', '12/05/2026', '0000-01-01'];
  for (const text of [...bad, ...shapes, '2026-05-12T00:00', '+2026-05-12', '２０２６-05-12']) {
    assert.equal(parseDay(text), null, text);
    assert.ok(!isDay(text));
  }
  for (const value of [null, undefined, 20260512, new Date()]) assert.ok(!isDay(value));
});

test('parts of a day', () => {
  assert.deepEqual(partsOf('2026-05-12'), { year: 2026, month: 5, day: 12 });
  assert.equal(yearOf('0099-12-31'), 99);
  assert.equal(makeDay(99, 1, 2), '0099-01-02');
  assert.equal(makeDay(2026, 2, 31), null);
  assert.equal(makeDay(2026.5, 2, 1), null);
  assert.equal(makeDay(2026, 1, 1.5), null);
  assert.throws(() => yearOf('2026-02-31'), RangeError);
  assert.deepEqual(
    [2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2)),
    [28, 29, 28, 29],
  );
  assert.throws(() => daysInMonth(2026, 13), RangeError);
});

test('days are added over months, years and leap days', () => {
  const rows: [Day, number, Day][] = [
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-05-12', 0, '2026-05-12'],
    ['0001-01-01', 3652058, '9999-12-31'],
  ];
  for (const [day, count, expected] of rows) {
    assert.equal(addDays(day, count), expected);
    assert.equal(daysBetween(day, expected), count);
  }
  assert.throws(() => addDays('9999-12-31', 1), RangeError);
  assert.throws(() => addDays('0001-01-01', -1), RangeError);
  assert.throws(() => addDays('2026-01-01', 0.5), RangeError);
});

test('months and years are clamped to the end of the month', () => {
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
  assert.equal(addMonths('2026-12-15', 1), '2027-01-15');
  assert.equal(addMonths('2026-01-15', -1), '2025-12-15');
  assert.equal(addMonths('2026-05-31', -27), '2024-02-29');
  assert.equal(addYears('2024-02-29', 1), '2025-02-28');
  assert.equal(addYears('2024-02-29', -4), '2020-02-29');
  assert.throws(() => addMonths('9999-12-01', 1), RangeError);
  assert.throws(() => addYears('0001-06-01', -1), RangeError);
});

test('weekdays: Monday is 1, Sunday is 7', () => {
  assert.equal(weekday('2026-05-12'), 2);
  assert.equal(weekday('2026-05-17'), 7);
  assert.equal(weekday('2026-05-18'), 1);
  assert.equal(weekday('0001-01-01'), 1);
});

test('random days agree with the built-in calendar', () => {
  const choose = chooserFromSeed('days');
  for (let round = 0; round < 3000; round++) {
    const day = makeDay(choose.between(1, 9998), choose.between(1, 12), choose.between(1, 28))!;
    const count = choose.between(-365, 365);
    const moved = new Date(utc(day) + count * MS).toISOString().slice(0, 10);
    if (!isDay(moved)) continue;
    assert.equal(addDays(day, count), moved);
    assert.equal(daysBetween(day, moved), count);
    assert.equal(weekday(day), new Date(utc(day)).getUTCDay() || 7);
  }
});
