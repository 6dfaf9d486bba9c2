import { type DateRange, intersect, isEmpty } from './date-range.ts';
import type { Day } from './day.ts';
import { componentOrder } from './graph-components.ts';

/** `child` lies under `parent` in the way `kind`, for the days of `during`. */
export interface DatedEdge<K extends string = string> {
  readonly child: string;
  readonly parent: string;
  readonly kind: K;
  readonly during: DateRange;
}

export interface DatedCycle {
  /** The nodes from child to parent, each once; the last one lies under the first. */
  readonly nodes: string[];
  /** The first day on which a cycle exists; null when it has been there without beginning. */
  readonly day: Day | null;
}

/**
 * Looks at every date: the first cycle in time, or null when on no day anything lies above itself.
 *
 * Edges between strongly connected components of the undated graph can never be in a cycle. The
 * others are switched on and off in date order while a topological order is kept up to date
 * (Pearce and Kelly 2006): taking an edge away never breaks the order, adding one reorders only
 * the stretch between its two ends. O(nodes + edges) where the undated graph has no cycle.
 */
export function findCycle(edges: readonly DatedEdge[]): DatedCycle | null {
  const present = edges.filter((edge) => !isEmpty(edge.during));
  const { component, place } = componentOrder(present);
  const inside = present.filter((edge) => component.get(edge.child) === component.get(edge.parent));
  if (inside.length === 0) return null;
  const order = new LiveOrder(place);
  for (const step of stepsOf(inside)) {
    if (step.ends) {
      order.remove(step.edge);
      continue;
    }
    const nodes = order.add(step.edge);
    if (nodes) return { nodes, day: step.day };
  }
  return null;
}

/**
 * The cycle that `edge` would close, or null. `edges` themselves have none (see `findCycle`). Looks
 * only at what lies between the two ends of the new edge during its days.
 */
export function wouldCycle(edges: readonly DatedEdge[], edge: DatedEdge): DatedCycle | null {
  const meanwhile: DatedEdge[] = [];
  for (const other of edges) {
    const during = intersect(other.during, edge.during);
    if (!isEmpty(during)) meanwhile.push({ ...other, during });
  }
  const above = reach(edge.parent, meanwhile, (other) => [other.child, other.parent]);
  if (!above.has(edge.child)) return null;
  const below = reach(edge.child, meanwhile, (other) => [other.parent, other.child]);
  const between = (node: string) => above.has(node) && below.has(node);
  const relevant = meanwhile.filter((other) => between(other.child) && between(other.parent));
  return findCycle([...relevant, edge]);
}

interface Step {
  readonly day: Day | null;
  readonly ends: boolean;
  readonly edge: DatedEdge;
}

// On one day the ends come first: an edge until that day and one from that day never meet.
function stepsOf(edges: readonly DatedEdge[]): Step[] {
  const steps: Step[] = [];
  for (const edge of edges) {
    steps.push({ day: edge.during.from, ends: false, edge });
    if (edge.during.until !== null) steps.push({ day: edge.during.until, ends: true, edge });
  }
  const rank = (step: Step) => `${step.day ?? ''}${step.ends ? 0 : 1}`;
  return steps
    .map((step) => ({ step, rank: rank(step) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ step }) => step);
}

function reach(
  start: string,
  edges: readonly DatedEdge[],
  ends: (edge: DatedEdge) => [string, string],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = ends(edge);
    const list = next.get(from);
    if (list) list.push(to);
    else next.set(from, [to]);
  }
  const seen = new Set([start]);
  for (const node of seen) for (const other of next.get(node) ?? []) seen.add(other);
  return seen;
}

/** A topological order of the edges that are in force: every child stands before its parents. */
class LiveOrder {
  readonly #place: Map<string, number>;
  readonly #up = new Map<string, Set<DatedEdge>>();
  readonly #down = new Map<string, Set<DatedEdge>>();

  constructor(place: Map<string, number>) {
    this.#place = place;
  }

  remove(edge: DatedEdge): void {
    this.#up.get(edge.child)?.delete(edge);
    this.#down.get(edge.parent)?.delete(edge);
  }

  /** Puts an edge in force; the nodes of the cycle if that closes one. */
  add(edge: DatedEdge): string[] | null {
    const { child, parent } = edge;
    if (child === parent) return [child];
    const low = this.#place.get(parent)!;
    const high = this.#place.get(child)!;
    if (low < high) {
      const cameFrom = this.#search(parent, this.#up, (at) => at <= high);
      if (cameFrom.has(child)) return trace(cameFrom, parent, child);
      const behind = this.#search(child, this.#down, (at) => at >= low);
      this.#reorder([...behind.keys()], [...cameFrom.keys()]);
    }
    set(this.#up, child).add(edge);
    set(this.#down, parent).add(edge);
    return null;
  }

  // The nodes reached within the stretch, each with the node it was reached from.
  #search(
    start: string,
    links: Map<string, Set<DatedEdge>>,
    within: (place: number) => boolean,
  ): Map<string, string | null> {
    const cameFrom = new Map<string, string | null>([[start, null]]);
    for (const node of cameFrom.keys()) {
      for (const edge of links.get(node) ?? []) {
        const other = edge.child === node ? edge.parent : edge.child;
        if (!cameFrom.has(other) && within(this.#place.get(other)!)) cameFrom.set(other, node);
      }
    }
    return cameFrom;
  }

  #reorder(first: string[], second: string[]): void {
    const at = (node: string) => this.#place.get(node)!;
    const byPlace = (a: string, b: string) => at(a) - at(b);
    const nodes = [...first.sort(byPlace), ...second.sort(byPlace)];
    const places = nodes.map(at).sort((a, b) => a - b);
    nodes.forEach((node, index) => {
      this.#place.set(node, places[index]!);
    });
  }
}

// From the parent up to the child; the new edge leads from the child back to the parent.
function trace(cameFrom: Map<string, string | null>, parent: string, child: string): string[] {
  const nodes: string[] = [];
  let node: string | null = child;
  while (node !== null) {
    nodes.push(node);
    node = node === parent ? null : cameFrom.get(node)!;
  }
  return nodes.reverse();
}

function set(map: Map<string, Set<DatedEdge>>, key: string): Set<DatedEdge> {
  const found = map.get(key) ?? new Set<DatedEdge>();
  map.set(key, found);
  return found;
}
