// Makes an assignment better by swaps: circles of judges who each give a dossier to the next.
//
// What a dossier counts is its sum, less a fine for what it lacks to the floor. An arc of the graph costs what it says
// because a circle passes each dossier once; a circle that does not is weighed as a whole.
import { Ceiling } from './ceiling.ts';
import { Gift, wishesOf } from './gift.ts';
import { type Move, State } from './state.ts';
import { SwapGraph } from './swap-graph.ts';
import type { Chosen, Task } from './task.ts';

/**
 * What a point below the floor counts, one after the other, so that what is cheap is done first; other steps end at
 * other places, and each is sometimes the best.
 */
export const FINES = [[1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8], [1 / 3, 1, 3, 9], [1]] as const;
/** In the end nothing is left below the floor that could be brought to it. */
const LAST_FINE = 4096;

export class Exchange {
  readonly state: State;
  readonly #graph: SwapGraph;
  readonly #gift: Gift;
  readonly #made: Move[] = [];
  #looked = 0;

  constructor(task: Task, chosen: Chosen) {
    this.state = new State(task, chosen);
    this.#graph = new SwapGraph(this.state);
    this.#gift = new Gift(this.state, this.#graph);
  }

  /** Arcs and pairs that were looked at so far: what the swaps cost, the same each time. */
  get work(): number {
    return this.#graph.work + this.#looked;
  }

  /**
   * Swaps until nothing helps: first what lacks to the floor, then the sum; or until `most` arcs were looked at in all.
   * Gives a ceiling by the prices at which it ended, null where it was cut off.
   */
  improve(floor: number, most: number, fines: readonly number[] = FINES[0]): Ceiling | null {
    this.state.floor = floor;
    for (const fine of fines) {
      this.state.fine = fine;
      this.#graph.forget();
      this.#circulate(most);
    }
    this.state.fine = LAST_FINE;
    this.#graph.forget();
    return this.#please(most);
  }

  /** Swaps, and grants what dossiers wish at the prices that come of it, until neither helps. */
  #please(most: number): Ceiling | null {
    for (;;) {
      this.#circulate(most);
      if (this.work >= most) return null;
      const prices = this.#graph.prices();
      const ceiling = this.#ceiling(prices);
      let granted = false;
      for (const wish of wishesOf(this.state, ceiling))
        if (this.#gift.grant(wish, prices)) granted = true;
      if (!granted) return ceiling;
    }
  }

  /** A judge's price is what it costs to find room for one more dossier. */
  #ceiling(prices: Float64Array): Ceiling {
    const { task } = this.state;
    this.#looked += Ceiling.work(task);
    const room = prices[task.judges]!;
    return new Ceiling(
      task,
      prices.subarray(0, task.judges).map((price) => room - price),
    );
  }

  #circulate(most: number): void {
    while (this.work < most) {
      this.#graph.freshen();
      const circles = this.#graph.circles();
      if (circles.length === 0) return;
      for (const circle of circles) this.#tryCircle(circle);
    }
  }

  /** Makes the swaps of a circle when they make the whole better as things stand now. */
  #tryCircle(circle: readonly number[]): void {
    const moves = this.#graph.moves(circle);
    if (this.#makeBetter(moves)) return;
    for (const part of split(moves)) if (this.#makeBetter(part)) return;
    this.#graph.shut(circle[0]!, circle[1]!);
  }

  #makeBetter(moves: readonly Move[]): boolean {
    if (moves.length === 0) return false;
    const gain = this.#make(moves);
    if (gain === null) return false;
    const better = gain > 0 && this.state.keepsRules(moves);
    if (better) this.#note(moves);
    else this.#undo(moves.length);
    this.#made.length = 0;
    return better;
  }

  /** Makes the moves and tells what they bring; null, and nothing made, when one cannot be. */
  #make(moves: readonly Move[]): number | null {
    const { state } = this;
    const before = new Map<number, number>();
    for (const { dossier, from } of moves) {
      if (!state.isMade(dossier, from)) return null;
      before.set(dossier, state.worth(state.sums[dossier]!));
    }
    let made = 0;
    for (const move of moves) {
      if (state.isFree(move)) {
        this.#move(move);
        made++;
      } else {
        this.#undo(made);
        return null;
      }
    }
    let gain = 0;
    for (const [dossier, was] of before) gain += state.worth(state.sums[dossier]!) - was;
    return gain;
  }

  #move(move: Move): void {
    this.state.hand(move);
    this.#made.push(move);
  }

  /** What hangs on these moves has to be reckoned anew; what was tried and undone leaves no trace. */
  #note(moves: readonly Move[]): void {
    for (const { dossier, from } of moves) {
      this.#graph.touchJudge(from);
      this.#graph.touch(dossier);
    }
  }

  #undo(count: number): void {
    for (let at = 0; at < count; at++) {
      const { dossier, from, to } = this.#made.pop()!;
      this.#move({ dossier, from: to, to: from });
      this.#made.pop();
    }
  }
}

/** Where a dossier is passed twice, the moves cut into two circles, each closed by that dossier. */
function split(moves: readonly Move[]): Move[][] {
  for (let first = 0; first < moves.length; first++) {
    for (let second = first + 1; second < moves.length; second++) {
      if (moves[first]!.dossier !== moves[second]!.dossier) continue;
      const a = moves[first]!;
      const b = moves[second]!;
      return [
        [...moves.slice(first + 1, second), { ...b, to: a.to }],
        [...moves.slice(0, first), { ...a, to: b.to }, ...moves.slice(second + 1)],
      ];
    }
  }
  return [];
}
