export type Direction = 'up' | 'down';
export const directions = ['up', 'down'] as const;

/** The ids with one of them a place further up or down; as they were where it cannot go on. */
export function moved(ids: readonly string[], id: string, direction: Direction): readonly string[] {
  const from = ids.indexOf(id);
  const to = direction === 'up' ? from - 1 : from + 1;
  if (from === -1 || to < 0 || to >= ids.length) return ids;
  const order = [...ids];
  order.splice(to, 0, ...order.splice(from, 1));
  return order;
}
