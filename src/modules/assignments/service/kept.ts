import type { Cx } from '../../../platform/cx.ts';

/** Which of these assignments (ids) have to stay, because the judge has signed a sheet for them. */
export type KeptAssignments = (cx: Cx, ids: readonly string[]) => Promise<ReadonlySet<string>>;

const sources: KeptAssignments[] = [];

/** Called once by a module when it is loaded. */
export function keepAssignments(source: KeptAssignments): void {
  sources.push(source);
}

/** What no run and no hand may take away. */
export async function keptOf(cx: Cx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const kept = new Set<string>();
  for (const source of sources) for (const id of await source(cx, ids)) kept.add(id);
  return kept;
}
