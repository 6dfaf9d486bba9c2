import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../random.ts';
import {
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
  parseMoney,
  parseRoman,
  parseVietnameseDecimal,
  parseVietnameseNumber,
  toRoman,
} from './numbers.ts';
import { keepTogether, NBSP, withUnit } from './spaces.ts';

test('numbers are grouped by dots, with a comma before the decimals', () => {
  const rows: [number | bigint | string, number | undefined, string][] = [
    [1234.5, undefined, '1.234,5'],
    [1234567, undefined, '1.234.567'],
    [123, undefined, '123'],
    [1000, undefined, '1.000'],
    [0, undefined, '0'],
    [-1234.5, undefined, '-1.234,5'],
    [18.5, 1, '18,5'],
    [18, 1, '18,0'],
    [18.54, 1, '18,5'],
    [1.005, 2, '1,01'],
    [0.5, 0, '1'],
    [-0.5, 0, '-1'],
    [-0.04, 1, '0,0'],
    [999.95, 1, '1.000,0'],
    [1e21, undefined, '1.000.000.000.000.000.000.000'],
    [1e-7, 7, '0,0000001'],
    [12345678901234567890n, undefined, '12.345.678.901.234.567.890'],
    ['12345678901234567890.125', 2, '12.345.678.901.234.567.890,13'],
    ['22.50', undefined, '22,50'],
  ];
  for (const [value, decimals, text] of rows) assert.equal(formatNumber(value, decimals), text);
  const points = [8900, 8650, 8905, 0, 123456].map(formatPoints);
  assert.deepEqual(points, ['89,00', '86,50', '89,05', '0,00', '1.234,56']);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, '', '1,5', 'x', '1e5']) {
    assert.throws(() => formatNumber(bad), RangeError);
  }
});

test('a number stays with its unit', () => {
  assert.equal(formatPercent(27.39), `27,4${NBSP}%`);
  assert.equal(formatPercent(20), `20,0${NBSP}%`);
  assert.equal(formatMoney(12_500_000n), `12.500.000${NBSP}đồng`);
  assert.equal(formatMoney(0n), `0${NBSP}đồng`);
  assert.equal(withUnit('25', 'cái'), `25${NBSP}cái`);
  assert.equal(keepTogether('Điều 9 khoản 2'), `Điều${NBSP}9${NBSP}khoản${NBSP}2`);
});

test('numbers as people type them', () => {
  const rows: [string, string][] = [
    ['1.234', '1234'],
    ['1.234,5', '1234.5'],
    ['12,5', '12.5'],
    ['1 234', '1234'],
    [`1${NBSP}234${NBSP}567,25`, '1234567.25'],
    ['1\u202f234', '1234'],
    ['1234', '1234'],
    ['1234,5', '1234.5'],
    [' 7 ', '7'],
    ['007', '7'],
    ['0', '0'],
    ['0,50', '0.50'],
    ['-12,5', '-12.5'],
    ['−3', '-3'],
    ['-0', '0'],
    ['12.345.678.901.234.567.890', '12345678901234567890'],
  ];
  for (const [text, value] of rows) {
    assert.equal(parseVietnameseDecimal(text), value, text);
    assert.equal(parseVietnameseNumber(text), Number(value), text);
  }
});

test('what one could only guess is refused', () => {
  const wrong = [
    '',
    ' ',
    'khoảng 120',
    '12.5',
    '1.23',
    '1.2345',
    '12.34.567',
    '1,234,567',
    '1.234 567',
  ];
  const odd = [
    '0.123',
    '00.123',
    '1.234.',
    ',5',
    '5,',
    '1,5,5',
    '--1',
    '+5',
    '1e5',
    '12 %',
    '١٢',
    'NaN',
  ];
  for (const text of [...wrong, ...odd, '1 23', '1234.567', '3-4', '1.234,5.6', '9'.repeat(400)]) {
    assert.equal(parseVietnameseNumber(text), null, text);
  }
});

test('money is whole đồng', () => {
  for (const text of ['12.500.000', '12500000', '12 500 000', '12.500.000 đồng', '12.500.000đ']) {
    assert.equal(parseMoney(text), 12_500_000n, text);
  }
  for (const text of ['12.500.000 VNĐ', '12.500.000 VND', '12.500.000₫', '12.500.000 ĐỒNG']) {
    assert.equal(parseMoney(text.normalize('NFD')), 12_500_000n, text);
  }
  assert.equal(parseMoney('9.007.199.254.740.993'), 9_007_199_254_740_993n);
  for (const text of ['', 'đồng', '12,5', '12,5 triệu', '12.5', '12 USD', '12.500.00']) {
    assert.equal(parseMoney(text), null, text);
  }
  assert.equal(parseMoney(formatMoney(-12_500n)), -12_500n);
});

test('random numbers: written and read back they are the same', () => {
  const choose = chooserFromSeed('numbers');
  for (let round = 0; round < 5000; round++) {
    const digits = choose.between(0, 4);
    const value = (choose.below(2 ** 31) - 2 ** 30) / 10 ** choose.between(0, 9);
    const text = formatNumber(value, digits);
    assert.ok(Math.abs(parseVietnameseNumber(text)! - value) <= 0.5000001 / 10 ** digits);
    assert.equal(parseVietnameseNumber(formatNumber(value)), value);
    const expected = Number(value.toFixed(2));
    if (Math.abs(value * 1000) % 10 === 5) continue;
    assert.ok(Math.abs(parseVietnameseNumber(formatNumber(value, 2))! - expected) < 1e-6);
  }
});

test('Roman numerals', () => {
  const rows = [
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [90, 'XC'],
    [1999, 'MCMXCIX'],
  ] as const;
  for (const [value, text] of rows) assert.equal(toRoman(value), text);
  const all = new Set<string>();
  for (let value = 1; value <= 3999; value++) {
    all.add(toRoman(value));
    assert.equal(parseRoman(toRoman(value)), value);
  }
  assert.equal(all.size, 3999);
  for (const bad of ['', 'IIII', 'IC', 'VX', 'i', 'MMMM', 'IVI', 'XIIX', 'VIII ']) {
    assert.equal(parseRoman(bad), null, bad);
  }
  for (const bad of [0, -1, 1.5, 4000]) assert.throws(() => toRoman(bad), RangeError);
});
