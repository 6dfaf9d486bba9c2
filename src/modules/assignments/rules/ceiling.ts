// What floor is out of reach. At the prices of the greatest sum every dossier has its best judges; one that is below a
// floor has to take others, and at those prices the best of them cost so much less. The sum of these losses is the
// least that the floor costs, whatever else is changed with it.
import { bestSet, type Candidate, shortlist } from './best-set.ts';
import type { Flow } from './optimum.ts';
import { WEIGHT } from './optimum.ts';
import { type Chosen, FORBIDDEN, isExpert, scoreOf, sumOf, type Task } from './task.ts';

/** The judges of a dossier with what each is worth at the prices of the flow. */
export function candidatesFor(task: Task, flow: Flow, dossier: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (let judge = 0; judge < task.judges; judge++) {
    const score = scoreOf(task, dossier, judge);
    if (score === FORBIDDEN) continue;
    const worth = flow.gain(dossier, judge);
    candidates.push({ judge, score, worth, expert: isExpert(task, dossier, judge) });
  }
  return candidates;
}

/** Tells what a floor costs at least; the flow is at its optimum, and `chosen` is its. */
export class Ceiling {
  readonly #task: Task;
  readonly #flow: Flow;
  readonly #sums: Float64Array;
  /** What was reckoned of a dossier: its candidates, and the worth of its best judges. */
  readonly #known = new Map<number, { candidates: Candidate[]; free: number }>();

  constructor(task: Task, flow: Flow, chosen: Chosen) {
    this.#task = task;
    this.#flow = flow;
    this.#sums = Float64Array.from(chosen, (judges, dossier) => sumOf(task, dossier, judges));
  }

  /** The least that the floor takes off the greatest sum; Infinity: some dossier never reaches it. */
  cost(floor: number, most: number): number {
    let cost = 0;
    for (let dossier = 0; dossier < this.#task.dossiers; dossier++) {
      if (this.#sums[dossier]! >= floor) continue;
      cost += this.#loss(dossier, floor) / WEIGHT;
      if (cost > most) return cost;
    }
    return cost;
  }

  #loss(dossier: number, floor: number): number {
    const size = this.#task.each[dossier]!;
    const experts = this.#task.experts?.least[dossier] ?? 0;
    let known = this.#known.get(dossier);
    if (known === undefined) {
      const candidates = shortlist(candidatesFor(this.#task, this.#flow, dossier), size);
      const best = bestSet(candidates, size, experts, Number.NEGATIVE_INFINITY);
      known = { candidates, free: best?.bound ?? 0 };
      this.#known.set(dossier, known);
    }
    const wanted = floor - this.#task.base[dossier]!;
    const best = bestSet(known.candidates, size, experts, wanted);
    return best === null ? Number.POSITIVE_INFINITY : Math.max(0, known.free - best.bound);
  }

  /** The highest whole floor from `low` to `high` that costs at most `most`. */
  highest(low: number, high: number, most: number): number {
    let below = low;
    let above = high;
    while (below < above) {
      const middle = below + Math.ceil((above - below) / 2);
      if (this.cost(middle, most) <= most) below = middle;
      else above = middle - 1;
    }
    return below;
  }
}
