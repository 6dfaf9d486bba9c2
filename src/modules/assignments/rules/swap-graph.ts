// Judges are nodes; the arc from a to b is the cheapest of a's dossiers that b may take in a's place. One more node
// stands for room: judges who may take one more lead to it, those who may give one without taking come from it. A
// circle whose costs are below zero makes the whole better, and the shortest ways find it among more circles than
// could ever be tried.
import type { State } from './state.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** A judge gives a dossier to another. */
export interface Move {
  readonly dossier: number;
  readonly from: number;
  readonly to: number;
}

export class SwapGraph {
  readonly #state: State;
  readonly #nodes: number;
  readonly #room: number;
  readonly #cost: Float64Array;
  readonly #via: Int32Array;
  readonly #stale: Uint8Array;
  readonly #distance: Float64Array;
  readonly #parent: Int32Array;
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
      const load = this.#state.loads[judge]!;
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

  /** What the judges of a circle do, in order. */
  moves(circle: readonly number[]): Move[] {
    const moves: Move[] = [];
    for (let at = 0; at < circle.length; at++) {
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
