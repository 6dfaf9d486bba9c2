import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../random.ts';
import { meansOf } from './means.ts';
import { halfUp } from './round.ts';
import { spreadOf } from './spread.ts';
import { shuffled } from './testing.ts';

test('a quotient is rounded half up, once, and exactly', () => {
  for (const [sum, count, result] of [
    [0, 1, 0],
    [1, 2, 1],
    [3, 2, 2],
    [1, 3, 0],
    [2, 3, 1],
    [-1, 2, 0],
    [-3, 2, -1],
    [-2, 3, -1],
    [-1, 3, 0],
    // 8.5 and 0.5 are halves exactly; their neighbours are not.
    [17, 2, 9],
    [16999, 2000, 8],
    [17001, 2000, 9],
    [2 ** 51, 2, 2 ** 50],
  ] as const)
    assert.equal(halfUp(sum, count), result, `${sum} / ${count}`);
  assert.ok(Object.is(halfUp(-1, 3), 0), 'no −0');
  for (const [sum, count] of [
    [1, 0],
    [0.5, 1],
    [1, -1],
    [1, 1.5],
    [Number.MAX_SAFE_INTEGER, 1],
    [Number.NaN, 1],
  ] as const)
    assert.throws(() => halfUp(sum, count), RangeError, `${sum} / ${count}`);
});

test('raw mean, trimmed mean, median and deviation of the sheets of a dossier', () => {
  for (const { points, trim = 0, ...wanted } of [
    { points: [8700], mean: 8700, trimmed: 8700, median: 8700, deviation: null },
    { points: [8700], trim: 1, mean: 8700, trimmed: 8700, median: 8700, deviation: null },
    // 87.005 is 87.01.
    { points: [8700, 8701], mean: 8701, trimmed: 8701, median: 8701, deviation: 1 },
    { points: [8000, 8000, 8000], trim: 1, mean: 8000, trimmed: 8000, median: 8000, deviation: 0 },
    {
      points: [9000, 6000, 8000],
      trim: 1,
      mean: 7667,
      trimmed: 8000,
      median: 8000,
      deviation: 1528,
    },
    {
      points: [9000, 6000, 8000, 8100],
      trim: 1,
      mean: 7775,
      trimmed: 8050,
      median: 8050,
      deviation: 1266,
    },
    { points: [10, 20, 30, 40, 1000], trim: 2, mean: 220, trimmed: 30, median: 30, deviation: 436 },
    // Several are the highest: one of them goes.
    { points: [50, 50, 50, 20], trim: 1, mean: 43, trimmed: 50, median: 50, deviation: 15 },
    { points: [0, 0], mean: 0, trimmed: 0, median: 0, deviation: 0 },
  ] as const) {
    const means = meansOf(points, trim)!;
    const { mean, trimmed, median, deviation } = means;
    assert.deepEqual({ mean, trimmed, median, deviation }, wanted, points.join());
    assert.equal(means.sheets, points.length);
    assert.equal(means.range, means.highest - means.lowest);
    assert.equal(means.highest, Math.max(...points));
  }
});

test('with too few sheets nothing is left out, and the result says so', () => {
  const left = (sheets: number, trim: number) =>
    meansOf(
      Array.from({ length: sheets }, (_, at) => at * at),
      trim,
    )?.trim;
  assert.equal(left(3, 1), 1);
  assert.equal(left(2, 1), 0);
  assert.equal(left(4, 2), 0);
  assert.equal(left(5, 2), 2);
  assert.equal(left(7, 3), 3);
  assert.equal(left(6, 3), 0);
  assert.equal(left(9, 0), 0);
  const few = meansOf([10, 90], 1)!;
  assert.equal(few.trimmed, few.mean);
  assert.throws(() => meansOf([1], -1), RangeError);
  assert.throws(() => meansOf([1], 0.5), RangeError);
});

test('a dossier that nobody judged has no mean, which is not zero', () => {
  assert.equal(meansOf([], 1), null);
  assert.throws(() => meansOf([0.5]), RangeError);
});

test('the order of the sheets changes nothing, and the mean is the true one to the hundredth', () => {
  const { between } = chooserFromSeed('means');
  for (let turn = 0; turn < 200; turn += 1) {
    const points = Array.from({ length: between(1, 15) }, () => between(0, 10_000));
    const means = meansOf(points, 2)!;
    assert.deepEqual(meansOf(shuffled(points, `${turn}`), 2), means);
    const sum = points.reduce((a, b) => a + b, 0);
    // Half up, without any division: 2 n m − n ≤ 2 sum < 2 n m + n, turned the other way round.
    const n = points.length;
    assert.ok(2 * sum >= 2 * n * means.mean - n && 2 * sum < 2 * n * means.mean + n);
    const mean = sum / n;
    const variance = points.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
    if (n > 1) assert.ok(Math.abs(means.deviation! - Math.sqrt(variance)) <= 0.5 + 1e-6);
  }
});

test('the spread alarm rings above the limit, and says who is farthest', () => {
  const of = (points: readonly number[], limit: number | null) =>
    spreadOf(
      points.map((one, at) => ({ judge: 'abcdefg'[at]!, points: one })),
      limit,
    );
  assert.equal(of([], 10), null);
  assert.equal(of([50], 10), null);
  assert.deepEqual(of([50, 60], 10), { range: 10, alarm: false, farthest: ['a', 'b'] });
  assert.deepEqual(of([50, 61], 10), { range: 11, alarm: true, farthest: ['a', 'b'] });
  assert.deepEqual(of([50, 61], null), { range: 11, alarm: false, farthest: ['a', 'b'] });
  assert.deepEqual(of([50, 50, 50], 0), { range: 0, alarm: false, farthest: [] });
  assert.deepEqual(of([50, 52, 70], 10), { range: 20, alarm: true, farthest: ['c'] });
  assert.deepEqual(of([20, 52, 50], 10), { range: 32, alarm: true, farthest: ['a'] });
  assert.deepEqual(of([40, 50, 60], 5), { range: 20, alarm: true, farthest: ['a', 'c'] });
});
