/** Something that has a place, and the number that was typed for it. */
export interface Numbered {
  readonly typed: string;
}

/**
 * Things in the order of the numbers typed for them, where each stood at its own place (1, 2, 3 …): what got
 * another number comes before what has that number already; what has none that can be read stays where it was.
 */
export function ordered<T extends Numbered>(things: readonly T[]): T[] {
  return things
    .map((thing, index) => {
      const place = index + 1;
      const typed = /^\d{1,6}$/.test(thing.typed.trim()) ? Number(thing.typed) : place;
      // Moved down, it stands behind what has the number; moved up, before it.
      const side = typed === place ? 0 : typed > place ? 1 : -1;
      return { thing, typed, side, index };
    })
    .sort((a, b) => a.typed - b.typed || a.side - b.side || a.index - b.index)
    .map(({ thing }) => thing);
}
