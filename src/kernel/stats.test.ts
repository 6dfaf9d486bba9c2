import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from './random.ts';
import { competitionRank, competitionRanks, mean, median } from './stats.ts';

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

test('random counts: ranks agree with counting', () => {
  const choose = chooserFromSeed('stats');
  for (let round = 0; round < 1000; round++) {
    const counts = Array.from({ length: choose.between(1, 12) }, () => choose.below(40));
    competitionRanks(counts).forEach((rank, index) => {
      assert.equal(rank, 1 + counts.filter((other) => other > counts[index]!).length);
      assert.equal(rank, competitionRank(counts[index]!, counts));
    });
  }
});
