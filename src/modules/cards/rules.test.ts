import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cardNumber,
  codeOf,
  dayIssues,
  defaultPattern,
  firstNumber,
  inFours,
  labelSizes,
  patternIssues,
  type Standing,
  stateOn,
} from './rules.ts';

const card: Standing = { state: 'valid', lastDay: '2026-12-31', standing: true };
const codes = (issues: readonly { path: string; code: string }[]) =>
  issues.map(({ path, code }) => `${path} ${code}`);

test('a card is valid on its last day and expired the day after', () => {
  assert.equal(stateOn(card, '2026-12-30'), 'valid');
  assert.equal(stateOn(card, '2026-12-31'), 'valid');
  assert.equal(stateOn(card, '2027-01-01'), 'expired');
  assert.equal(stateOn({ ...card, lastDay: null }, '2999-12-31'), 'valid');
});

test('a card of a deleted membership is expired; what was ended stays what it was', () => {
  assert.equal(stateOn({ ...card, standing: false }, '2026-01-01'), 'expired');
  assert.equal(stateOn({ ...card, state: 'replaced' }, '2027-01-01'), 'replaced');
  assert.equal(stateOn({ ...card, state: 'revoked', standing: false }, '2027-01-01'), 'revoked');
});

test('issued today at the latest; the last day may be the first', () => {
  const today = '2026-05-12';
  assert.deepEqual(dayIssues('2026-05-12', '2026-05-12', today), []);
  assert.deepEqual(dayIssues('2026-05-12', null, today), []);
  assert.deepEqual(codes(dayIssues('2026-05-13', null, today)), ['issued_on day_in_future']);
  assert.deepEqual(codes(dayIssues('2026-05-12', '2026-05-11', today)), [
    'valid_until before_issue',
  ]);
});

test('a pattern has one series, and signs that can be read aloud', () => {
  for (const good of ['SL-KH-{000001}', '{1}', 'SL/{YYYY}/{0001}', 'Đắk Lắk {YY}.{01}', 'a_{00}'])
    assert.deepEqual(patternIssues(good), [], good);
  for (const [bad, code] of [
    ['SL-KH', 'no_series'],
    ['SL-{}', 'no_series'],
    ['SL-{abc}', 'no_series'],
    ['{1}-{2}', 'many_series'],
    ['SL-{01}<b>', 'sign'],
    ['SL-{01}{', 'sign'],
    ['SL{MM}-{01}', 'sign'],
    ['SL\u202e{01}', 'sign'],
  ] as const)
    assert.deepEqual(codes(patternIssues(bad)), [`pattern ${code}`], bad);
});

test('numbers fill the zeros of their pattern, outgrow them, and tell the year', () => {
  assert.equal(cardNumber('SL-KH-{000001}', 1, '2026-05-12'), 'SL-KH-000001');
  assert.equal(cardNumber('SL-{01}', 99, '2026-05-12'), 'SL-99');
  assert.equal(cardNumber('SL-{01}', 100, '2026-05-12'), 'SL-100');
  assert.equal(cardNumber('{YYYY}/{YY}/{0001}', 7, '2026-05-12'), '2026/26/0007');
  // What stands in a replacement string for something else is text here.
  assert.equal(cardNumber('A_{1}', 5, '2026-05-12'), 'A_5');
});

test('a series begins with what its braces hold', () => {
  assert.equal(firstNumber('SL-{000001}'), 1);
  assert.equal(firstNumber('SL-{000500}'), 500);
  assert.equal(firstNumber('SL-{0000}'), 1);
});

test('the pattern of whoever chose none fits and is good', () => {
  assert.equal(defaultPattern('sonla'), 'SONLA-{000001}');
  const long = defaultPattern('a'.repeat(60));
  assert.ok(long.length <= 40);
  assert.deepEqual(patternIssues(long), []);
});

test('a code is printed in fours and read however it is typed', () => {
  const token = '0123456789abcdef';
  assert.equal(inFours(token), '0123 4567 89ab cdef');
  for (const typed of [token, inFours(token), 'O123-4567-89AB-CDEF', ' 0i23.4567 89ab cdef '])
    assert.equal(codeOf(typed), token, typed);
  for (const typed of ['', 'abc', `${token}0`, 'u123456789abcdef', '../../../etc/pass'])
    assert.equal(codeOf(typed), null, typed);
});

test('the sheets of labels fit on A4', () => {
  for (const size of Object.values(labelSizes)) {
    const width = size.left * 2 + size.columns * size.width + (size.columns - 1) * size.gap;
    assert.ok(Math.abs(width - 210) < 0.2, String(width));
    const height = size.top * 2 + size.rows * size.height;
    assert.ok(Math.abs(height - 297) < 0.2, String(height));
  }
});
