/** A small fast generator (sfc32) of whole numbers 0 to 2³²−1. Repeatable, not secret. */
export function randomFromSeed(seed: string): () => number {
  const state = new Uint32Array([0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]);
  for (let at = 0; at < seed.length; at++) {
    const code = seed.charCodeAt(at);
    for (let lane = 0; lane < 3; lane++) {
      state[lane] = Math.imul(
        state[lane]! ^ (code + lane * 0x1f35),
        0x85ebca6b + lane * 0x2c1b3c6c,
      );
      state[lane] = state[lane]! ^ (state[lane]! >>> 15);
    }
  }
  const next = () => {
    const [a, b, c, d] = state as unknown as [number, number, number, number];
    const sum = (a + b + d) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = d + 1;
    return sum;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** Choices made from a seed: the same seed gives the same choices. */
export interface Chooser {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

/** For the demo and for property tests. Repeatable, not secret. */
export function chooserFromSeed(seed: string): Chooser {
  const next = randomFromSeed(seed);
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[below(items.length)]!;
    },
    chance: (probability) => next() / 2 ** 32 < probability,
  };
}
