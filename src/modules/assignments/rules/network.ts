// Cheapest flow in a network by the network simplex method: a spanning tree of arcs is kept, and each step lets one
// arc in and one out. Flows, capacities and costs are whole numbers, so the answer is exact; the tree is kept
// "strongly feasible" (ties for the arc that leaves are always broken towards the root), so it ends.

const NONE = -1;
const TREE = 0;
/** No flow on the arc. */
const EMPTY = 1;
/** As much as it takes. */
const FULL = -1;

export interface ArcGiven {
  readonly from: number;
  readonly to: number;
  /** Whole, for a unit. */
  readonly cost: number;
  /** Whole, above zero. */
  readonly room: number;
}

/**
 * A network whose flow costs least. Nodes are 0 … `nodes` − 1; `supply` is what each gives (takes, when negative), and
 * sums to zero. What cannot be sent over the arcs goes over arcs of its own to the root, at a price above all others:
 * `unmet()` tells how much of it is left.
 */
export class Network {
  readonly #nodes: number;
  readonly #root: number;
  #arcs = 0;
  #from: Int32Array;
  #to: Int32Array;
  #cost: Float64Array;
  #room: Float64Array;
  #flow: Float64Array;
  #state: Int8Array;
  readonly #parent: Int32Array;
  /** The arc to the parent, and whether it points there. */
  readonly #way: Int32Array;
  readonly #upward: Uint8Array;
  readonly #depth: Int32Array;
  readonly #price: Float64Array;
  readonly #child: Int32Array;
  readonly #next: Int32Array;
  readonly #before: Int32Array;
  readonly #stack: Int32Array;
  #at = 0;

  /** `dearest` is above the cost of every way through the network, whichever sign. */
  constructor(supply: Float64Array, arcs: number, dearest: number) {
    const nodes = supply.length;
    const all = nodes + 1;
    this.#nodes = nodes;
    this.#root = nodes;
    const room = nodes + Math.max(arcs, 16);
    this.#from = new Int32Array(room);
    this.#to = new Int32Array(room);
    this.#cost = new Float64Array(room);
    this.#room = new Float64Array(room);
    this.#flow = new Float64Array(room);
    this.#state = new Int8Array(room);
    this.#parent = new Int32Array(all).fill(NONE);
    this.#way = new Int32Array(all).fill(NONE);
    this.#upward = new Uint8Array(all);
    this.#depth = new Int32Array(all);
    this.#price = new Float64Array(all);
    this.#child = new Int32Array(all).fill(NONE);
    this.#next = new Int32Array(all).fill(NONE);
    this.#before = new Int32Array(all).fill(NONE);
    this.#stack = new Int32Array(all);
    for (let node = 0; node < nodes; node++) this.#plant(node, supply[node]!, dearest);
  }

