// The highest floor for the dossier that is served worst, at a cost of at most a share of the greatest sum, and the
// greatest sum above that floor. With several judges for a dossier this is hard in general: the floor is searched by
// halving between what the greatest sum gives and what is out of reach (`ceiling`), each tried by swaps (`exchange`).

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

/** `flow` is at its optimum. */
export function raiseFloor(task: Task, flow: Flow, share: number, seed: number): Floored {
  const first = flow.chosen();
  const total = totalOf(task, first);
  const worst = worstOf(task, first);
  if (task.dossiers === 0) return { chosen: first, total, worst: 0, worstBound: 0 };
  const most = total * share;
  const ceiling = new Ceiling(task, flow, first);
  const worstBound = ceiling.highest(worst, highestSum(task, first), most);
  const search = new Search(task, first, Math.ceil(total - most));
  search.climb(worst, worstBound);
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
  /** How much of the sum the floor may cost. */
  readonly #spare: number;
  readonly #exchange: Exchange;

  constructor(task: Task, first: Chosen, least: number) {
    this.#task = task;
    this.#first = first;
    this.#least = least;
    this.#spare = totalOf(task, first) - least;
    this.chosen = first;
    this.#exchange = new Exchange(task, first);
  }

  climb(low: number, high: number): void {
    let below = low;
    let above = high;
    // What is not known to be out of reach is often reached.
    if (below < above && this.#reach(above)) return;
    above -= 1;
    while (below < above) {
      const middle = below + Math.ceil((above - below) / 2);
      if (this.#reach(middle)) below = Math.max(middle, worstOf(this.#task, this.chosen));
      else above = middle - 1;
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

  #tryFrom(start: Chosen, floor: number): boolean {
    const exchange = this.#exchange;
    exchange.state.restore(start);
    exchange.improve(floor);
    const { state } = exchange;
    if (state.worst() < floor || state.total() < this.#least) return false;
    this.chosen = state.chosen();
    return true;
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
    for (let turn = 0; turn < turns; turn++) {
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
      this.#exchange.improve(floor);
      if (state.total() < this.#least || state.worst() < worst) continue;
      if (state.worst() === worst && state.total() <= total) continue;
      this.chosen = state.chosen();
      return;
    }
  }
}
