// Judges by lot: no pair is made with a greater probability than a limit, so that nobody can count on judging a
// dossier. First the probabilities of the greatest expected sum, exact by the same flow in small parts of one; then a
// draw that gives every pair exactly its probability and every dossier its judges: whatever is neither 0 nor 1 lies on
// circles, and each circle is turned one way or the other until something on it is whole.
import { randomFromSeed } from '../../../kernel/random.ts';
import type { Chosen, Task } from './task.ts';

/** A probability of one, in parts. */
export const UNIT = 10_000;

interface Arc {
  readonly from: number;
  readonly to: number;
  /** Parts of the pair; null: it only leads on. */
  readonly pair: number | null;
  /** 0 … UNIT. */
  parts: number;
}

/** Draws an assignment from parts of pairs: each pair is drawn with its share of UNIT. */
export function draw(
  task: Task,
  units: Iterable<readonly [pair: number, units: number]>,
  seed: number,
): Chosen {
  const arcs = arcsOf(task, units);
  const next = randomFromSeed(`lot ${seed}`);
  const around = neighbours(task, arcs);
  for (let start = 0; start < around.length; start++) {
    for (;;) {
      const circle = circleFrom(start, arcs, around);
      if (circle === null) break;
      turn(circle, arcs, next);
    }
  }
  const chosen: number[][] = Array.from({ length: task.dossiers }, () => []);
  for (const { pair, parts } of arcs)
    if (pair !== null && parts === UNIT)
      chosen[Math.floor(pair / task.judges)]!.push(pair % task.judges);
  return chosen.map((judges) => judges.sort((a, b) => a - b));
}

/** Pairs from dossiers (or from where those go who are no experts) to judges, and from judges to one last node. */
function arcsOf(task: Task, units: Iterable<readonly [number, number]>): Arc[] {
  const { dossiers, judges, experts } = task;
  const last = dossiers + judges;
  const arcs: Arc[] = [];
  const loads = new Float64Array(judges);
  const outsiders = new Float64Array(dossiers);
  for (const [pair, parts] of units) {
    const dossier = Math.floor(pair / judges);
    const judge = pair % judges;
    const outside = experts !== null && experts.least[dossier]! > 0 && experts.of[pair] === 0;
    if (outside) outsiders[dossier]! += parts;
    loads[judge]! += parts;
    const from = outside ? last + 1 + dossier : dossier;
    arcs.push({ from, to: dossiers + judge, pair, parts });
  }
  for (let judge = 0; judge < judges; judge++)
    arcs.push({ from: dossiers + judge, to: last, pair: null, parts: loads[judge]! % UNIT });
  for (let dossier = 0; dossier < dossiers; dossier++)
    arcs.push({
      ...{ from: dossier, to: last + 1 + dossier },
      pair: null,
      parts: outsiders[dossier]! % UNIT,
    });
  return arcs;
}

function neighbours(task: Task, arcs: readonly Arc[]): number[][] {
  const around: number[][] = Array.from({ length: 2 * task.dossiers + task.judges + 1 }, () => []);
  arcs.forEach(({ from, to }, arc) => {
    around[from]!.push(arc);
    around[to]!.push(arc);
  });
  return around;
}

const isPart = ({ parts }: Arc): boolean => parts > 0 && parts < UNIT;

interface Step {
  readonly arc: number;
  /** In the direction of the arc. */
  readonly forward: boolean;
}

/** A circle of arcs that are neither nothing nor whole, on the way from a node; null: there is none. */
function circleFrom(start: number, arcs: Arc[], around: number[][]): Step[] | null {
  const seen = new Map<number, number>([[start, 0]]);
  const steps: Step[] = [];
  for (let node = start, came = -1; ; ) {
    const list = around[node]!;
    // What is whole stays so: it is not looked at again.
    for (let at = list.length - 1; at >= 0; at--) if (!isPart(arcs[list[at]!]!)) list.splice(at, 1);
    const arc = list.find((one) => one !== came);
    if (arc === undefined) return null;
    const forward = arcs[arc]!.from === node;
    steps.push({ arc, forward });
    node = forward ? arcs[arc]!.to : arcs[arc]!.from;
    came = arc;
    const before = seen.get(node);
    if (before !== undefined) return steps.slice(before);
    seen.set(node, steps.length);
  }
}

/** Moves parts around the circle, one way or the other, so that each arc keeps what it has on average. */
function turn(circle: readonly Step[], arcs: Arc[], next: () => number): void {
  let ahead = UNIT;
  let back = UNIT;
  for (const { arc, forward } of circle) {
    const { parts } = arcs[arc]!;
    ahead = Math.min(ahead, forward ? UNIT - parts : parts);
    back = Math.min(back, forward ? parts : UNIT - parts);
  }
  const by = (next() / 2 ** 32) * (ahead + back) < back ? ahead : -back;
  for (const { arc, forward } of circle) arcs[arc]!.parts += forward ? by : -by;
}
