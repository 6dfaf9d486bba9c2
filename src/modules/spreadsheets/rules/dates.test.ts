import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DateRules, dateOrderOf, readDate } from './dates.ts';

const birth: DateRules = { today: '2026-05-12', thisYear: 2026, order: 'day-first', use: 'birth' };

function read(text: string, rules: Partial<DateRules> = {}) {
  const { value, code } = readDate({ kind: 'text', text }, text, { ...birth, ...rules });
  return code === undefined ? value : [value, code];
}

const good: readonly (readonly [string, string | null])[] = [
  ['12/03/1968', '1968-03-12'],
  ['5/1/1975', '1975-01-05'],
  ['05-01-1975', '1975-01-05'],
  ['5.1.1975', '1975-01-05'],
  ['5 - 1 - 1975', '1975-01-05'],
  ['05 01 1975', '1975-01-05'],
  ['05/01.1975', '1975-01-05'],
  ['05//01/1975', '1975-01-05'],
  ['5, 1, 1975', '1975-01-05'],
  ['1975-01-05', '1975-01-05'],
  ['1975/1/5', '1975-01-05'],
  ['1975-01-05 00:00:00', '1975-01-05'],
  ['05/01/1975 00:00', '1975-01-05'],
  ['05/01/1975.', '1975-01-05'],
  ["'05/01/1975", '1975-01-05'],
  ['(05/01/1975)', '1975-01-05'],
  ['ngày 05 tháng 01 năm 1975', '1975-01-05'],
  ['Sinh ngày 5/1/1975', '1975-01-05'],
  ['05-Jan-1975', '1975-01-05'],
  ['Jan 5, 1975', '1975-01-05'],
  ['5-Jan-75', '1975-01-05'],
  ['05011975', '1975-01-05'],
  ['5011975', '1975-01-05'],
  ['19750105', '1975-01-05'],
  ['29/02/1972', '1972-02-29'],
  ['03/1968', '1968-03'],
  ['3-1968', '1968-03'],
  ['1968-03', '1968-03'],
  ['tháng 3/1968', '1968-03'],
  ['00/03/1968', '1968-03'],
  ['1968', '1968'],
  ['1968.0', '1968'],
  ['Năm 1968', '1968'],
  ['SN 1968', '1968'],
  ['sinh năm: 1968', '1968'],
  ['00/00/1968', '1968'],
  ['.../.../1968', '1968'],
  ['25569', '1970-01-01'],
  ['25569.0', '1970-01-01'],
  ['9500', '1926-01-03'],
  ['68', '1968'],
  ['12/3/68', '1968-03-12'],
  ['1/2/05', '2005-02-01'],
  ["12/3/'68", '1968-03-12'],
  ['1900', '1900'],
  ['12/05/2026', '2026-05-12'],
  ['', null],
  ['-', null],
  ['không rõ', null],
  ['...', null],
];

for (const [text, value] of good) {
  test(`${JSON.stringify(text)} is ${value}`, () => assert.deepEqual(read(text), value));
}

const odd: readonly (readonly [string, string | null, string])[] = [
  ['31/02/1975', null, 'day_not_in_month'],
  ['29/02/1975', null, 'day_not_in_month'],
  ['31/4/75', null, 'day_not_in_month'],
  ['31021975', null, 'day_not_in_month'],
  ['12/13/1975', null, 'month_out_of_range'],
  ['13/1975', null, 'month_out_of_range'],
  ['13/05/2026', null, 'date_in_future'],
  ['2027', null, 'date_in_future'],
  ['01/01/2099', null, 'date_in_future'],
  ['31/12/1899', null, 'date_too_early'],
  ['1899', null, 'date_too_early'],
  ['01/01/1875', null, 'date_too_early'],
  ['1/2/25', '1925-02-01', 'year_guessed'],
  ['25', '1925', 'year_guessed'],
  ['14', null, 'year_unclear'],
  ['1/2/14', null, 'year_unclear'],
  ['1968?', '1968', 'date_about'],
  ['12/3/1968 (?)', '1968-03-12', 'date_about'],
  ['khoảng 1950', '1950', 'date_about'],
  ['~1950', '1950', 'date_about'],
  ['O5/O1/1975', '1975-01-05', 'date_guessed'],
  ['l5/01/1975', '1975-01-15', 'date_guessed'],
  ['031968', '1968-03', 'date_guessed'],
  ['19688', '1953-11-25', ''],
  ['abc', null, 'date_unreadable'],
  ['1968 - 1970', null, 'date_unreadable'],
  ['999', null, 'date_unreadable'],
  ['90000', null, 'date_unreadable'],
  ['12/03/19688', null, 'date_unreadable'],
];

for (const [text, value, code] of odd) {
  const wanted = code === '' ? value : [value, code];
  test(`${JSON.stringify(text)}: ${code || value}`, () => assert.deepEqual(read(text), wanted));
}

test('a day that does not exist keeps its year for the question', () => {
  const { value, year, data } = readDate({ kind: 'text', text: '' }, '31/02/1975', birth);
  assert.deepEqual(
    { value, year, data },
    { value: null, year: 1975, data: { day: 31, month: 2, last: 28 } },
  );
});

test('two digits of a year that is over, for other dates', () => {
  const past = { use: 'past' } as const;
  assert.equal(read('1/2/25', past), '2025-02-01');
  assert.equal(read('26', past), '2026');
  assert.equal(read('1/2/27', past), '1927-02-01');
});

test('two digits of a year, at the edge of fourteen years and of ninety-five', () => {
  assert.equal(read('12'), '2012');
  assert.deepEqual(read('13'), [null, 'year_unclear']);
  assert.deepEqual(read('16'), ['1916', 'year_guessed']);
  assert.deepEqual(read('30'), ['1930', 'year_guessed']);
  assert.equal(read('31'), '1931');
});

test('cells that are dates tell as much as they show', () => {
  const cell = (text: string) =>
    readDate({ kind: 'day', text, day: '1968-03-12', number: 24909 }, text, birth).value;
  assert.equal(cell('12/03/1968'), '1968-03-12');
  assert.equal(cell('12-Mar-68'), '1968-03-12');
  assert.equal(cell('1968'), '1968');
  assert.equal(cell('03/1968'), '1968-03');
});

test('the month comes first only where the whole column proves it', () => {
  assert.equal(dateOrderOf(['3/25/1975', '12/1/1980', '1/2/1990']), 'month-first');
  assert.equal(dateOrderOf(['3/25/1975', '25/3/1980']), 'day-first');
  assert.equal(dateOrderOf(['3/5/1975', '1/2/1980']), 'day-first');
  assert.equal(dateOrderOf(['1975', '']), 'day-first');
  const first = { order: 'month-first' } as const;
  assert.equal(read('3/25/1975', first), '1975-03-25');
  assert.equal(read('3/4/1975', first), '1975-03-04');
  assert.equal(read('3/4/75', first), '1975-03-04');
  assert.deepEqual(read('25/3/1975', first), ['1975-03-25', 'date_order']);
  assert.equal(read('1975-03-04', first), '1975-03-04');
});
