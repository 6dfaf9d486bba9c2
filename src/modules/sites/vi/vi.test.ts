import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockWords as words } from './site.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('an open call says its last day and how long that is, to the last day itself', () => {
  const until = (days: number) => plain(words.untilIn('2027-01-22T23:59:59', days));
  assert.equal(until(59), 'hết ngày 22/01/2027, còn 59 ngày');
  assert.equal(until(1), 'hết ngày 22/01/2027, còn 1 ngày');
  assert.equal(until(0), 'hết ngày 22/01/2027, hôm nay là ngày cuối');
  assert.match(plain(words.untilIn('2027-01-22T17:00:00', 3)), /17.*22\/01\/2027, còn 3 ngày$/);
});

test('an open call says for whom it is, and the days of birth where they are bounded', () => {
  const kinds = ['Cá nhân', 'Nhóm tác giả'];
  assert.equal(words.whom(kinds, null), 'Cá nhân, nhóm tác giả');
  assert.equal(words.whom(kinds, { first: null, last: null }), 'Cá nhân, nhóm tác giả');
  assert.equal(
    words.whom(kinds, { first: '2006-08-01', last: '2020-07-31' }),
    'Cá nhân, nhóm tác giả; sinh từ 01/08/2006 đến 31/07/2020',
  );
  assert.equal(
    words.whom(['Tổ chức'], { first: '2006-08-01', last: null }),
    'Tổ chức; sinh từ 01/08/2006',
  );
});
