import {
  bestHits,
  type Hit,
  LEAST_SHARED,
  type Likeness,
  likeness,
  probesOf,
  worthComparing,
} from './rank.ts';
import { counted, type Rarity, rarityOf } from './rarity.ts';
import type { Sketch } from './sketch.ts';

/** A text whose sketch is like the one that was asked for. `likeness.ofFirst` is of the asked one. */
export interface Candidate {
  readonly text: number;
  readonly likeness: Likeness;
}

/** Sketches in memory with the texts that have each key. Texts are numbered from 0 as they come. */
export interface SketchIndex {
  /** Adds a sketch; gives its number. */
  add(sketch: Sketch): number;
  readonly size: number;
  /** In how many texts a key stands. */
  frequency(key: number): number;
  /** The rarity of keys as things stand now. */
  rarity(stock?: ReadonlySet<number>): Rarity;
  /**
   * The texts to compare with, most alike first, at most `most`; none of those in which only stock
   * phrases are shared. A text that is in the index itself comes first.
   */
  search(sketch: Sketch, most?: number, stock?: ReadonlySet<number>): Candidate[];
}

/**
 * An inverted index (Zobel & Moffat 2006) in flat arrays: 100,000 texts of 300 to 3,000 words take
 * less than a gigabyte. The database does the same with rows; this is for tests and measurements.
 */
export function sketchIndex(): SketchIndex {
  const sketches: Sketch[] = [];
  const postings = postingLists();
  const rarity = (stock?: ReadonlySet<number>) =>
    rarityOf(sketches.length, (key) => counted(key, postings.frequency), stock);
  return {
    add(sketch) {
      for (const key of sketch.keys) postings.add(key, sketches.length);
      return sketches.push(sketch) - 1;
    },
    get size() {
      return sketches.length;
    },
    frequency: postings.frequency,
    rarity,
    search(sketch, most = 10, stock) {
      const points = rarity(stock);
      const asked = probesOf(sketch, postings.frequency);
      const sums = new Float32Array(sketches.length);
      for (const key of asked) {
        const value = points(key) ?? 1;
        if (value > 0) postings.addTo(sums, key, value);
      }
      return bestHits(hitsOf(sums, sketches), asked.length)
        .map(({ id }) => ({ text: id, likeness: likeness(sketch, sketches[id]!, points) }))
        .filter((candidate) => worthComparing(candidate.likeness))
        .sort((a, b) => scoreOf(b) - scoreOf(a) || a.text - b.text)
        .slice(0, most);
    },
  };
}

function hitsOf(sums: Float32Array, sketches: readonly Sketch[]): Hit<number>[] {
  const hits: Hit<number>[] = [];
  for (let id = 0; id < sums.length; id++) {
    if (sums[id]! < LEAST_SHARED) continue;
    hits.push({ id, shared: sums[id]!, keys: sketches[id]!.keys.length });
  }
  return hits;
}

const scoreOf = ({ likeness }: Candidate) =>
  Math.max(likeness.ofFirst, likeness.ofSecond) + likeness.resemblance;

/** Lists of texts by key: a hash table with open addresses, and chains through one array. */
function postingLists() {
  let slots = 1 << 12;
  let keys = new Int32Array(slots).fill(-1);
  let counts = new Int32Array(slots);
  let heads = new Int32Array(slots).fill(-1);
  let used = 0;
  let texts = new Int32Array(1 << 14);
  let next = new Int32Array(1 << 14);
  let size = 0;

  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - Math.log2(slots));
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  const grow = () => {
    const [oldKeys, oldCounts, oldHeads] = [keys, counts, heads];
    slots *= 2;
    keys = new Int32Array(slots).fill(-1);
    counts = new Int32Array(slots);
    heads = new Int32Array(slots).fill(-1);
    oldKeys.forEach((key, at) => {
      if (key === -1) return;
      const slot = slotOf(key);
      keys[slot] = key;
      counts[slot] = oldCounts[at]!;
      heads[slot] = oldHeads[at]!;
    });
  };
  const doubled = (from: Int32Array<ArrayBuffer>) => {
    const to = new Int32Array(from.length * 2);
    to.set(from);
    return to;
  };
  return {
    add(key: number, text: number): void {
      if (used * 2 > slots) grow();
      if (size === texts.length) [texts, next] = [doubled(texts), doubled(next)];
      const slot = slotOf(key);
      if (keys[slot] === -1) used++;
      keys[slot] = key;
      counts[slot]!++;
      texts[size] = text;
      next[size] = heads[slot]!;
      heads[slot] = size++;
    },
    frequency: (key: number): number => counts[slotOf(key)]!,
    addTo(sums: Float32Array, key: number, value: number): void {
      for (let at = heads[slotOf(key)]!; at !== -1; at = next[at]!) sums[texts[at]!]! += value;
    },
  };
}
