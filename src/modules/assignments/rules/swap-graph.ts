// Judges are nodes; the arc from a to b is the cheapest of a's dossiers that b may take in a's place. One more node
// stands for room: judges who may take one more lead to it, those who may give one without taking come from it. A
// circle whose costs are below zero makes the whole better, and the shortest ways find it among more circles than
// could ever be tried.
import type { Move, State } from './state.ts';

const NEVER = Number.POSITIVE_INFINITY;

export class SwapGraph {
  readonly #state: State;
  readonly #nodes: number;
  readonly #room: number;
  readonly #cost: Float64Array;
  readonly #via: Int32Array;
  readonly #stale: Uint8Array;
  readonly #distance: Float64Array;
  readonly #parent: Int32Array;
  readonly #far: Float64Array;
  /** Dossiers that a judge has too many, or too few, until a way has brought them on. */
  readonly excess: Int32Array;
  /** This dossier stays where it is; −1: none does. */
  kept = -1;
  /** Arcs that were looked at, in all. */
  work = 0;
  #active: Uint8Array;
  #next: Uint8Array;

  constructor(state: State) {
    this.#state = state;
    this.#room = state.task.judges;
    this.#nodes = this.#room + 1;
    this.#cost = new Float64Array(this.#nodes * this.#nodes).fill(NEVER);
    this.#via = new Int32Array(this.#nodes * this.#nodes);
    this.#stale = new Uint8Array(this.#nodes).fill(1);
    this.#distance = new Float64Array(this.#nodes);
    this.#parent = new Int32Array(this.#nodes);
    this.#far = new Float64Array(this.#nodes);
    this.excess = new Int32Array(this.#nodes);
    this.#active = new Uint8Array(this.#nodes);
    this.#next = new Uint8Array(this.#nodes);
  }

  /** Everything has to be reckoned anew: the floor or the fine are others. */
  forget(): void {
    this.#stale.fill(1);
  }

  /** What hangs on the judges of the dossier has to be reckoned anew. */
  touch(dossier: number): void {
    for (const judge of this.#state.lists[dossier]!) this.#stale[judge] = 1;
  }

  touchJudge(judge: number): void {
    this.#stale[judge] = 1;
  }

  /** Not this arc, until something of its judge changes. */
  shut(from: number, to: number): void {
    this.#cost[from * this.#nodes + to] = NEVER;
  }

  freshen(): void {
    const { least, most } = this.#state.task;
    const nodes = this.#nodes;
    const room = this.#room;
    for (let judge = 0; judge < room; judge++) {
      if (this.#stale[judge] === 0) continue;
      this.#stale[judge] = 0;
      this.#row(judge);
      const load = this.#state.loads[judge]! - this.excess[judge]!;
      this.#cost[judge * nodes + room] = load < most[judge]! ? 0 : NEVER;
      this.#cost[room * nodes + judge] = load > least[judge]! ? 0 : NEVER;
    }
  }

  #row(judge: number): void {
    const { judges, experts } = this.#state.task;
    this.work += judges * (this.#state.held[judge]!.length + 1);
    const row = judge * this.#nodes;
    this.#cost.fill(NEVER, row, row + this.#nodes);
    for (const dossier of this.#state.held[judge]!) {
      if (dossier === this.kept) continue;
      const tight =
        experts !== null &&
        experts.of[dossier * judges + judge] === 1 &&
        this.#state.experts[dossier]! <= experts.least[dossier]!;
      this.#rowOf(dossier, judge, row, tight);
    }
  }

  /** The arcs over which the judge gives this dossier; `tight`: only an expert may take it. */
  #rowOf(dossier: number, judge: number, row: number, tight: boolean): void {
    const { open, fine, sums, floor, task } = this.#state;
    const { judges, scores, experts } = task;
    const cost = this.#cost;
    const via = this.#via;
    const start = dossier * judges;
    const rest = sums[dossier]! - scores[start + judge]!;
    const lacks = floor - rest;
    const plain = this.#state.worth(sums[dossier]!) - rest;
    for (let other = 0; other < judges; other++) {
      const score = open[start + other]!;
      if (score < 0) continue;
      const short = lacks - score;
      const costs = short > 0 ? plain - score + short * fine : plain - score;
      if (costs >= cost[row + other]!) continue;
      if (tight && experts!.of[start + other] === 0) continue;
      cost[row + other] = costs;
      via[row + other] = dossier;
    }
  }

  /** Circles whose arcs cost less than nothing, apart from each other: their nodes in order. None at the end. */
  circles(): number[][] {
    this.#distance.fill(0);
    this.#parent.fill(-1);
    this.#active.fill(1);
    for (let pass = 0; pass <= this.#nodes; pass++) {
      if (!this.#relax()) return [];
      const found = circlesOf(this.#parent);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** One pass over the arcs of what changed in the last; whether anything did. */
  #relax(): boolean {
    const nodes = this.#nodes;
    const cost = this.#cost;
    const distance = this.#distance;
    const active = this.#active;
    const next = this.#next.fill(0);
    let any = false;
    for (let from = 0; from < nodes; from++) {
      if (active[from] === 0) continue;
      this.work += nodes;
      const at = distance[from]!;
      const row = from * nodes;
      for (let to = 0; to < nodes; to++) {
        const reached = at + cost[row + to]!;
        if (reached >= distance[to]!) continue;
        distance[to] = reached;
        this.#parent[to] = from;
        next[to] = 1;
        any = true;
      }
    }
    this.#active = next;
    this.#next = active;
    return any;
  }

  /** Once `circles` found none: prices of the nodes at which no arc costs less than nothing. */
  prices(): Float64Array {
    return this.#distance.slice();
  }

  /**
   * The cheapest way from a judge with too many to one with too few. No arc costs less than nothing at `prices`; they
   * are brought up to date for the next way. `costs` is told at them; null where it would be `most` or more.
   */
  way(
    prices: Float64Array,
    most: number,
  ): { readonly nodes: number[]; readonly costs: number } | null {
    const far = this.#far.fill(NEVER);
    const done = this.#next.fill(0);
    for (let judge = 0; judge < this.#room; judge++) {
      if (this.excess[judge]! <= 0) continue;
      far[judge] = 0;
      this.#parent[judge] = -1;
    }
    let end = this.#nearest(done, most);
    while (end !== -1 && this.excess[end]! >= 0) {
      done[end] = 1;
      this.#spread(end, prices);
      end = this.#nearest(done, most);
    }
    const costs = end === -1 ? most : far[end]!;
    for (let node = 0; node < this.#nodes; node++) prices[node]! += Math.min(far[node]!, costs);
    if (end === -1) return null;
    const way = [end];
    for (let node = this.#parent[end]!; node !== -1; node = this.#parent[node]!) way.push(node);
    return { nodes: way.reverse(), costs };
  }

  /** The nearest node that was not yet done; −1 when all are `most` away or more. */
  #nearest(done: Uint8Array, most: number): number {
    const far = this.#far;
    let nearest = -1;
    let least = most;
    for (let node = 0; node < this.#nodes; node++) {
      if (done[node] === 1 || far[node]! >= least) continue;
      least = far[node]!;
      nearest = node;
    }
    return nearest;
  }

  #spread(from: number, prices: Float64Array): void {
    const far = this.#far;
    const cost = this.#cost;
    const nodes = this.#nodes;
    const row = from * nodes;
    const least = far[from]!;
    const base = least + prices[from]!;
    this.work += nodes;
    for (let to = 0; to < nodes; to++) {
      // A dossier that was just handed on may make an arc cheaper than its price: then it costs nothing.
      const reached = Math.max(least, base + cost[row + to]! - prices[to]!);
      if (reached >= far[to]!) continue;
      far[to] = reached;
      this.#parent[to] = from;
    }
  }

  /** What the judges of a circle, or of a way that ends where it does, do in order. */
  moves(circle: readonly number[], closed = true): Move[] {
    const moves: Move[] = [];
    const arcs = closed ? circle.length : circle.length - 1;
    for (let at = 0; at < arcs; at++) {
      const from = circle[at]!;
      const to = circle[(at + 1) % circle.length]!;
      if (from === this.#room || to === this.#room) continue;
      moves.push({ dossier: this.#via[from * this.#nodes + to]!, from, to });
    }
    return moves;
  }
}

/** The circles among the parents, each in the order of its arcs. */
function circlesOf(parent: Int32Array): number[][] {
  const seen = new Int32Array(parent.length);
  const circles: number[][] = [];
  for (let start = 0; start < parent.length; start++) {
    let node = start;
    while (node !== -1 && seen[node] === 0) {
      seen[node] = start + 1;
      node = parent[node]!;
    }
    if (node === -1 || seen[node] !== start + 1) continue;
    const circle = [node];
    for (let at = parent[node]!; at !== node; at = parent[at]!) circle.push(at);
    circles.push(circle.reverse());
  }
  return circles;
}
