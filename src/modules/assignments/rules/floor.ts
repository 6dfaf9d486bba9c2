// The highest floor for the dossier that is served worst, at a cost of at most a share of the greatest sum, and the
// greatest sum above that floor. With several judges for a dossier this is hard in general: the floor is searched
// between what the greatest sum gives and what is out of reach (`ceiling`), each tried by swaps (`exchange`). The prices
// at which a search ends tell most nearly what else is out of reach, so few floors have to be tried.

import { chooserFromSeed } from '../../../kernel/random.ts';
import { Ceiling } from './ceiling.ts';
import { Exchange, FINES } from './exchange.ts';
import { type Flow, MOST_WEIGHT, WEIGHT } from './optimum.ts';
import { type Chosen, FORBIDDEN, sumOf, type Task, totalOf, worstOf } from './task.ts';

export interface Floored {
  readonly chosen: Chosen;
  readonly total: number;
  readonly worst: number;
  /** No assignment within the share has a dossier that is served worst better than this. */
  readonly worstBound: number;
}

/** A problem of so many pairs is begun anew once more, smaller ones more often, larger ones never. */
const SHAKEN_PAIRS = 3_000_000;
const MOST_TURNS = 12;
/** Arcs of swaps that are looked at before the best that was found is taken: a few seconds, counted and not timed. */
const LEAST_WORK = 1.5e9;
const WORK_PER_PAIR = 1_250;
/** One floor takes such a part of them at most. */
const TRIES = 4;
/** What lacks no more than such a part of the share is tried from other sides as well. */
const NEAR = 5;

/** `flow` is at its optimum. */
export function raiseFloor(task: Task, flow: Flow, share: number, seed: number): Floored {
  const first = flow.chosen();
  const total = totalOf(task, first);
  if (task.dossiers === 0) return { chosen: first, total, worst: 0, worstBound: 0 };
  const search = new Search(task, first, Math.ceil(total - total * share));
  // Nobody is served worst with more than there is for each.
  const fair = Math.floor((total + task.base.reduce((sum, base) => sum + base, 0)) / task.dossiers);
  search.climb(Math.min(fair, highestSum(task, first)), pricesOf(task, flow));
  search.shake(flow, seed);
  const { chosen, worstBound } = search;
  return { chosen, total: totalOf(task, chosen), worst: worstOf(task, chosen), worstBound };
}

const pricesOf = (task: Task, flow: Flow): Float64Array =>
  Float64Array.from({ length: task.judges }, (_, judge) => flow.placePrice(judge));

/** What the dossier with the least best judges could have at most. */
function highestSum(task: Task, chosen: Chosen): number {
  let least = Number.POSITIVE_INFINITY;
  for (let dossier = 0; dossier < task.dossiers; dossier++) {
    const row = task.scores.slice(dossier * task.judges, (dossier + 1) * task.judges).sort();
    let sum = task.base[dossier]!;
    for (let at = 1; at <= chosen[dossier]!.length; at++) {
      const score = row[row.length - at]!;
      if (score !== FORBIDDEN) sum += score;
    }
    least = Math.min(least, sum);
  }
  return least;
}

class Search {
  chosen: Chosen;
  /** No floor above it is to be had. */
  worstBound: number;
  readonly #task: Task;
  readonly #first: Chosen;
  /** The least sum that may be, and how much less that is than the greatest. */
  readonly #least: number;
  readonly #spare: number;
  /** Arcs that may be looked at in all. */
  readonly #work: number;
  readonly #exchange: Exchange;
  /** By the prices of the last search; null where it was cut off. */
  #ceiling: Ceiling | null = null;

  constructor(task: Task, first: Chosen, least: number) {
    this.#task = task;
    this.#first = first;
    this.#least = least;
    this.#spare = totalOf(task, first) - least;
    this.#work = Math.max(LEAST_WORK, WORK_PER_PAIR * task.scores.length);
    this.chosen = first;
    this.worstBound = Number.POSITIVE_INFINITY;
    this.#exchange = new Exchange(task, first);
  }

  get #worst(): number {
    return worstOf(this.#task, this.chosen);
  }

