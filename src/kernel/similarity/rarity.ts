import { gramsOf } from './grams.ts';
import { KEPT_BELOW } from './sketch.ts';
import { wordsOf } from './words.ts';

/** How much a shared gram tells: 0 nothing (everybody writes so) to 1; undefined where nobody counted. */
export type Rarity = (key: number) => number | undefined;

/** Fewer texts than these are taken for so many: in how many of ten a gram stands tells little. */
const FEWEST_TEXTS = 1000;
/** A gram in more than this share of the texts, and in so many of them, is a stock phrase. */
const STOCK_SHARE = 0.02;
const STOCK_TEXTS = 20;

/**
 * Rarity from document frequency, as inverse document frequency (Spärck Jones 1972) brought to 0 … 1:
 * 1 − ln(texts with the gram) / ln(all texts), and 0 for what more than 2 % of the texts have.
 * `texts`: how many there are; `frequency`: in how many a key stands, undefined where that was not
 * asked; `stock`: keys of phrases that never count (`stockKeys`).
 */
export function rarityOf(
  texts: number,
  frequency: (key: number) => number | undefined,
  stock: ReadonlySet<number> = new Set(),
): Rarity {
  const most = Math.max(STOCK_TEXTS, texts * STOCK_SHARE);
  const scale = Math.log(Math.max(texts, FEWEST_TEXTS));
  return (key) => {
    if (stock.has(key)) return 0;
    const found = frequency(key);
    if (found === undefined) return undefined;
    if (found > most) return 0;
    return found <= 1 ? 1 : 1 - Math.log(found) / scale;
  };
}

/** The frequency of a key that every sketch would hold; undefined for one that most leave out. */
export function counted(key: number, frequency: (key: number) => number): number | undefined {
  return key < KEPT_BELOW ? frequency(key) : undefined;
}

/** The keys of all grams of phrases that many write: headings of a form, declarations, its questions. */
export function stockKeys(phrases: Iterable<string>): Set<number> {
  const keys = new Set<number>();
  for (const phrase of phrases) for (const key of gramsOf(wordsOf(phrase))) keys.add(key);
  return keys;
}
