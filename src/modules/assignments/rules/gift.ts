// Gives a dossier other judges, two or three at once: what swaps one by one cannot, where the first would leave it below
// the floor. Judges who then have too many hand dossiers on, over the cheapest ways, to those who have too few.
import type { Ceiling } from './ceiling.ts';
import type { Move, State } from './state.ts';
import type { SwapGraph } from './swap-graph.ts';

/** Less than any difference of sums. */
const SMALL = 1e-6;

/** What a dossier would rather have at prices, and how much that would bring at most. */
export interface Wish {
  readonly dossier: number;
  readonly judges: readonly number[];
  readonly gain: number;
}

/** The wishes of all dossiers above the floor of the state, the greatest first. */
export function wishesOf(state: State, ceiling: Ceiling): Wish[] {
  const wishes: Wish[] = [];
  for (let dossier = 0; dossier < state.task.dossiers; dossier++) {
    const sum = state.sums[dossier]!;
    const now = ceiling.worth(dossier, state.lists[dossier]!) + state.worth(sum) - sum;
    if (ceiling.free(dossier) <= now + SMALL) continue;
    const best = ceiling.best(dossier, state.floor);
    if (best === null || best.worth <= now + SMALL) continue;
    wishes.push({ dossier, judges: best.judges, gain: best.worth - now });
  }
  return wishes.sort((a, b) => b.gain - a.gain || a.dossier - b.dossier);
}

export class Gift {
  readonly #state: State;
  readonly #graph: SwapGraph;
  readonly #made: Move[] = [];
  /** What dossiers were worth before. */
  readonly #before = new Map<number, number>();

  constructor(state: State, graph: SwapGraph) {
    this.#state = state;
    this.#graph = graph;
  }

  /** Grants the wish if that makes the whole better as things stand now; whether it did. */
  grant(wish: Wish, prices: Float64Array): boolean {
    const state = this.#state;
    const swaps = this.#swaps(wish);
    if (swaps.length === 0) return false;
    this.#force(swaps);
    let left = wish.gain - SMALL;
    const now = prices.slice();
    let ways = 0;
    for (; ways < swaps.length; ways++) {
      const costs = this.#bringOn(now, left);
      if (costs === null) break;
      left -= costs;
    }
    let gain = 0;
    for (const [dossier, was] of this.#before) gain += state.worth(state.sums[dossier]!) - was;
    const better = ways === swaps.length && gain > SMALL && state.keepsRules(this.#made);
    this.#finish(swaps, better);
    return better;
  }

  /** The judges who leave, each with one who comes. */
  #swaps({ dossier, judges }: Wish): Move[] {
    const has = this.#state.lists[dossier]!;
    const out = has.filter((judge) => !judges.includes(judge));
    const into = judges.filter((judge) => !has.includes(judge));
    return out.map((from, at) => ({ dossier, from, to: into[at]! }));
  }

  #force(swaps: readonly Move[]): void {
    const { excess } = this.#graph;
    for (const swap of swaps) {
      excess[swap.from]! -= 1;
      excess[swap.to]! += 1;
      this.#graph.kept = swap.dossier;
      this.#make(swap);
    }
  }

  #make(move: Move): void {
    const state = this.#state;
    const { dossier } = move;
    if (!this.#before.has(dossier)) this.#before.set(dossier, state.worth(state.sums[dossier]!));
    state.hand(move);
    this.#made.push(move);
    this.#touch(move);
  }

  /** One dossier too many is brought on to where one is missing; what that costs, null when it is too much. */
  #bringOn(prices: Float64Array, most: number): number | null {
    const graph = this.#graph;
    graph.freshen();
    const way = graph.way(prices, most);
    if (way === null) return null;
    const first = way.nodes[0]!;
    const last = way.nodes.at(-1)!;
    for (const move of graph.moves(way.nodes, false)) {
      if (!this.#state.isFree(move)) return null;
      this.#make(move);
    }
    graph.excess[first]! -= 1;
    graph.excess[last]! += 1;
    graph.touchJudge(first);
    graph.touchJudge(last);
    return way.costs;
  }

  #touch({ dossier, from }: Move): void {
    this.#graph.touchJudge(from);
    this.#graph.touch(dossier);
  }

  #finish(swaps: readonly Move[], keep: boolean): void {
    const graph = this.#graph;
    for (const move of this.#made) this.#touch(move);
    if (!keep)
      for (const move of this.#made.toReversed()) {
        this.#state.hand({ dossier: move.dossier, from: move.to, to: move.from });
        this.#touch(move);
        graph.touchJudge(move.to);
      }
    for (const { from, to } of swaps) {
      graph.touchJudge(from);
      graph.touchJudge(to);
    }
    graph.excess.fill(0);
    graph.kept = -1;
    this.#made.length = 0;
    this.#before.clear();
  }
}
