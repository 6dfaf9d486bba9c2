import { ALL_KEYS, gramsOf } from './grams.ts';
import { type Words, wordsOf } from './words.ts';

/**
 * What is kept of a text to find it again: the keys of a part of its grams. The part is the same in
 * every text (the keys below `limit`), so what two sketches share tells what the texts share,
 * whatever their lengths. As a row: `words integer, key_limit integer, keys integer[]`.
 */
export interface Sketch {
  /** Words of the text. */
  readonly words: number;
  /** Every gram of the text whose key is below is in `keys`; at most 2³¹ − 1, which is all of them. */
  readonly limit: number;
  /** From low to high, each once; 0 to 2³¹ − 2. */
  readonly keys: readonly number[];
}

/** One gram in so many is kept. */
export const RATE = 4;
/** Of a short text more, at least so many (or all). */
export const LEAST_KEYS = 64;
/** Of a very long text less, at most so many. */
export const MOST_KEYS = 2048;

/** Keys below are kept of every text, unless it is very long. */
export const KEPT_BELOW = Math.floor(ALL_KEYS / RATE);

/**
 * The sketch of a text: deterministic, the same for every way in which its words are written (dấu,
 * case, punctuation, encoding). Empty `keys` for fewer than 3 words.
 *
 * Broder 1997 ("On the resemblance and containment of documents", the sketch of keys that are 0 mod m),
 * between the smallest-k bounds of Bar-Yossef et al. 2002; FracMinHash in Irber et al. 2022.
 */
export function sketchOf(text: string | Words): Sketch {
  const words = typeof text === 'string' ? wordsOf(text) : text;
  const grams = gramsOf(words);
  let keys = distinct(grams.filter((key) => key < KEPT_BELOW));
  let limit = KEPT_BELOW;
  if (keys.length > MOST_KEYS) {
    limit = keys[MOST_KEYS]!;
    keys = keys.subarray(0, MOST_KEYS);
  } else if (keys.length < LEAST_KEYS) {
    const all = distinct(grams);
    keys = all.subarray(0, LEAST_KEYS);
    limit = Math.max(KEPT_BELOW, all[LEAST_KEYS] ?? ALL_KEYS);
  }
  return { words: words.count, limit, keys: [...keys] };
}

function distinct(keys: Int32Array): Int32Array {
  const sorted = keys.slice().sort();
  return sorted.filter((key, at) => at === 0 || key !== sorted[at - 1]);
}
