import type { Comparison } from './passages.ts';
import type { Rarity } from './rarity.ts';
import type { Sketch } from './sketch.ts';

/** How alike two texts are, estimated from their sketches; each shared gram counts by its rarity. */
export interface Likeness {
  /** Keys that both have. */
  readonly shared: number;
  /** The sum of their rarities. */
  readonly weight: number;
  /** Share of the first text found in the second, 0 to 1 (containment, Broder 1997). */
  readonly ofFirst: number;
  /** Share of the second text found in the first. */
  readonly ofSecond: number;
  /** Share of both together that both have, 0 to 1 (weighted Jaccard). */
  readonly resemblance: number;
}

/** Compares two sketches, over the part of the keys that both keep. Without `rarity` each key counts 1. */
export function likeness(first: Sketch, second: Sketch, rarity: Rarity = () => 1): Likeness {
  const limit = Math.min(first.limit, second.limit);
  const [a, b] = [first.keys, second.keys];
  let [i, j, shared, weight, onlyFirst, onlySecond] = [0, 0, 0, 0, 0, 0];
  for (;;) {
    const x = i < a.length && a[i]! < limit ? a[i]! : limit;
    const y = j < b.length && b[j]! < limit ? b[j]! : limit;
    if (x === limit && y === limit) break;
    const points = rarity(Math.min(x, y)) ?? 1;
    if (x === y) {
      shared++;
      weight += points;
    } else if (x < y) onlyFirst += points;
    else onlySecond += points;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const share = (rest: number) => (weight > 0 ? weight / (weight + rest) : 0);
  return {
    ...{ shared, weight },
    ofFirst: share(onlyFirst),
    ofSecond: share(onlySecond),
    resemblance: share(onlyFirst + onlySecond),
  };
}

/** A key that more texts have than this tells too little for what asking for it costs. */
export const MOST_TEXTS = 300;

/** The keys to ask the index for: those that a text has, and not too many. `frequency`: in how many. */
export function probesOf(
  sketch: Sketch,
  frequency: (key: number) => number,
  mostTexts = MOST_TEXTS,
): number[] {
  return sketch.keys.filter((key) => {
    const texts = frequency(key);
    return texts > 0 && texts <= mostTexts;
  });
}

/** A text found by keys it shares with another. */
export interface Hit<Id> {
  readonly id: Id;
  /** How many of the asked keys it has, or the sum of their rarities. */
  readonly shared: number;
  /** How many keys its sketch has. */
  readonly keys: number;
}

/** Fewer shared keys than this are chance. */
export const LEAST_SHARED = 3;

/**
 * The hits worth a closer look, best first, at most `most`: by the share of the shorter sketch that
 * is shared. `asked`: how many keys were asked for. A cheap first order, from counts alone.
 */
export function bestHits<Id>(hits: Iterable<Hit<Id>>, asked: number, most = 50): Hit<Id>[] {
  const share = ({ shared, keys }: Hit<Id>) => shared / Math.max(1, Math.min(asked, keys));
  return [...hits]
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => share(b) - share(a) || b.shared - a.shared)
    .slice(0, most);
}

/** A smaller share of either text than this is not worth comparing word by word. */
export const LEAST_SHARE = 0.06;

/** True when the full texts should be compared. */
export function worthComparing({ weight, ofFirst, ofSecond }: Likeness): boolean {
  return weight >= LEAST_SHARED && Math.max(ofFirst, ofSecond) >= LEAST_SHARE;
}

/** What is shown to a person: so large a share of either text in common, and so many words of it; */
const NEAR_SHARE = 0.2;
const NEAR_WORDS = 25;
/** or so many words in common, however long the texts are. */
const NEAR_ANYWAY = 200;

/** True when a person should look at the two texts side by side. */
export function isNearDuplicate({ common, share }: Comparison): boolean {
  const words = Math.max(common.first, common.second);
  const most = Math.max(share.first, share.second);
  return (most >= NEAR_SHARE && words >= NEAR_WORDS) || words >= NEAR_ANYWAY;
}