  /** The first tree: every node hangs on the root by an arc of its own. */
  #plant(node: number, supply: number, dearest: number): void {
    const gives = supply >= 0;
    const arc = this.#add(
      gives ? node : this.#root,
      gives ? this.#root : node,
      dearest,
      Number.MAX_SAFE_INTEGER,
    );
    this.#flow[arc] = Math.abs(supply);
    this.#state[arc] = TREE;
    this.#way[node] = arc;
    this.#upward[node] = gives ? 1 : 0;
    this.#depth[node] = 1;
    this.#price[node] = gives ? -dearest : dearest;
    this.#hang(node, this.#root);
  }

  #add(from: number, to: number, cost: number, room: number): number {
    if (this.#arcs === this.#from.length) this.#grow();
    const arc = this.#arcs++;
    this.#from[arc] = from;
    this.#to[arc] = to;
    this.#cost[arc] = cost;
    this.#room[arc] = room;
    this.#state[arc] = EMPTY;
    return arc;
  }

  #grow(): void {
    const room = this.#from.length * 2;
    const into = <T extends Int32Array | Float64Array | Int8Array>(made: T, old: T): T => {
      made.set(old);
      return made;
    };
    this.#from = into(new Int32Array(room), this.#from);
    this.#to = into(new Int32Array(room), this.#to);
    this.#cost = into(new Float64Array(room), this.#cost);
    this.#room = into(new Float64Array(room), this.#room);
    this.#flow = into(new Float64Array(room), this.#flow);
    this.#state = into(new Int8Array(room), this.#state);
  }

  /** Adds an arc without flow and gives its number; `solve` takes it up. */
  add(arc: ArcGiven): number {
    return this.#add(arc.from, arc.to, arc.cost, arc.room);
  }

  flow(arc: number): number {
    return this.#flow[arc]!;
  }

  /** The price of a node: an arc from `a` to `b` would save when cost + price(a) − price(b) < 0. */
  price(node: number): number {
    return this.#price[node]!;
  }

  /** How much goes over the arcs to and from the root: zero when all that is given arrives. */
  unmet(node: number): number {
    return this.#flow[node]!;
  }

  /** Changes the cost of an arc; call `reprice` after the last one. */
  charge(arc: number, cost: number): void {
    this.#cost[arc] = cost;
  }

  reprice(): void {
    this.#price[this.#root] = 0;
    let top = 0;
    const stack = this.#stack;
    for (let node = this.#child[this.#root]!; node !== NONE; node = this.#next[node]!)
      stack[top++] = node;
    while (top > 0) {
      const node = stack[--top]!;
      const cost = this.#cost[this.#way[node]!]!;
      const above = this.#price[this.#parent[node]!]!;
      this.#price[node] = this.#upward[node] === 1 ? above - cost : above + cost;
      for (let below = this.#child[node]!; below !== NONE; below = this.#next[below]!)
        stack[top++] = below;
    }
  }

  /** Brings the flow to the least cost; gives the number of steps taken. */
  solve(): number {
    let steps = 0;
    for (let arc = this.#entering(); arc !== NONE; arc = this.#entering()) {
      this.#pivot(arc);
      steps++;
    }
    return steps;
  }

  /** The arc that saves most among a block of them, from where the last search ended; NONE at the optimum. */
  #entering(): number {
    const arcs = this.#arcs;
    const from = this.#from;
    const to = this.#to;
    const cost = this.#cost;
    const state = this.#state;
    const price = this.#price;
    const block = Math.max(20, Math.ceil(Math.sqrt(arcs)));
    let best = NONE;
    let most = 0;
    let left = block;
    // Arcs of the root (the first ones) never come back: they only ever cost more.
    const first = this.#nodes;
    let arc = this.#at < first ? first : this.#at;
    for (let seen = first; seen < arcs; seen++, arc++) {
      if (arc >= arcs) arc = first;
      const saves = state[arc]! * (cost[arc]! + price[from[arc]!]! - price[to[arc]!]!);
      if (saves < most) {
        most = saves;
        best = arc;
      }
      if (--left === 0) {
        if (best !== NONE) break;
        left = block;
      }
    }
    this.#at = arc >= arcs ? first : arc;
    return best;
  }

  #pivot(entering: number): void {
    const filling = this.#state[entering] === EMPTY;
    const first = filling ? this.#from[entering]! : this.#to[entering]!;
    const second = filling ? this.#to[entering]! : this.#from[entering]!;
    const join = this.#meeting(first, second);
    let much = this.#room[entering]!;
    let leaving = NONE;
    let onFirst = false;
    for (let node = first; node !== join; node = this.#parent[node]!) {
      const can = this.#spare(node, false);
      if (can < much) {
        much = can;
        leaving = node;
        onFirst = true;
      }
    }
    for (let node = second; node !== join; node = this.#parent[node]!) {
      const can = this.#spare(node, true);
      if (can <= much) {
        much = can;
        leaving = node;
        onFirst = false;
      }
    }
    if (much > 0) this.#send(entering, filling ? much : -much, first, second, join);
    if (leaving === NONE) {
      this.#state[entering] = filling ? FULL : EMPTY;
      return;
    }
    const out = this.#way[leaving]!;
    this.#state[out] = this.#flow[out] === 0 ? EMPTY : FULL;
    this.#state[entering] = TREE;
    if (onFirst) this.#rehang(first, second, leaving, entering);
    else this.#rehang(second, first, leaving, entering);
  }

  #meeting(a: number, b: number): number {
    const depth = this.#depth;
    const parent = this.#parent;
    let left = a;
    let right = b;
    while (left !== right) {
      if (depth[left]! >= depth[right]!) left = parent[left]!;
      else right = parent[right]!;
    }
    return left;
  }

  /** How much more may go between the node and its parent, up or down. */
  #spare(node: number, up: boolean): number {
    const arc = this.#way[node]!;
    return (this.#upward[node] === 1) === up
      ? this.#room[arc]! - this.#flow[arc]!
      : this.#flow[arc]!;
  }

  #send(entering: number, much: number, first: number, second: number, join: number): void {
    const flow = this.#flow;
    const size = Math.abs(much);
    flow[entering] = flow[entering]! + much;
    for (let node = first; node !== join; node = this.#parent[node]!) {
      const arc = this.#way[node]!;
      flow[arc] = flow[arc]! + (this.#upward[node] === 1 ? -size : size);
    }
    for (let node = second; node !== join; node = this.#parent[node]!) {
      const arc = this.#way[node]!;
      flow[arc] = flow[arc]! + (this.#upward[node] === 1 ? size : -size);
    }
  }

  /** The part of the tree below `top` is cut off and hung, by its node `inner`, on `outer` over the arc. */
  #rehang(inner: number, outer: number, top: number, arc: number): void {
    let node = inner;
    let above = outer;
    let way = arc;
    let upward = this.#from[arc] === inner ? 1 : 0;
    for (;;) {
      const parent = this.#parent[node]!;
      const oldWay = this.#way[node]!;
      const oldUpward = this.#upward[node]!;
      this.#unhang(node, parent);
      this.#way[node] = way;
      this.#upward[node] = upward;
      this.#hang(node, above);
      if (node === top) break;
      above = node;
      node = parent;
      way = oldWay;
      upward = oldUpward === 1 ? 0 : 1;
    }
    const cost = this.#cost[arc]!;
    const price = this.#price[outer]!;
    const wanted = this.#from[arc] === inner ? price - cost : price + cost;
    this.#shift(inner, wanted - this.#price[inner]!);
  }

  #shift(top: number, by: number): void {
    const stack = this.#stack;
    let size = 0;
    stack[size++] = top;
    while (size > 0) {
      const node = stack[--size]!;
      this.#price[node] = this.#price[node]! + by;
      this.#depth[node] = this.#depth[this.#parent[node]!]! + 1;
      for (let below = this.#child[node]!; below !== NONE; below = this.#next[below]!)
        stack[size++] = below;
    }
  }

  #hang(node: number, parent: number): void {
    const sibling = this.#child[parent]!;
    this.#parent[node] = parent;
    this.#next[node] = sibling;
    this.#before[node] = NONE;
    if (sibling !== NONE) this.#before[sibling] = node;
    this.#child[parent] = node;
  }

  #unhang(node: number, parent: number): void {
    const before = this.#before[node]!;
    const next = this.#next[node]!;
    if (before === NONE) this.#child[parent] = next;
    else this.#next[before] = next;
    if (next !== NONE) this.#before[next] = before;
  }
}
