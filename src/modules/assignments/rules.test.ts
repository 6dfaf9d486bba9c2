import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FORBIDDEN,
  loadsOf,
  type Problem,
  type RunInput,
  rerun,
  type Settings,
  solve,
  taskOf,
  violationsOf,
  whyNot,
} from './rules/index.ts';
import { UNIT } from './rules/lottery.ts';
import { madeProblem, tried } from './rules/testing.ts';

const plain: Settings = { seed: 1, share: 0.001, balanced: false, limit: null };
const sizeOf = (chosen: readonly (readonly number[])[]) =>
  chosen.reduce((sum, judges) => sum + judges.length, 0);

test('sum, floor and the sum above the floor are those of trying everything', () => {
  let whole = 0;
  let exact = 0;
  for (let turn = 0; turn < 120; turn++) {
    const how = {
      dossiers: 3 + (turn % 3),
      judges: 4 + (turn % 2),
      each: 2 + (turn % 7 === 0 ? 1 : 0),
      most: 3,
      top: turn % 2 === 0 ? 30 : 9,
      conflicts: 0.15,
      experts: turn % 3 === 0,
    };
    const problem = madeProblem(`small ${turn}`, how);
    const share = [0.2, 0.05, 0.001, 0.5][turn % 4]!;
    const right = tried(problem, share);
    const found = solve(problem, { ...plain, seed: turn, share });
    assert.equal(sizeOf(found.chosen), right.size, `size ${turn}`);
    assert.equal(found.bound, right.best, `bound ${turn}`);
    assert.equal(violationsOf({ ...taskOf(problem) }, found.chosen), 0);
    if (right.size < how.dossiers * how.each) {
      assert.ok(found.short.length > 0);
      continue;
    }
    whole++;
    assert.equal(found.worst, right.worst, `floor ${turn}`);
    // Which sum is the greatest above a floor is a hard question: swaps find it nearly always.
    assert.ok(found.total >= right.total - 1 && found.total <= right.total, `sum ${turn}`);
    if (found.total === right.total) exact++;
    assert.ok(found.worstBound >= right.worst);
  }
  assert.ok(whole > 60, 'too few of them could be solved at all');
  assert.ok(exact >= whole - 2, `${exact} of ${whole}`);
});

test('loads that are asked to be even differ by one at most, whatever the scores', () => {
  for (let turn = 0; turn < 30; turn++) {
    const how = { dossiers: 20 + turn, judges: 7, each: 3, most: 99, top: 50, conflicts: 0.05 };
    const problem = madeProblem(`even ${turn}`, how);
    const even = solve(problem, { ...plain, balanced: true });
    const loads = loadsOf(taskOf(problem), even.chosen);
    assert.ok(Math.max(...loads) - Math.min(...loads) <= 1, `${loads}`);
    assert.ok(even.bound <= solve(problem, plain).bound);
    assert.ok(even.total >= even.bound * 0.999);
  }
});

test('a judge who takes few stays below the others where loads are even', () => {
  const problem = madeProblem('few', {
    ...{ dossiers: 12, judges: 4, each: 2, most: 99, top: 20, conflicts: 0 },
  });
  problem.most[1] = 2;
  const { chosen } = solve(problem, { ...plain, balanced: true });
  const loads = [...loadsOf(taskOf(problem), chosen)];
  assert.equal(loads[1], 2);
  assert.deepEqual(
    loads.toSorted((a, b) => a - b),
    [2, 7, 7, 8],
  );
});

test('conflicts that keep loads from being even make them as even as they can be', () => {
  const problem = madeProblem('uneven', {
    ...{ dossiers: 8, judges: 4, each: 2, most: 99, top: 5, conflicts: 0 },
  });
  for (let dossier = 0; dossier < 6; dossier++) problem.scores[dossier * 4] = FORBIDDEN;
  const { chosen, short } = solve(problem, { ...plain, balanced: true });
  assert.deepEqual(short, []);
  assert.deepEqual([...loadsOf(taskOf(problem), chosen)].toSorted(), [2, 4, 5, 5]);
});

test('the same seed gives the same answer, another one breaks ties another way', () => {
  const problem = madeProblem('ties', {
    ...{ dossiers: 40, judges: 12, each: 3, most: 11, top: 2, conflicts: 0.05 },
  });
  const one = solve(problem, plain);
  assert.deepEqual(solve(problem, plain), one);
  const other = solve(problem, { ...plain, seed: 2 });
  assert.equal(other.bound, one.bound);
  assert.notDeepEqual(other.chosen, one.chosen);
});

test('the floor is raised for next to nothing', () => {
  // Two dossiers want the same two judges; nobody else is any good. The greatest sum leaves one with nothing.
  const scores = Int32Array.from([500, 500, 1, 0, 499, 499, 1, 0]);
  const problem: Problem = {
    ...{ dossiers: 2, judges: 4, each: 2, scores, experts: null, fixed: [] },
    most: Int32Array.from([1, 1, 1, 1]),
  };
  const without = solve(problem, { ...plain, share: 0 });
  assert.deepEqual([without.total, without.worst], [1001, 1]);
  const raised = solve(problem, { ...plain, share: 0.01 });
  assert.deepEqual([raised.bound, raised.total, raised.worst], [1001, 1000, 500]);
  assert.ok(raised.worstBound >= 500);
});

