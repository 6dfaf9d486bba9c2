import { type Chain, chainsOf, type Run } from './chains.ts';
import { GRAM, gramsOf } from './grams.ts';
import type { Rarity } from './rarity.ts';
import { type Words, wordsOf } from './words.ts';

/** A part of a text as it was given: UTF-16 units from `start` to `end` (not included). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A passage that both texts have, with some words changed. */
export interface Passage {
  readonly first: Span;
  readonly second: Span;
  /** Words of the passage in each text, and how many of them are equal. */
  readonly words: { readonly first: number; readonly second: number; readonly same: number };
  /** How rarely others write so, 0 (a stock phrase) to 1. */
  readonly rarity: number;
  /** The equal stretches within, in order: what lies between them differs. */
  readonly same: readonly { readonly first: Span; readonly second: Span }[];
}

/** Two texts compared word by word. */
export interface Comparison {
  /** In the order of the first text; stock phrases too. */
  readonly passages: readonly Passage[];
  /** Words of each text. */
  readonly words: { readonly first: number; readonly second: number };
  /** Words of each text inside passages, each passage counted by its rarity. */
  readonly common: { readonly first: number; readonly second: number };
  /** The same as shares of the texts, 0 to 1. */
  readonly share: { readonly first: number; readonly second: number };
}

/** A passage has at least so many equal words, */
export const LEAST_SAME = 8;
/** and at least this share of its words is equal. */
const LEAST_DENSITY = 0.45;

/**
 * Compares two texts, given as they were written; finds passages moved, with words changed, and in
 * another encoding. `rarity` (`rarityOf`) tells stock phrases apart; without it every passage counts
 * whole. Takes time in proportion to the lengths.
 */
export function compareTexts(
  first: string | Words,
  second: string | Words,
  rarity: Rarity = () => undefined,
): Comparison {
  const [a, b] = [first, second].map((text) => (typeof text === 'string' ? wordsOf(text) : text));
  return compareWords(a!, b!, rarity);
}

function compareWords(a: Words, b: Words, rarity: Rarity): Comparison {
  const grams = gramsOf(a);
  const chains = chainsOf(grams, gramsOf(b)).map((chain) => filled(chain, a, b));
  const found = withoutCovered(chains.filter(isPassage), a.count, b.count);
  const usual = rarityOfRuns(found.flat(), grams, rarity, 1);
  const rarities = found.map((runs) => rarityOfRuns(runs, grams, rarity, usual));
  const passages = found.map((runs, at) => passageOf(runs, a, b, rarities[at]!));
  const inFirst = commonWords(
    a.count,
    found.map((runs) => extent(runs, 'a')),
    rarities,
  );
  const inSecond = commonWords(
    b.count,
    found.map((runs) => extent(runs, 'b')),
    rarities,
  );
  return {
    passages,
    words: { first: a.count, second: b.count },
    common: { first: inFirst, second: inSecond },
    share: { first: inFirst / Math.max(1, a.count), second: inSecond / Math.max(1, b.count) },
  };
}

/** The runs of a chain, with the single equal words that stand in line between them. */
function filled({ runs }: Chain, a: Words, b: Words): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && last.b - last.a === run.b - run.a) {
      for (let at = last.a + last.count; at < run.a; at++) {
        const other = at + run.b - run.a;
        if (a.hashes[at] === b.hashes[other]) joined(all, { a: at, b: other, count: 1 });
      }
    }
    joined(all, { ...run });
  }
  return all;
}

function joined(all: Run[], run: Run): void {
  const last = all.at(-1);
  if (last !== undefined && last.a + last.count === run.a && last.b + last.count === run.b) {
    last.count += run.count;
  } else all.push(run);
}

const sameIn = (runs: readonly Run[]) => runs.reduce((sum, { count }) => sum + count, 0);

/** The first word and the one after the last. */
function extent(runs: readonly Run[], side: 'a' | 'b'): [number, number] {
  const last = runs.at(-1)!;
  return [runs[0]![side], last[side] + last.count];
}

const lengthOf = ([from, to]: readonly [number, number]) => to - from;

function isPassage(runs: readonly Run[]): boolean {
  const same = sameIn(runs);
  const longest = Math.max(lengthOf(extent(runs, 'a')), lengthOf(extent(runs, 'b')));
  return same >= LEAST_SAME && same >= longest * LEAST_DENSITY;
}

/** Without passages that lie inside better ones in both texts; in the order of the first text. */
function withoutCovered(all: readonly Run[][], wordsA: number, wordsB: number): Run[][] {
  const covered = { a: new Uint8Array(wordsA), b: new Uint8Array(wordsB) };
  const isFresh = (runs: readonly Run[], side: 'a' | 'b') => {
    const [from, to] = extent(runs, side);
    const seen = covered[side].subarray(from, to);
    const fresh = seen.reduce((sum, value) => sum - value, seen.length) * 2 > seen.length;
    seen.fill(1);
    return fresh;
  };
  return all
    .toSorted((x, y) => sameIn(y) - sameIn(x))
    .filter((runs) => {
      const fresh = isFresh(runs, 'a');
      return isFresh(runs, 'b') || fresh;
    })
    .sort((x, y) => x[0]!.a - y[0]!.a || x[0]!.b - y[0]!.b);
}

// Even a copied passage is mostly made of usual words; but everything in a stock phrase is usual. So the
// rarer quarter of its grams decides: below the first bound nothing counts, from the second on all.
const NOTHING = 0.2;
const WHOLE = 0.6;

/** How rarely others write so: from the grams of which the rarity is known, and `usual` as one more. */
function rarityOfRuns(
  runs: readonly Run[],
  grams: Int32Array,
  rarity: Rarity,
  usual: number,
): number {
  const known = [usual];
  for (const { a, count } of runs) {
    for (let at = a; at + GRAM <= a + count; at++) {
      const value = rarity(grams[at]!);
      if (value !== undefined) known.push((value - NOTHING) / (WHOLE - NOTHING));
    }
  }
  const rarer = known.sort((x, y) => x - y)[Math.floor((known.length - 1) * 0.75)]!;
  return Math.min(1, Math.max(0, rarer));
}

function passageOf(runs: readonly Run[], a: Words, b: Words, rarity: number): Passage {
  const span = (words: Words, from: number, to: number): Span => ({
    ...{ start: words.starts[from]!, end: words.ends[to - 1]! },
  });
  const [inA, inB] = [extent(runs, 'a'), extent(runs, 'b')];
  return {
    first: span(a, ...inA),
    second: span(b, ...inB),
    words: { first: lengthOf(inA), second: lengthOf(inB), same: sameIn(runs) },
    rarity,
    same: runs.map((run) => ({
      first: span(a, run.a, run.a + run.count),
      second: span(b, run.b, run.b + run.count),
    })),
  };
}

/** The sum over the words of a text of the highest rarity among the passages that hold it. */
function commonWords(
  count: number,
  extents: readonly [number, number][],
  rarities: readonly number[],
): number {
  const points = new Float64Array(count);
  extents.forEach(([from, to], at) => {
    const rarity = rarities[at]!;
    for (let word = from; word < to; word++) points[word] = Math.max(points[word]!, rarity);
  });
  return points.reduce((sum, value) => sum + value, 0);
}
