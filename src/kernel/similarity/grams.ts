import type { Words } from './words.ts';

/** How many words in a row make a gram. */
export const GRAM = 3;

/** Every key is smaller: a key fits the `integer` of a database. */
export const ALL_KEYS = 0x7fffffff;

/**
 * The key of the `GRAM` words that begin at each word but the last ones, in order: whole numbers
 * from 0 to 2³¹ − 2, spread evenly. Empty for a text of fewer words.
 */
export function gramsOf({ count, hashes }: Words): Int32Array {
  const grams = new Int32Array(Math.max(0, count - GRAM + 1));
  for (let at = 0; at < grams.length; at++) {
    grams[at] = gramKey(hashes[at]!, hashes[at + 1]!, hashes[at + 2]!);
  }
  return grams;
}

// MurmurHash3 (Appleby 2011) of three blocks.
function gramKey(first: number, second: number, third: number): number {
  let hash = block(block(block(0x2f0b4c27, first), second), third) ^ 12;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.min((hash ^ (hash >>> 16)) >>> 1, ALL_KEYS - 1);
}

function block(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const mixed = hash ^ k;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}
