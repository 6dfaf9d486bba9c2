import { contains } from './date-range.ts';
import type { Day } from './day.ts';
import type { DatedEdge } from './graph-cycle.ts';

export type { DatedCycle, DatedEdge } from './graph-cycle.ts';
export { findCycle, wouldCycle } from './graph-cycle.ts';

/** Edges by node, for many questions on one graph. Every function takes it in place of the edges. */
export interface EdgeIndex<K extends string = string> {
  readonly toParents: ReadonlyMap<string, readonly DatedEdge<K>[]>;
  readonly toChildren: ReadonlyMap<string, readonly DatedEdge<K>[]>;
}

export type Edges<K extends string = string> = readonly DatedEdge<K>[] | EdgeIndex<K>;

export function indexEdges<K extends string>(edges: readonly DatedEdge<K>[]): EdgeIndex<K> {
  const toParents = new Map<string, DatedEdge<K>[]>();
  const toChildren = new Map<string, DatedEdge<K>[]>();
  for (const edge of edges) {
    push(toParents, edge.child, edge);
    push(toChildren, edge.parent, edge);
  }
  return { toParents, toChildren };
}

/**
 * Every node above `node` on that day, nearest first, each once, without `node` itself. With
 * `kinds` only edges of these kinds are followed. O(edges).
 */
export function ancestors<K extends string>(
  edges: Edges<K>,
  node: string,
  on: Day,
  kinds?: readonly K[],
): string[] {
  const { toParents } = indexOf(edges);
  return walk(node, (at) => live(toParents.get(at), on, kinds).map((edge) => edge.parent));
}

/** Every node below `node` on that day, nearest first, each once, without `node` itself. */
export function descendants<K extends string>(
  edges: Edges<K>,
  node: string,
  on: Day,
  kinds?: readonly K[],
): string[] {
  const { toChildren } = indexOf(edges);
  return walk(node, (at) => live(toChildren.get(at), on, kinds).map((edge) => edge.child));
}

/** True when `above` is `node` or an ancestor of it on that day. */
export function covers<K extends string>(
  edges: Edges<K>,
  above: string,
  node: string,
  on: Day,
  kinds?: readonly K[],
): boolean {
  return above === node || ancestors(edges, node, on, kinds).includes(above);
}

/**
 * The ways from `node` up to `above` on that day, both included, none repeating a node, the shortest
 * first. The search stops after `limit`, as their number may grow exponentially.
 */
export function paths<K extends string>(
  edges: Edges<K>,
  node: string,
  above: string,
  on: Day,
  kinds?: readonly K[],
  limit = 100,
): string[][] {
  const index = indexOf(edges);
  // Only nodes from which `above` can be reached: the search never enters a blind alley.
  const useful = new Set([above, ...descendants(index, above, on, kinds)]);
  if (!useful.has(node)) return [];
  const found: string[][] = [];
  const climb = (path: readonly string[]) => {
    const last = path[path.length - 1]!;
    if (last === above) {
      found.push([...path]);
      return;
    }
    const parents = live(index.toParents.get(last), on, kinds).map((edge) => edge.parent);
    for (const parent of new Set(parents)) {
      if (found.length === limit) return;
      if (useful.has(parent) && !path.includes(parent)) climb([...path, parent]);
    }
  };
  climb([node]);
  return found.sort((a, b) => a.length - b.length);
}

function indexOf<K extends string>(edges: Edges<K>): EdgeIndex<K> {
  return 'toParents' in edges ? edges : indexEdges(edges);
}

function live<K extends string>(
  edges: readonly DatedEdge<K>[] | undefined,
  on: Day,
  kinds: readonly K[] | undefined,
): DatedEdge<K>[] {
  if (edges === undefined) return [];
  return edges.filter(
    (edge) => contains(edge.during, on) && (kinds === undefined || kinds.includes(edge.kind)),
  );
}

function walk(start: string, next: (node: string) => string[]): string[] {
  const seen = new Set([start]);
  for (const node of seen) for (const other of next(node)) seen.add(other);
  seen.delete(start);
  return [...seen];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
