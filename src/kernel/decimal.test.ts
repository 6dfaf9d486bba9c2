import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundDecimal, toDecimal } from './decimal.ts';
import { chooserFromSeed } from './random.ts';

test('a number is the decimal that it prints as', () => {
  const rows: [number | bigint | string, string][] = [
    [0, '0'],
    [-0, '0'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [10n, '10'],
    ['22.50', '22.50'],
  ];
  for (const [value, text] of rows) assert.equal(toDecimal(value), text);
  for (const bad of [Number.NaN, '', '.5', '5.', '1e3', '+1', ' 1']) {
    assert.throws(() => toDecimal(bad), RangeError, String(bad));
  }
});

test('rounding is half away from zero and without loss', () => {
  const rows: [number | bigint | string, number, string][] = [
    [1.005, 2, '1.01'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0.4999999, 0, '0'],
    [-0.4, 0, '0'],
    [9.995, 2, '10.00'],
    [7, 2, '7.00'],
    ['99999999999999999999.95', 1, '100000000000000000000.0'],
    ['0.05', 1, '0.1'],
    ['0.049', 1, '0.0'],
    [12n, 1, '12.0'],
  ];
  for (const [value, decimals, text] of rows) assert.equal(roundDecimal(value, decimals), text);
});

test('random decimals: the result is a neighbour and never further than half a step', () => {
  const choose = chooserFromSeed('decimals');
  for (let round = 0; round < 3000; round++) {
    const thousandths = choose.between(-200_000, 200_000);
    const decimals = choose.between(0, 3);
    const step = 10 ** (3 - decimals);
    const sign = thousandths < 0 ? -1 : 1;
    const expected = sign * Math.floor((Math.abs(thousandths) + step / 2) / step);
    const text = roundDecimal(thousandths / 1000, decimals);
    assert.equal(Number(text.replace('.', '')) + 0, expected + 0);
    assert.equal((text.split('.')[1] ?? '').length, decimals);
  }
});
