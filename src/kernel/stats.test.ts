import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from './random.ts';
import { competitionRank, competitionRanks, mean, median, shares } from './stats.ts';

test('mean', () => {
  assert.equal(mean([]), null);
  assert.equal(mean([22.5]), 22.5);
  assert.equal(mean([18, 19]), 18.5);
  assert.equal(mean(Array.from({ length: 10 }, () => 0.1)), 0.1);
  assert.equal(mean([1e16, 1, -1e16, 1]), 0.5);
  assert.equal(mean([0, 0]), 0);
  assert.throws(() => mean([1, Number.NaN]), RangeError);
});

test('median', () => {
  assert.equal(median([]), null);
  assert.equal(median([5]), 5);
  assert.equal(median([9, 1]), 5);
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([10, 9, 2, 1]), 5.5);
  const given = [3, 1, 2];
  median(given);
  assert.deepEqual(given, [3, 1, 2]);
});

test('rank: the highest is first, ties share, places are left out', () => {
  assert.deepEqual(competitionRanks([]), []);
  assert.deepEqual(competitionRanks([7]), [1]);
  assert.deepEqual(competitionRanks([10, 30, 20, 20, 5]), [4, 1, 2, 2, 5]);
  assert.deepEqual(competitionRanks([0, 0, 0]), [1, 1, 1]);
  assert.deepEqual(competitionRanks([-1, 0]), [2, 1]);
  assert.equal(competitionRank(20, [10, 30, 20, 20, 5]), 2);
});

test('shares of 230 with one decimal add up to 100', () => {
  assert.deepEqual(shares([63, 38, 27, 56, 46]), [27.4, 16.5, 11.7, 24.4, 20]);
});

test('shares at the edges', () => {
  assert.deepEqual(shares([]), []);
  assert.deepEqual(shares([0, 0]), [0, 0]);
  assert.deepEqual(shares([5]), [100]);
  assert.deepEqual(shares([1, 1, 1]), [33.4, 33.3, 33.3]);
  assert.deepEqual(shares([1, 1, 1], 0), [34, 33, 33]);
  assert.deepEqual(shares([1, 3, 4], 0), [12, 38, 50]);
  assert.deepEqual(shares([2, 1], 2), [66.67, 33.33]);
  for (const bad of [-1, 0.5, Number.NaN]) assert.throws(() => shares([1, bad]), RangeError);
});

test('random counts: ranks agree with counting, shares add up and miss by less than a step', () => {
  const choose = chooserFromSeed('stats');
  for (let round = 0; round < 1000; round++) {
    const counts = Array.from({ length: choose.between(1, 12) }, () => choose.below(40));
    const total = counts.reduce((sum, count) => sum + count, 0);
    competitionRanks(counts).forEach((rank, index) => {
      assert.equal(rank, 1 + counts.filter((other) => other > counts[index]!).length);
      assert.equal(rank, competitionRank(counts[index]!, counts));
    });
    if (total === 0) continue;
    const tenths = shares(counts).map((share) => Math.round(share * 10));
    assert.equal(
      tenths.reduce((sum, share) => sum + share, 0),
      1000,
    );
    tenths.forEach((share, index) => {
      assert.ok(Math.abs(share - (counts[index]! * 1000) / total) < 1);
    });
  }
});