  /** Raises the floor as far as it goes, to `high` at most; `prices` are those of the greatest sum. */
  climb(high: number, prices: Float64Array): void {
    this.worstBound = Math.max(high, this.#worst);
    this.#learn(new Ceiling(this.#task, prices));
    let above = this.worstBound;
    let next = above;
    while (this.#worst < above && this.#exchange.work < this.#work) {
      // From where the last one ended, which is near, unless it was cut off.
      const reached =
        this.#ceiling === null ? this.#tryFrom(this.#first, next) : this.#tryFrom(null, next, []);
      above = Math.min(reached ? above : next - 1, this.worstBound);
      next = Math.max(this.#worst + 1, Math.min(above, this.#guess(next, above)));
    }
    while (this.#worst < this.worstBound && this.#exchange.work < this.#work)
      if (!this.#press(this.#worst + 1)) return;
  }

  /**
   * The floor to try after `tried`: others cost as much more than the ceiling tells as that did; where that is not
   * known, half of what is left.
   */
  #guess(tried: number, above: number): number {
    const worst = this.#worst;
    const { state } = this.#exchange;
    if (this.#ceiling === null || state.worst() < tried)
      return worst + Math.ceil((above - worst) / 2);
    const dearer = this.#ceiling.most(tried, Number.NEGATIVE_INFINITY) - state.total();
    return this.#ceiling.highest(worst, above, this.#least + Math.max(0, Math.floor(dearer)));
  }

  /** Tries from other sides what is neither reached nor out of reach; whether it is reached. */
  #press(floor: number): boolean {
    if (this.#tryFrom(this.chosen, floor, [])) return true;
    const { state } = this.#exchange;
    // What is far from it from the one side is so from the others as well.
    if (state.worst() < floor || this.#least - state.total() > this.#spare / NEAR) return false;
    for (const fines of FINES) {
      if (floor > this.worstBound) return false;
      if (this.#tryFrom(this.#first, floor, fines)) return true;
    }
    return false;
  }

  /**
   * Whether the floor is reached from there (null: from where the last search ended); what is better than before is
   * kept also when it is not.
   */
  #tryFrom(start: Chosen | null, floor: number, fines?: readonly number[]): boolean {
    const { state } = this.#exchange;
    if (start !== null) state.restore(start);
    this.#ceiling = this.#improve(floor, fines);
    if (this.#ceiling !== null) this.#learn(this.#ceiling);
    if (state.total() < this.#least) return false;
    if (state.worst() > this.#worst) this.chosen = state.chosen();
    return state.worst() >= floor;
  }

  #learn(ceiling: Ceiling): void {
    this.worstBound = ceiling.highest(this.#worst, this.worstBound, this.#least);
  }

  #improve(floor: number, fines?: readonly number[]): Ceiling | null {
    const { work } = this.#exchange;
    return this.#exchange.improve(floor, Math.min(this.#work, work + this.#work / TRIES), fines);
  }

  /** Begins again from other places: where scores of dossiers that lack count more, by chance. Keeps what is better. */
  shake(flow: Flow, seed: number): void {
    const { dossiers, judges, base } = this.#task;
    const choose = chooserFromSeed(`shake ${seed}`);
    const best = this.#worst;
    const pressed = this.#first.map((list, dossier) => sumOf(this.#task, dossier, list) < best);
    if (!pressed.includes(true)) return;
    const pairs = Math.max(1, base.length * judges);
    const turns = Math.min(MOST_TURNS, Math.floor(SHAKEN_PAIRS / pairs));
    for (let turn = 0; turn < turns && this.#exchange.work < this.#work; turn++) {
      if (this.#isDone()) return;
      const weights = new Float64Array(dossiers).fill(WEIGHT);
      for (let dossier = 0; dossier < dossiers; dossier++)
        if (pressed[dossier] === true)
          weights[dossier] = WEIGHT * choose.pick([1, 2, 4, MOST_WEIGHT]);
      flow.weigh(weights);
      flow.solve();
      this.#better(flow.chosen());
    }
  }

  /** Whether neither a higher floor nor a greater sum above this one is to be had. */
  #isDone(): boolean {
    const worst = this.#worst;
    const next = totalOf(this.#task, this.chosen) + 1;
    return (
      worst === this.worstBound && this.#ceiling !== null && this.#ceiling.most(worst, next) < next
    );
  }

  /** Keeps what comes of a beginning when its floor is higher, or its sum greater at the same. */
  #better(start: Chosen): void {
    const { state } = this.#exchange;
    const worst = this.#worst;
    const total = totalOf(this.#task, this.chosen);
    for (const floor of [worst + 1, worst]) {
      if (floor > this.worstBound) continue;
      state.restore(start);
      this.#ceiling = this.#improve(floor);
      if (state.total() < this.#least || state.worst() < worst) continue;
      if (state.worst() === worst && state.total() <= total) continue;
      this.chosen = state.chosen();
      return;
    }
  }
}
