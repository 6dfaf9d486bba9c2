/**
 * Finds texts that were copied: words changed, sentences moved, dấu dropped, another encoding, a part
 * put into another text. Pure; the same answer every time.
 *
 * 1. `sketchOf(text)`, once for each text, is kept as a row: words, limit, keys (about 280 whole
 *    numbers for 1,200 words). Grams of 3 words: of a copy with a fifth of its words changed half the
 *    grams are left, and unrelated texts share few but those that everybody writes.
 * 2. For a new text: in how many texts does each of its keys stand? `probesOf` drops keys that nobody
 *    has or too many; the texts with most of the others are `Hit`s; `bestHits` takes 50 of them. In a
 *    database: a row for each key and text, the number of keys beside the text (counting them in the
 *    array reads the array), and a small table of the keys that more than `MOST_TEXTS` texts have.
 * 3. `likeness` of the sketches of these, weighted by `rarityOf` the keys; `worthComparing` leaves few.
 * 4. `compareTexts` reads those in full: passages with their places in both texts as written, and the
 *    share in common, stock phrases (`stockKeys`, and what many texts have) apart.
 *    `isNearDuplicate` says whether a person should look. A person decides.
 *
 * `sketchIndex` does 2 and 3 in memory, for tests and measurements.
 */
export { GRAM } from './grams.ts';
export { type Candidate, type SketchIndex, sketchIndex } from './memory.ts';
export { type Comparison, compareTexts, type Passage, type Span } from './passages.ts';
export {
  bestHits,
  type Hit,
  isNearDuplicate,
  LEAST_SHARED,
  type Likeness,
  likeness,
  MOST_TEXTS,
  probesOf,
  worthComparing,
} from './rank.ts';
export { counted, type Rarity, rarityOf, stockKeys } from './rarity.ts';
export { KEPT_BELOW, type Sketch, sketchOf } from './sketch.ts';
export { type Words, wordsOf } from './words.ts';
