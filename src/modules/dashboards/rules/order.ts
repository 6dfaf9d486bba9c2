interface Keyed {
  readonly key: string;
}

/** The list with one of its items a place further up (-1) or down (1); at the end it stays. */
export function moved<Item extends Keyed>(
  items: readonly Item[],
  key: string,
  step: -1 | 1,
): Item[] {
  const at = items.findIndex((item) => item.key === key);
  const to = at + step;
  const changed = [...items];
  if (at < 0 || to < 0 || to >= items.length) return changed;
  [changed[at], changed[to]] = [changed[to]!, changed[at]!];
  return changed;
}

/** The list with this item in the place of the one of its key, or at the end. */
export function withTile<Item extends Keyed>(items: readonly Item[], item: Item): Item[] {
  const known = items.some(({ key }) => key === item.key);
  return known ? items.map((one) => (one.key === item.key ? item : one)) : [...items, item];
}
