/** Age bands by their first age, the same as in the list of members; the last one is open. */
export const ageBands = [0, 30, 40, 50, 60, 70] as const;

/** The band's first and last age as the list of members asks for it: '-29', '30-39', '70-'. */
export function bandKey(from: number): string {
  const next = ageBands[ageBands.indexOf(from as (typeof ageBands)[number]) + 1];
  return `${from === 0 ? '' : from}-${next === undefined ? '' : next - 1}`;
}

/** Also 'unknown', for those whose year of birth is not known. */
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
