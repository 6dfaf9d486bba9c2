import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ageOn,
  compatibleDates,
  daysOf,
  formatPartialDate,
  type PartialDateReading,
  parsePartialDate,
  partialParts,
} from './partial-date.ts';

const today = '2026-05-12';
const read = (typed: string, twoDigitYears?: PartialDateReading['twoDigitYears']) => {
  const found = parsePartialDate(typed, { today, ...(twoDigitYears && { twoDigitYears }) });
  return 'ok' in found ? found.ok : found.error;
};

test('what people type, as far as it goes', () => {
  const cases: Readonly<Record<string, string>> = {
    '1968': '1968',
    '3/1968': '1968-03',
    '03-1968': '1968-03',
    '1968-03': '1968-03',
    '12/3/1968': '1968-03-12',
    '12.03.1968': '1968-03-12',
    ' 12 - 3 - 1968 ': '1968-03-12',
    '1968-03-12': '1968-03-12',
    '1968-03-12T00:00:00': '1968-03-12',
    '15/08/1958 00:00': '1958-08-15',
    '12031968': '1968-03-12',
    '00/00/1968': '1968',
    '00/3/1968': '1968-03',
    '??/??/1968': '1968',
    'xx/xx/1968': '1968',
    '--/03/1968': '1968-03',
    'sinh năm 1968': '1968',
    'Khoảng 1950': '1950',
    '12 tháng 3 năm 1968': '1968-03-12',
    'tháng 3/1968': '1968-03',
    '29/2/2000': '2000-02-29',
  };
  for (const [typed, expected] of Object.entries(cases)) assert.equal(read(typed), expected, typed);
});

test('what is no date says why', () => {
  const cases: Readonly<Record<string, string>> = {
    '': 'date_unreadable',
    'không rõ': 'date_unreadable',
    '1/2/3/1968': 'date_unreadable',
    '123': 'date_unreadable',
    '31/2/1968': 'day_not_in_month',
    '29/2/1900': 'day_not_in_month',
    '12/13/1968': 'month_out_of_range',
    '12/0/1968': 'month_out_of_range',
    '1879': 'date_year_range',
    '2027': 'date_year_range',
    '13/5/2026': 'date_in_future',
    '6/2026': 'date_in_future',
    '12/3/68': 'date_two_digits',
  };
  for (const [typed, expected] of Object.entries(cases)) assert.equal(read(typed), expected, typed);
  assert.equal(read('12/5/2026'), '2026-05-12');
  assert.equal(read('5/2026'), '2026-05');
});

test('two digits of a year: a grown person, or the latest year that is over', () => {
  const birth = (typed: string) => parsePartialDate(typed, { today, twoDigitYears: 'birth' });
  assert.deepEqual(birth('12/3/68'), { ok: '1968-03-12', guessed: 'century' });
  assert.deepEqual(birth('05'), { ok: '2005', guessed: 'century' });
  assert.deepEqual(birth('12'), { ok: '2012', guessed: 'century' });
  assert.deepEqual(birth('13'), { ok: '1913', guessed: 'doubtful' });
  assert.deepEqual(birth('25'), { ok: '1925', guessed: 'doubtful' });
  assert.deepEqual(birth('31'), { ok: '1931', guessed: 'century' });
  assert.equal(read('26', 'past'), '2026');
  assert.equal(read('27', 'past'), '1927');
});

test('shown as it is known', () => {
  assert.deepEqual(['1968', '1968-03', '1968-03-12', 'lạ'].map(formatPartialDate), [
    '1968',
    '03/1968',
    '12/03/1968',
    'lạ',
  ]);
  assert.deepEqual(partialParts('1968-03'), { year: 1968, month: 3, day: null });
  for (const text of ['68', '1968-13', '1968-02-30', '1968-3']) {
    assert.equal(partialParts(text), null, text);
  }
});

test('the days that it may be, and the age that follows', () => {
  assert.deepEqual(daysOf('2024-02'), { first: '2024-02-01', last: '2024-02-29' });
  assert.deepEqual(daysOf('1968'), { first: '1968-01-01', last: '1968-12-31' });
  assert.throws(() => daysOf('x'), RangeError);
  assert.deepEqual(ageOn('1968', today), { from: 57, to: 58 });
  assert.deepEqual(ageOn('1968-05', today), { from: 57, to: 58 });
  assert.deepEqual(ageOn('1968-05-12', today), { from: 58, to: 58 });
  assert.deepEqual(ageOn('1968-05-13', today), { from: 57, to: 57 });
  assert.deepEqual(ageOn('2026', today), { from: 0, to: 0 });
  assert.equal(ageOn('2027', today), null);
  assert.ok(compatibleDates('1968', '1968-03-12') && !compatibleDates('1968-03', '1968-04-01'));
});
