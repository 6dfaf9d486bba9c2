/** Age bands by their first age; the last one is open. Below 16 come pupils' clubs. */
export const ageBands = [0, 16, 31, 41, 51, 61, 71] as const;

/** 'unknown' or the band's first and last age: '31-40', '71-'. */
export function bandKey(from: number): string {
  const next = ageBands[ageBands.indexOf(from as (typeof ageBands)[number]) + 1];
  return next === undefined ? `${from}-` : `${from}-${next - 1}`;
}

export const bandKeys: readonly string[] = [...ageBands.map(bandKey), 'unknown'];

/** From the lowest to the highest, as people are counted by the highest they have. */
export const degreeRanks = [
  ['DH', ['CN', 'KS', 'KTS', 'BS', 'DS', 'LS']],
  ['ThS', ['ThS', 'BSCKI', 'DSCKI', 'BSNT']],
  ['TS', ['TS', 'BSCKII', 'DSCKII']],
  ['TSKH', ['TSKH']],
  ['PGS', ['PGS']],
  ['GS', ['GS']],
] as const satisfies readonly (readonly [string, readonly string[]])[];

export const degreeKeys: readonly string[] = [...degreeRanks.map(([key]) => key), 'none'];

/** Puts counts in the order of `keys`, with zero for those that nobody has. */
export function inOrder(
  keys: readonly string[],
  found: readonly { readonly key: string; readonly people: number }[],
): { key: string; people: number }[] {
  const by = new Map(found.map((one) => [one.key, one.people]));
  return keys.map((key) => ({ key, people: by.get(key) ?? 0 }));
}
