import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day } from '../day.ts';
import { chooserFromSeed } from '../random.ts';
import {
  formatDate,
  formatDateLong,
  formatDateTime,
  formatDateWithWeekday,
  formatTime,
  parseVietnameseDate,
  weekdayName,
} from './dates.ts';
import { NBSP } from './spaces.ts';

const plain = (text: string) => text.replaceAll(NBSP, ' ');

test('in tables day and month have two digits', () => {
  assert.equal(formatDate('2026-01-05'), '05/01/2026');
  assert.equal(formatDate('2026-12-31'), '31/12/2026');
  assert.throws(() => formatDate('2026-02-31'), RangeError);
});

test('in documents days under 10 and months 1 and 2 take a zero', () => {
  const rows: [Day, string][] = [
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
    ['2026-03-10', 'ngày 10 tháng 3 năm 2026'],
    ['2026-06-29', 'ngày 29 tháng 6 năm 2026'],
    ['2026-12-01', 'ngày 01 tháng 12 năm 2026'],
  ];
  for (const [day, text] of rows) assert.equal(plain(formatDateLong(day)), text);
  const long = formatDateLong('2026-01-05');
  assert.equal(long, `ngày${NBSP}05 tháng${NBSP}01 năm${NBSP}2026`);
});

test('weekdays and times', () => {
  assert.equal(plain(formatDateWithWeekday('2026-05-12')), 'Thứ Ba, 12/05/2026');
  const week = Array.from({ length: 7 }, (_, index) => weekdayName(addDays('2026-05-11', index)));
  assert.equal(week.join(' '), 'Thứ Hai Thứ Ba Thứ Tư Thứ Năm Thứ Sáu Thứ Bảy Chủ Nhật');
  assert.equal(formatTime({ hour: 17, minute: 0 }), `17${NBSP}giờ`);
  assert.equal(formatTime({ hour: 17, minute: 5 }), '17:05');
  assert.equal(formatTime({ hour: 7, minute: 30 }), '07:30');
  assert.equal(formatTime({ hour: 0, minute: 0 }), `0${NBSP}giờ`);
  const time = { day: '2026-05-12', hour: 17, minute: 5, second: 0 };
  assert.equal(formatDateTime(time), '17:05 12/05/2026');
});

test('days as people type them', () => {
  const same = ['5/1/2026', '05/01/2026', '5-1-2026', '05.01.2026', '2026-01-05', '2026/1/5'];
  const spaced = [' 05/01/2026 ', '5 / 1 / 2026', `05/01/2026${NBSP}`, 'Ngày 5 tháng 1 năm 2026'];
  const decomposed = 'ngày 05 tháng 01 năm 2026'.normalize('NFD');
  for (const text of [...same, ...spaced, decomposed, '5 tháng 1 năm 2026']) {
    assert.deepEqual(parseVietnameseDate(text), { ok: '2026-01-05' }, text);
  }
  assert.deepEqual(parseVietnameseDate('29/02/2024'), { ok: '2024-02-29' });
  assert.deepEqual(parseVietnameseDate('02/03/2026'), { ok: '2026-03-02' });
});

test('a day that the calendar does not have says which part is wrong', () => {
  assert.deepEqual(parseVietnameseDate('31/02/1975'), {
    error: 'day_not_in_month',
    data: { day: 31, month: 2, year: 1975, last: 28 },
  });
  assert.deepEqual(parseVietnameseDate('2026-04-31'), {
    error: 'day_not_in_month',
    data: { day: 31, month: 4, year: 2026, last: 30 },
  });
  assert.deepEqual(parseVietnameseDate('05/13/2026'), {
    error: 'month_out_of_range',
    data: { day: 5, month: 13, year: 2026 },
  });
  assert.deepEqual(parseVietnameseDate('5/1/26'), {
    error: 'year_out_of_range',
    data: { day: 5, month: 1, year: 26, min: 1000, max: 2999 },
  });
});

test('every refusal has its code', () => {
  const rows: Record<string, string[]> = {
    day_not_in_month: ['0/1/2026', '29/2/2023', '29/2/1900', '31/11/2026', '99/1/2026'],
    month_out_of_range: ['1/0/2026', '1/13/2026', '2026-13-01', '31/31/2026'],
    year_out_of_range: [
      '1/1/0999',
      '1/1/3000',
      '1/1/20266',
      '1/1/02026',
      '1/1/0',
      '9999-12-31',
      '12026-01-01',
    ],
    unreadable: [
      '',
      'hôm nay',
      '1975',
      '5/2026',
      '5/1-2026',
      '1/1/2026 abc',
      '5//1/2026',
      '2026',
      '45000',
      '１/1/2026',
    ],
  };
  for (const [code, texts] of Object.entries(rows)) {
    for (const text of texts) {
      const parsed = parseVietnameseDate(text);
      assert.equal('error' in parsed && parsed.error, code, text);
    }
  }
});

test('random days: every form that we write is read back', () => {
  const choose = chooserFromSeed('dates');
  for (let round = 0; round < 3000; round++) {
    const day = addDays('1000-01-01', choose.below(730_000));
    for (const text of [formatDate(day), formatDateLong(day), day]) {
      assert.deepEqual(parseVietnameseDate(text), { ok: day }, text);
    }
  }
});
