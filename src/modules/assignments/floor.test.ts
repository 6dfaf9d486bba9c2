// The highest floor: what the ceiling says is out of reach is so, and what is in reach is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../../kernel/random.ts';
import { tieOf } from './rules/best.ts';
import { Ceiling } from './rules/ceiling.ts';
import { Exchange } from './rules/exchange.ts';
import { type Problem, solve, taskOf, violationsOf } from './rules/index.ts';
import { Flow } from './rules/optimum.ts';
import { totalOf } from './rules/task.ts';
import { madeProblem, tried } from './rules/testing.ts';

const never = Number.NEGATIVE_INFINITY;

test('at whatever prices, no assignment has more above a floor than the ceiling says', () => {
  for (let turn = 0; turn < 60; turn++) {
    const problem = madeProblem(`ceiling ${turn}`, {
      ...{ dossiers: 4, judges: 5, each: 2, most: 3, top: 20, conflicts: 0.1 },
      experts: turn % 2 === 0,
    });
    const task = taskOf(problem);
    const flow = new Flow(task, { tie: tieOf(turn), unit: 1, room: 1 });
    flow.solve();
    if (!flow.isWhole()) continue;
    const own = Float64Array.from({ length: 5 }, (_, judge) => flow.placePrice(judge));
    const choose = chooserFromSeed(`prices ${turn}`);
    const other = own.map((price) => price + choose.between(-3, 3));
    const right = tried(problem, 1);
    const best = totalOf(task, flow.chosen());
    assert.ok(Math.abs(new Ceiling(task, own).most(never, never) - best) < 1e-3);
    for (const prices of [own, other]) {
      const ceiling = new Ceiling(task, prices);
      assert.ok(ceiling.most(0, never) >= best, `sum ${turn}`);
      assert.ok(ceiling.most(right.worst, never) >= right.total, `floor ${turn}`);
      assert.ok(ceiling.highest(0, 99, right.total) >= right.worst, `highest ${turn}`);
    }
  }
});

test('two judges are changed at once where each alone would leave the dossier below the floor', () => {
  const scores = Int32Array.from([10, 0, 5, 5, 40, 0, 9, 9]);
  const problem: Problem = {
    ...{ dossiers: 2, judges: 4, each: 2, scores, experts: null, fixed: [] },
    most: Int32Array.from([1, 1, 1, 1]),
  };
  const exchange = new Exchange(taskOf(problem), [
    [0, 1],
    [2, 3],
  ]);
  assert.equal(exchange.state.total(), 28);
  const ceiling = exchange.improve(10, Number.POSITIVE_INFINITY, []);
  assert.deepEqual(exchange.state.chosen(), [
    [2, 3],
    [0, 1],
  ]);
  assert.equal(exchange.state.total(), 50);
  assert.ok(ceiling!.most(10, never) >= 50);
  assert.deepEqual([...exchange.state.loads], [1, 1, 1, 1]);
});

test('the floor that is found is shown to be the highest', () => {
  let shown = 0;
  let raised = 0;
  const turns = 24;
  for (let turn = 0; turn < turns; turn++) {
    const problem = madeProblem(`middling ${turn}`, {
      ...{ dossiers: 90, judges: 30, each: 3, most: 11, top: 60, conflicts: 0.05 },
      experts: turn % 4 === 0,
    });
    // Half of the dossiers are liked by the few judges whom the others want as well.
    for (let pair = 0; pair < 45 * 30; pair++)
      if (pair % 5 !== 0 && problem.scores[pair]! > 0) problem.scores[pair] = (pair * 7) % 11;
    const settings = { seed: turn, share: 0.015, balanced: turn % 2 === 0, limit: null };
    const found = solve(problem, settings);
    assert.equal(violationsOf(taskOf(problem), found.chosen), 0);
    assert.ok(found.total >= found.bound * (1 - settings.share), `sum ${turn}`);
    assert.ok(found.worst <= found.worstBound);
    if (found.worst === found.worstBound) shown++;
    if (found.worst > solve(problem, { ...settings, share: 0 }).worst) raised++;
  }
  assert.ok(raised >= turns - 2, `raised ${raised} of ${turns}`);
  assert.ok(shown >= turns - 2, `shown ${shown} of ${turns}`);
});