test('who cannot get all judges is told why, and the others get theirs', () => {
  const scores = new Int32Array(4 * 3).fill(1);
  scores.fill(FORBIDDEN, 0, 2);
  const problem: Problem = {
    ...{ dossiers: 4, judges: 3, each: 2, scores, experts: null, fixed: [] },
    most: Int32Array.from([2, 2, 2]),
  };
  const { chosen, short, total } = solve(problem, plain);
  assert.equal(sizeOf(chosen), 6);
  assert.equal(total, 6);
  const own = short.find(({ dossier }) => dossier === 0);
  assert.deepEqual(own, { dossier: 0, lacks: 2 - chosen[0]!.length, judges: 1, why: 'conflicts' });
  const loads = short.find(({ why }) => why === 'loads');
  assert.ok(loads !== undefined && loads.why === 'loads');
  assert.deepEqual([loads.judges, loads.room], [3, 6]);
  assert.ok(loads.asked > loads.room);
});

test('pairs that stay count for loads, experts and the floor', () => {
  const problem = madeProblem('fixed', {
    ...{ dossiers: 10, judges: 6, each: 3, most: 6, top: 9, conflicts: 0.1, experts: true },
  });
  const dossier = 3;
  const judge = 2;
  problem.scores[dossier * 6 + judge] = 0;
  const fixed = [{ dossier, judge }];
  const forced = solve({ ...problem, fixed }, plain);
  assert.ok(forced.chosen[dossier]!.includes(judge));
  assert.equal(violationsOf(taskOf(problem), forced.chosen), 0);
  assert.ok(forced.bound <= solve(problem, plain).bound);
});

test('by lot no pair comes more often than its limit, and every dossier has its judges', () => {
  const problem = madeProblem('lot', {
    ...{ dossiers: 6, judges: 10, each: 2, most: 2, top: 9, conflicts: 0.05, experts: true },
  });
  const limit = 0.6;
  const made = new Map<string, number>();
  const turns = 400;
  let sum = 0;
  let expected = 0;
  for (let seed = 0; seed < turns; seed++) {
    const lot = solve(problem, { ...plain, seed, limit });
    assert.equal(violationsOf(taskOf(problem), lot.chosen), 0);
    assert.equal(sizeOf(lot.chosen), 12);
    sum += lot.total;
    expected = lot.expected!;
    lot.chosen.forEach((judges, dossier) => {
      for (const judge of judges) {
        const pair = `${dossier}/${judge}`;
        made.set(pair, (made.get(pair) ?? 0) + 1);
      }
    });
  }
  // Five standard deviations.
  const most = limit + 5 * Math.sqrt(0.25 / turns);
  for (const [pair, times] of made) assert.ok(times / turns <= most, `${pair}: ${times}`);
  assert.ok(Math.abs(sum / turns - expected) < 0.05 * expected, `${sum / turns} ${expected}`);
  assert.ok(expected <= solve(problem, plain).bound);
  const never = solve(problem, { ...plain, limit: 1 / UNIT });
  assert.ok(never.short.length === 6 && never.short.every(({ why }) => why === 'limit'));
});

const input: RunInput = {
  ...{ each: 2, balanced: true, experts: 1, share: 0.001 },
  dossiers: ['a', 'b', 'c'].map((pid) => ({ pid, field: pid === 'c' ? 'y-te' : 'cntt' })),
  judges: [
    { pid: 'm', most: null, expertise: ['cntt'] },
    { pid: 'n', most: 2, expertise: ['cntt'] },
    { pid: 'o', most: null, expertise: ['y-te'] },
    { pid: 'p', most: null, expertise: [] },
  ],
  scores: [
    [10, 10, 0, -1],
    [10, 10, 0, 4],
    [0, 0, 10, 4],
  ],
  fixed: [[0, 2]],
};

test('a run is told by its input: what stays stays, each dossier has somebody of its field', () => {
  const output = rerun(input, 5);
  assert.deepEqual(rerun(structuredClone(input), 5), output);
  const of = (dossier: string) =>
    output.pairs.filter((pair) => pair[0] === dossier).map((pair) => pair[1]);
  assert.ok(of('a').includes('o') && ['m', 'n'].some((judge) => of('a').includes(judge)));
  assert.ok(of('c').includes('o'));
  assert.deepEqual(output.short, []);
  const all = rerun({ ...input, each: null }, 5);
  assert.equal(all.pairs.length, 11);
  assert.equal(all.total, 58);
});

test('why not this judge: what it would cost, or what stands against it', () => {
  assert.deepEqual(whyNot(input, 5, 0, 3), { why: 'forbidden' });
  assert.deepEqual(whyNot(input, 5, 0, 2), { why: 'made' });
  const now = rerun(input, 5);
  const free = [0, 1].find(
    (judge) => !now.pairs.some(([d, j]) => d === 'c' && j === input.judges[judge]!.pid),
  )!;
  const cost = whyNot(input, 5, 2, free);
  assert.equal(cost.why, 'cost');
  if (cost.why !== 'cost') return;
  assert.deepEqual([cost.score, cost.instead.length], [0, 1]);
  assert.ok(cost.loss > 0);
  const full = {
    ...input,
    fixed: [
      [0, 1],
      [1, 1],
    ] as [number, number][],
  };
  assert.deepEqual(whyNot(full, 5, 2, 1), { why: 'judge_full' });
});
