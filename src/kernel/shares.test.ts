import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from './random.ts';
import { largestRemainder } from './shares.ts';

test('parts of 230 with one decimal add up to 100', () => {
  assert.deepEqual(largestRemainder([63, 38, 27, 56, 46]), [27.4, 16.5, 11.7, 24.4, 20]);
  assert.deepEqual(
    largestRemainder([63, 38, 27, 56, 46], { total: 100, decimals: 1 }),
    [27.4, 16.5, 11.7, 24.4, 20],
  );
});

test('edges: nothing, zeros, one, other totals, other places', () => {
  assert.deepEqual(largestRemainder([]), []);
  assert.deepEqual(largestRemainder([0, 0]), [0, 0]);
  assert.deepEqual(largestRemainder([5]), [100]);
  assert.deepEqual(largestRemainder([0, 5, 0]), [0, 100, 0]);
  assert.deepEqual(largestRemainder([1, 3, 4], { decimals: 0 }), [12, 38, 50]);
  assert.deepEqual(largestRemainder([2, 1], { decimals: 2 }), [66.67, 33.33]);
  assert.deepEqual(largestRemainder([3, 2, 1], { total: 7, decimals: 0 }), [4, 2, 1]);
  assert.deepEqual(largestRemainder([1, 1], { total: 0.3 }), [0.2, 0.1]);
  assert.deepEqual(largestRemainder([1, 2], { total: 0 }), [0, 0]);
});

test('where remainders are equal the larger value gets the step, then the earlier one', () => {
  assert.deepEqual(largestRemainder([1, 1, 1]), [33.4, 33.3, 33.3]);
  assert.deepEqual(largestRemainder([1, 1, 1], { decimals: 0 }), [34, 33, 33]);
  assert.deepEqual(largestRemainder([1, 3], { total: 2, decimals: 0 }), [0, 2]);
});

test('values with decimals are taken exactly', () => {
  assert.deepEqual(largestRemainder(['0.1', '0.2']), [33.3, 66.7]);
  assert.deepEqual(largestRemainder([0.1, 0.2, 0.7]), [10, 20, 70]);
  assert.deepEqual(largestRemainder([9_007_199_254_740_991, 9_007_199_254_740_991]), [50, 50]);
});

test('what cannot be shared out is refused', () => {
  for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY, 'x']) {
    assert.throws(() => largestRemainder([1, bad]), RangeError);
  }
  assert.throws(() => largestRemainder([1], { total: 0.55 }), RangeError);
  assert.throws(() => largestRemainder([1], { total: -1 }), RangeError);
  assert.throws(() => largestRemainder([1], { decimals: 1.5 }), RangeError);
});

test('random values: they add up, miss by less than a step, keep their order, are the best', () => {
  const choose = chooserFromSeed('shares');
  for (let round = 0; round < 1000; round++) {
    const values = Array.from({ length: choose.between(1, 12) }, () => choose.below(40));
    const decimals = choose.below(4);
    const sum = values.reduce((a, b) => a + b, 0);
    if (sum === 0) continue;
    const steps = largestRemainder(values, { decimals }).map((s) => Math.round(s * 10 ** decimals));
    assert.equal(
      steps.reduce((a, b) => a + b, 0),
      100 * 10 ** decimals,
    );
    const wanted = values.map((value) => (value * 100 * 10 ** decimals) / sum);
    for (const [at, step] of steps.entries()) assert.ok(Math.abs(step - wanted[at]!) < 1);
    for (const [a, one] of values.entries()) {
      for (const [b, other] of values.entries()) {
        if (one > other) assert.ok(steps[a]! >= steps[b]!, 'a larger value has no smaller part');
        // Moving a step from one to the other comes no nearer.
        const miss = (at: number, by: number) => Math.abs(steps[at]! + by - wanted[at]!);
        if (a !== b) assert.ok(miss(a, 1) + miss(b, -1) >= miss(a, 0) + miss(b, 0) - 1e-9);
      }
    }
  }
});
