import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { randomFromSeed } from '../../src/kernel/random.ts';

// What chance makes (secrets of links, salts, numbers of requests) is the same in both worlds, so that answers are
// compared as they are, byte for byte, and nothing has to be looked away from.

const streams = new AsyncLocalStorage<() => number>();
const real = {
  randomBytes: crypto.randomBytes,
  randomInt: crypto.randomInt,
  randomUUID: crypto.randomUUID,
};

function bytes(next: () => number, size: number): Buffer {
  const drawn = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) drawn[at] = next() >>> 24;
  return drawn;
}

function uuid(next: () => number): string {
  const hex = bytes(next, 16).toString('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20)].join('-');
}

// Whatever runs outside of `withChance` (connections, other threads) has the chance of the machine.
Object.assign(crypto, {
  randomBytes: (size: number, ...rest: []) => {
    const next = streams.getStore();
    return next === undefined || rest.length > 0
      ? real.randomBytes(size, ...rest)
      : bytes(next, size);
  },
  randomInt: (...limits: [number]) => {
    const next = streams.getStore();
    const [low, high] = limits.length > 1 ? limits : [0, limits[0]];
    return next === undefined || typeof high !== 'number'
      ? real.randomInt(...limits)
      : low + (next() % (high - low));
  },
  randomUUID: (...options: []) => {
    const next = streams.getStore();
    return next === undefined ? real.randomUUID(...options) : uuid(next);
  },
});
syncBuiltinESMExports();

/** Whatever `work` draws by chance is what it would draw from the same seed elsewhere. */
export const withChance = <T>(seed: string, work: () => Promise<T>): Promise<T> =>
  streams.run(randomFromSeed(seed), work);
