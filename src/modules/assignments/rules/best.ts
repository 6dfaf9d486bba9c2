/** A number of 32 bits from a pair and a seed, which breaks ties the same way each time. */
export function tieOf(seed: number): (pair: number) => number {
  return (pair) => {
    let mixed = Math.imul(pair ^ seed, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** The `size` items of greatest value among those offered, ties to the smaller `tie`. */
export class Best {
  readonly items: number[] = [];
  readonly #values: number[] = [];
  readonly #size: number;
  readonly #tie: (item: number) => number;

  constructor(size: number, tie: (item: number) => number) {
    this.#size = size;
    this.#tie = tie;
  }

  offer(item: number, value: number): void {
    const { items } = this;
    const values = this.#values;
    if (items.length === this.#size) {
      const last = values[items.length - 1]!;
      if (value < last) return;
      if (value === last && this.#tie(item) >= this.#tie(items[items.length - 1]!)) return;
      items.pop();
      values.pop();
    }
    let at = items.length;
    while (at > 0 && this.#isBefore(value, item, at - 1)) at--;
    items.splice(at, 0, item);
    values.splice(at, 0, value);
  }

  #isBefore(value: number, item: number, at: number): boolean {
    const other = this.#values[at]!;
    return value > other || (value === other && this.#tie(item) < this.#tie(this.items[at]!));
  }
}
