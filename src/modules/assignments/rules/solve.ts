import { tieOf } from './best.ts';
import { raiseFloor } from './floor.ts';
import { balancedLoads } from './loads.ts';
import { draw, UNIT } from './lottery.ts';
import { Flow } from './optimum.ts';
import { type Shortage, shortagesOf } from './shortage.ts';
import {
  type Chosen,
  type Experts,
  FORBIDDEN,
  type Pair,
  type Task,
  totalOf,
  worstOf,
} from './task.ts';

/** Who may judge what, and what stands already. Dossiers and judges are told by their places. */
export interface Problem {
  readonly dossiers: number;
  readonly judges: number;
  /** A row of `judges` for each dossier: whole, 0 … MOST_SCORE, or FORBIDDEN. */
  readonly scores: Int32Array;
  /** Judges of each dossier. */
  readonly each: number;
  /** Dossiers that each judge takes at most. */
  readonly most: Int32Array;
  readonly experts: Experts | null;
  /** Pairs that stay as they are. */
  readonly fixed: readonly Pair[];
}

export interface Settings {
  /** Whole, 0 or more: the same gives the same answer. */
  readonly seed: number;
  /** Share of the greatest sum that the floor may cost, 0 … 1. */
  readonly share: number;
  /** Loads differ by one at most, as far as limits and conflicts let them. */
  readonly balanced: boolean;
  /** No pair is made with a greater probability; null: nothing is left to the lot. */
  readonly limit: number | null;
}

export interface Answer {
  /** The judges of each dossier, those that stayed included. */
  readonly chosen: Chosen;
  /** Sum of the scores of all pairs. */
  readonly total: number;
  /** No assignment has a greater sum. */
  readonly bound: number;
  /** The sum that the lot gives on average; null: nothing is left to it. */
  readonly expected: number | null;
  /** Least sum of a dossier; 0 without dossiers. */
  readonly worst: number;
  /** No floor that costs at most the share is higher. */
  readonly worstBound: number;
  /** Dossiers that could not get all their judges; then the assignment is the largest there is. */
  readonly short: readonly Shortage[];
}

/** Loads may differ by so much more where conflicts ask for it, before they are no longer evened out. */
const MOST_SLACK = 4;

/** The best assignment: the greatest sum, then the highest floor at a share of it, then the sum again. */
export function solve(problem: Problem, settings: Settings): Answer {
  const base = taskOf(problem);
  const tie = tieOf(settings.seed);
  const { task, flow } = balance(base, problem, settings.balanced, tie);
  const already = fixedSum(problem);
  const first = flow.chosen();
  const bound = totalOf(task, first) + already;
  if (!flow.isWhole()) {
    const short = shortagesOf(task, first);
    const total = totalOf(task, first) + already;
    const worst = worstOf(task, first);
    return answer(problem, { chosen: first, total, bound, worst, worstBound: worst, short });
  }
  if (settings.limit !== null) return byLot(problem, task, settings, settings.limit, bound);
  const raised = raiseFloor(task, flow, settings.share, settings.seed);
  return answer(problem, { ...raised, total: raised.total + already, bound, short: [] });
}

function answer(problem: Problem, found: Omit<Answer, 'expected'> & { expected?: number }): Answer {
  const chosen = found.chosen.map((judges) => [...judges]);
  for (const { dossier, judge } of problem.fixed) chosen[dossier]!.push(judge);
  return {
    expected: null,
    ...found,
    worst: problem.dossiers === 0 ? 0 : found.worst,
    worstBound: problem.dossiers === 0 ? 0 : found.worstBound,
    chosen: chosen.map((judges) => judges.sort((a, b) => a - b)),
  };
}

