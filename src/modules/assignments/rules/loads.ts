/** What each judge takes at least and at most. */
export interface Loads {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/**
 * Loads that differ by one at most, as far as the judges' own limits (`most`) and what they have already (`held`) let
 * them, for `needed` dossiers in all on top of that; `below` and `above`: they may be so much less or more even.
 */
export function balancedLoads(
  most: Int32Array,
  held: Int32Array,
  needed: number,
  { below, above }: { readonly below: number; readonly above: number },
): Loads {
  const on = (level: number) =>
    Int32Array.from(most, (limit, judge) => Math.max(0, Math.min(limit, level - held[judge]!)));
  const room = (level: number) => on(level).reduce((sum, load) => sum + load, 0);
  // The highest level that all dossiers fill.
  let level = 0;
  let top = most.reduce((highest, limit, judge) => Math.max(highest, limit + held[judge]!), 1);
  while (level < top) {
    const middle = level + Math.ceil((top - level) / 2);
    if (room(middle) <= needed) level = middle;
    else top = middle - 1;
  }
  const upper = room(level) < needed ? level + 1 : level;
  return { least: on(level - below), most: on(upper + above) };
}
