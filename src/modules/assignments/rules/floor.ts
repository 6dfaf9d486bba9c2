// The highest floor for the dossier that is served worst, at a cost of at most a share of the greatest sum, and the
// greatest sum above that floor. With several judges for a dossier this is hard in general: the floor is searched
// between what the greatest sum gives and what is out of reach (`ceiling`), each tried by swaps (`exchange`).

import { chooserFromSeed } from '../../../kernel/random.ts';
import { Ceiling } from './ceiling.ts';
import { Exchange } from './exchange.ts';
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
/** So many floors are guessed from what they cost; then what is left is halved. */
const GUESSES = 5;

/** `flow` is at its optimum. */
export function raiseFloor(task: Task, flow: Flow, share: number, seed: number): Floored {
  const first = flow.chosen();
  const total = totalOf(task, first);
  const worst = worstOf(task, first);
  if (task.dossiers === 0) return { chosen: first, total, worst: 0, worstBound: 0 };
  const most = total * share;
  const ceiling = new Ceiling(task, flow, first);
  // Nobody is served worst with more than there is for each.
  const fair = Math.floor((total + task.base.reduce((sum, base) => sum + base, 0)) / task.dossiers);
  const worstBound = ceiling.highest(worst, Math.min(fair, highestSum(task, first)), most);
  const search = new Search(task, first, Math.ceil(total - most));
  search.climb(worst, worstBound, ceiling);
  search.shake(flow, seed);
  const { chosen } = search;
  return {
    chosen,
    total: totalOf(task, chosen),
    worst: worstOf(task, chosen),
    worstBound,
  };
}

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
  readonly #task: Task;
  readonly #first: Chosen;
  readonly #least: number;
  /** The greatest sum, and how much of it the floor may cost. */
  readonly #most: number;
  readonly #spare: number;
  /** Arcs that may be looked at in all. */
  readonly #work: number;
  readonly #exchange: Exchange;

  constructor(task: Task, first: Chosen, least: number) {
    this.#task = task;
    this.#first = first;
    this.#least = least;
    this.#most = totalOf(task, first);
    this.#spare = this.#most - least;
    this.#work = Math.max(LEAST_WORK, WORK_PER_PAIR * task.scores.length);
    this.chosen = first;
    this.#exchange = new Exchange(task, first);
  }

  /**
   * Raises the floor from `low`, which stands, as far as it goes, to `high` at most. What a floor costs at least tells
   * where to try next: floors cost somewhat more than that, each about as much more as the one tried before.
   */
  climb(low: number, high: number, ceiling: Ceiling): void {
    let below = low;
    let above = high;
    let dearer = 1;
    for (let turn = 0; below < above && this.#exchange.work < this.#work; turn++) {
      const guess =
        turn < GUESSES
          ? ceiling.highest(below, above, this.#spare / dearer)
          : below + Math.ceil((above - below) / 2);
      const middle = Math.max(guess, below + 1);
      const reached = this.#reach(middle);
      below = Math.max(below, worstOf(this.#task, this.chosen));
      if (!reached) above = middle - 1;
      const least = ceiling.cost(middle, Number.POSITIVE_INFINITY);
      const costs = this.#most - this.#exchange.state.total();
      dearer = least > 0 && this.#exchange.state.worst() >= middle ? costs / least : dearer * 1.2;
    }
  }

  /** Whether the floor was reached within the share. */
  #reach(floor: number): boolean {
    if (this.#tryFrom(this.#first, floor)) return true;
    // What is far from it from the one side is out of reach from the other as well.
    const { state } = this.#exchange;
    const near = state.worst() >= floor && this.#least - state.total() <= this.#spare / 5;
    return near && this.#tryFrom(this.chosen, floor);
  }

  /** Whether the floor is reached from there; what is better than before is kept also when it is not. */
  #tryFrom(start: Chosen, floor: number): boolean {
    const { state } = this.#exchange;
    state.restore(start);
    this.#improve(floor);
    if (state.total() < this.#least) return false;
    if (state.worst() > worstOf(this.#task, this.chosen)) this.chosen = state.chosen();
    return state.worst() >= floor;
  }

  #improve(floor: number): void {
    const { work } = this.#exchange;
    this.#exchange.improve(floor, Math.min(this.#work, work + this.#work / TRIES));
  }

  /** Begins again from other places: where scores of dossiers that lack count more, by chance. Keeps what is better. */
  shake(flow: Flow, seed: number): void {
    const { dossiers, judges, base } = this.#task;
    const choose = chooserFromSeed(`shake ${seed}`);
    const best = worstOf(this.#task, this.chosen);
    const pressed = this.#first.map((list, dossier) => sumOf(this.#task, dossier, list) < best);
    if (!pressed.includes(true)) return;
    const pairs = Math.max(1, base.length * judges);
    const turns = Math.min(MOST_TURNS, Math.floor(SHAKEN_PAIRS / pairs));
    for (let turn = 0; turn < turns && this.#exchange.work < this.#work; turn++) {
      const weights = new Float64Array(dossiers).fill(WEIGHT);
      for (let dossier = 0; dossier < dossiers; dossier++)
        if (pressed[dossier] === true)
          weights[dossier] = WEIGHT * choose.pick([1, 2, 4, MOST_WEIGHT]);
      flow.weigh(weights);
      flow.solve();
      this.#better(flow.chosen());
    }
  }

  /** Keeps what comes of a beginning when its floor is higher, or its sum greater at the same. */
  #better(start: Chosen): void {
    const { state } = this.#exchange;
    const worst = worstOf(this.#task, this.chosen);
    const total = totalOf(this.#task, this.chosen);
    for (const floor of [worst + 1, worst]) {
      state.restore(start);
      this.#improve(floor);
      if (state.total() < this.#least || state.worst() < worst) continue;
      if (state.worst() === worst && state.total() <= total) continue;
      this.chosen = state.chosen();
      return;
    }
  }
}