/** What is left to do when the fixed pairs are taken out. */
export function taskOf(problem: Problem): Task {
  const { dossiers, judges, experts, fixed } = problem;
  const scores = problem.scores.slice();
  const each = new Int32Array(dossiers).fill(problem.each);
  const most = problem.most.slice();
  const base = new Float64Array(dossiers);
  const least = experts?.least.slice() ?? null;
  for (const { dossier, judge } of fixed) {
    const pair = dossier * judges + judge;
    base[dossier]! += Math.max(0, scores[pair]!);
    scores[pair] = FORBIDDEN;
    each[dossier] = Math.max(0, each[dossier]! - 1);
    most[judge] = Math.max(0, most[judge]! - 1);
    if (least !== null && experts!.of[pair] === 1)
      least[dossier] = Math.max(0, least[dossier]! - 1);
  }
  if (least !== null)
    for (let at = 0; at < dossiers; at++) least[at] = Math.min(least[at]!, each[at]!);
  const group = least === null ? null : { of: experts!.of, least };
  return {
    dossiers,
    judges,
    scores,
    each,
    least: new Int32Array(judges),
    most,
    experts: group,
    base,
  };
}

const fixedSum = (problem: Problem): number =>
  problem.fixed.reduce(
    (sum, { dossier, judge }) =>
      sum + Math.max(0, problem.scores[dossier * problem.judges + judge]!),
    0,
  );

interface Solved {
  readonly task: Task;
  readonly flow: Flow;
}

function solved(task: Task, tie: (pair: number) => number): Solved {
  const flow = new Flow(task, { tie, unit: 1, room: 1 });
  flow.solve();
  return { task, flow };
}

/** The greatest sum with loads as even as they can be; without, where it is not asked or does not help. */
function balance(
  task: Task,
  { fixed }: Problem,
  balanced: boolean,
  tie: (pair: number) => number,
): Solved {
  if (!balanced) return solved(task, tie);
  const held = new Int32Array(task.judges);
  for (const { judge } of fixed) held[judge]! += 1;
  const needed = task.each.reduce((sum, each) => sum + each, 0);
  const even = (below: number, above: number) =>
    solved({ ...task, ...balancedLoads(task.most, held, needed, { below, above }) }, tie);
  const first = even(0, 0);
  if (first.flow.isWhole()) return first;
  // Conflicts are in the way: as little more as can be for those who get most, then as much as can be for the others.
  for (let above = 0; above <= MOST_SLACK; above++) {
    if (!even(needed, above).flow.isWhole()) continue;
    for (let below = 0; below <= MOST_SLACK; below++) {
      const found = even(below, above);
      if (found.flow.isWhole()) return found;
    }
    return even(needed, above);
  }
  return solved(task, tie);
}

/** By lot: `bound` stays that of the greatest sum, which no draw is above. */
function byLot(
  problem: Problem,
  task: Task,
  { seed }: Settings,
  limit: number,
  bound: number,
): Answer {
  const room = Math.floor(limit * UNIT + 1e-6);
  const flow = new Flow(task, { tie: tieOf(seed), unit: UNIT, room });
  flow.solve();
  const already = fixedSum(problem);
  if (!flow.isWhole()) {
    const chosen = Array.from({ length: task.dossiers }, () => []);
    const short = limitShortages(task, flow);
    const worst = worstOf(task, chosen);
    return answer(problem, { chosen, total: already, bound, worst, worstBound: worst, short });
  }
  const chosen = draw(task, flow.units(), seed);
  let expected = already;
  for (const [pair, units] of flow.units()) expected += (task.scores[pair]! * units) / UNIT;
  const worst = worstOf(task, chosen);
  const total = totalOf(task, chosen) + already;
  return answer(problem, { chosen, total, bound, expected, worst, worstBound: worst, short: [] });
}

/** The dossiers that cannot have all their judges without a pair above the limit. */
function limitShortages(task: Task, flow: Flow): Shortage[] {
  const short: Shortage[] = [];
  for (let dossier = 0; dossier < task.dossiers; dossier++) {
    const lacks = Math.ceil(flow.lacking(dossier) / UNIT);
    if (lacks === 0) continue;
    const row = task.scores.subarray(dossier * task.judges, (dossier + 1) * task.judges);
    const judges = row.reduce((many, score) => many + (score === FORBIDDEN ? 0 : 1), 0);
    short.push({ dossier, lacks, judges, why: 'limit' });
  }
  return short;
}
