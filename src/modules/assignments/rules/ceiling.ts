// What floor is out of reach. Whatever a place with each judge is said to cost, no assignment has a greater sum than
// all dossiers would have if each took the best judges at those prices, above the floor, and all places were paid
// back. The prices of the greatest sum tell it roughly, those of a search that ended at the floor nearly exactly.
import { type BestSet, bestSet, type Candidate, shortlist } from './best-set.ts';
import { FORBIDDEN, isExpert, scoreOf, type Task } from './task.ts';

/** Prices are whole where nothing is weighed; what reckoning adds is less. */
const ROUNDING = 1e-6;

export class Ceiling {
  readonly #task: Task;
  /** What a place with each judge costs, in points. */
  readonly #prices: Float64Array;
  /** The worth of the best judges of each dossier whatever their scores, and these scores with what it has already. */
  readonly #free: Float64Array;
  readonly #sums: Float64Array;
  /** What all places are paid. */
  #places = 0;
  readonly #candidates = new Map<number, Candidate[]>();

  constructor(task: Task, prices: Float64Array) {
    this.#task = task;
    this.#prices = prices;
    this.#free = new Float64Array(task.dossiers);
    this.#sums = task.base.slice();
    const taken = new Uint8Array(task.judges);
    for (let dossier = 0; dossier < task.dossiers; dossier++) this.#freely(dossier, taken);
    for (let judge = 0; judge < task.judges; judge++) {
      const price = prices[judge]!;
      this.#places += price * (price > 0 ? task.most[judge]! : task.least[judge]!);
    }
  }

  /** Pairs that were looked at. */
  static work({ scores, each }: Task): number {
    return scores.length * (each[0] ?? 0);
  }

  /** The best judges of a dossier without a floor: first the experts it needs, then anybody. */
  #freely(dossier: number, taken: Uint8Array): void {
    const experts = this.#task.experts?.least[dossier] ?? 0;
    const judges: number[] = [];
    for (let many = 0; many < this.#task.each[dossier]!; many++) {
      const judge = this.#next(dossier, taken, many < experts);
      if (judge === -1) break;
      taken[judge] = 1;
      judges.push(judge);
      const score = scoreOf(this.#task, dossier, judge);
      this.#free[dossier]! += score - this.#prices[judge]!;
      this.#sums[dossier]! += score;
    }
    for (const judge of judges) taken[judge] = 0;
  }

  #next(dossier: number, taken: Uint8Array, expert: boolean): number {
    const { scores, judges } = this.#task;
    const prices = this.#prices;
    const row = dossier * judges;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let judge = 0; judge < judges; judge++) {
      const score = scores[row + judge]!;
      if (score === FORBIDDEN) continue;
      const worth = score - prices[judge]!;
      if (worth < most || taken[judge] === 1) continue;
      if (worth === most && score <= scores[row + best]!) continue;
      if (expert && !isExpert(this.#task, dossier, judge)) continue;
      most = worth;
      best = judge;
    }
    return best;
  }

  /** What the best judges of a dossier are worth without a floor, and what any judges are at these prices. */
  free(dossier: number): number {
    return this.#free[dossier]!;
  }

  worth(dossier: number, judges: readonly number[]): number {
    let worth = 0;
    for (const judge of judges) worth += scoreOf(this.#task, dossier, judge) - this.#prices[judge]!;
    return worth;
  }

  /** The best judges of a dossier above the floor; null when there are none. */
  best(dossier: number, floor: number): BestSet | null {
    const { each, experts, base } = this.#task;
    const size = each[dossier]!;
    let candidates = this.#candidates.get(dossier);
    if (candidates === undefined) {
      candidates = shortlist(this.#candidatesFor(dossier), size);
      this.#candidates.set(dossier, candidates);
    }
    return bestSet(candidates, size, experts?.least[dossier] ?? 0, floor - base[dossier]!);
  }

  #candidatesFor(dossier: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (let judge = 0; judge < this.#task.judges; judge++) {
      const score = scoreOf(this.#task, dossier, judge);
      if (score === FORBIDDEN) continue;
      const worth = score - this.#prices[judge]!;
      candidates.push({ judge, score, worth, expert: isExpert(this.#task, dossier, judge) });
    }
    return candidates;
  }

  /** No assignment with this floor has a greater sum, or some number below `least`; −Infinity: there is none. */
  most(floor: number, least: number): number {
    let most = this.#places + ROUNDING;
    for (const worth of this.#free) most += worth;
    for (let dossier = 0; dossier < this.#task.dossiers && most >= least; dossier++) {
      if (this.#sums[dossier]! >= floor) continue;
      const best = this.best(dossier, floor);
      if (best === null) return Number.NEGATIVE_INFINITY;
      most -= Math.max(0, this.#free[dossier]! - best.bound);
    }
    return most;
  }

  /** The highest whole floor from `low` to `high` above which a sum of `least` is not out of reach. */
  highest(low: number, high: number, least: number): number {
    let below = low;
    let above = high;
    while (below < above) {
      const middle = below + Math.ceil((above - below) / 2);
      if (this.most(middle, least) >= least) below = middle;
      else above = middle - 1;
    }
    return below;
  }
}
