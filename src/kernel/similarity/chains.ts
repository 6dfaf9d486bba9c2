import { GRAM } from './grams.ts';

/** A stretch of equal words: `count` words from word `a` of the first text and word `b` of the second. */
export interface Run {
  a: number;
  b: number;
  count: number;
}

/** Runs that follow each other in both texts with small gaps between them. */
export interface Chain {
  readonly runs: Run[];
}

/** So many words between two runs may differ. */
export const MOST_GAP = 12;
/** By so many words the gap may be longer in one text than in the other. */
const MOST_DRIFT = 8;
/** A gram that stands in more places than this begins a chain only where nothing else goes on. */
const MOST_PLACES = 6;
/** More chains than this are not followed at one time. */
const MOST_OPEN = 200;

/**
 * Equal stretches of two texts, given their grams in order, joined into chains. Seeds are equal
 * grams; a chain takes the next seed that lies at most `MOST_GAP` words on and nearly in line
 * (seeding and extension as in Sanchez-Perez, Sidorov & Gelbukh 2014, "A winning approach to text
 * alignment for text reuse detection"). The time is in proportion to the lengths, whatever repeats.
 */
export function chainsOf(first: Int32Array, second: Int32Array): Chain[] {
  const places = placesOf(second);
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (let a = 0; a < first.length; a++) {
    const over = open.filter((chain) => endOf(chain).a + MOST_GAP <= a);
    if (over.length > 0) {
      done.push(...over);
      open = open.filter((chain) => endOf(chain).a + MOST_GAP > a);
    }
    let goesOn = false;
    for (const chain of open) if (goOn(chain, a, first, second)) goesOn = true;
    const from = places.first(first[a]!);
    const repeats = places.count(first[a]!) > MOST_PLACES;
    if (repeats && goesOn) continue;
    for (let b = from, turn = 0; b >= 0 && turn < MOST_PLACES; b = places.next(b), turn++) {
      if (!taken(open, a, b) && open.length < MOST_OPEN) {
        open.push({ runs: [{ a, b, count: GRAM }] });
      }
    }
  }
  return [...done, ...open];
}

const lastOf = (chain: Chain): Run => chain.runs.at(-1)!;
const endOf = (chain: Chain) => {
  const { a, b, count } = lastOf(chain);
  return { a: a + count, b: b + count };
};

/** Follows a chain in line with its last run. */
function goOn(chain: Chain, a: number, first: Int32Array, second: Int32Array): boolean {
  const run = lastOf(chain);
  const b = run.b + a - run.a;
  if (b >= second.length || first[a] !== second[b]) return false;
  append(chain, a, b);
  return true;
}

/** Adds a seed, without the words that the chain already holds. */
function append(chain: Chain, a: number, b: number): void {
  const run = lastOf(chain);
  if (run.b - run.a === b - a && a <= run.a + run.count) {
    run.count = Math.max(run.count, a - run.a + GRAM);
    return;
  }
  const held = overlap(chain, a, b);
  chain.runs.push({ a: a + held, b: b + held, count: GRAM - held });
}

function overlap(chain: Chain, a: number, b: number): number {
  const end = endOf(chain);
  return Math.max(0, end.a - a, end.b - b);
}

/** Gives a seed to the open chain it continues best; false when there is none. */
function taken(open: readonly Chain[], a: number, b: number): boolean {
  let best: Chain | null = null;
  let least = MOST_DRIFT + 1;
  for (const chain of open) {
    const run = lastOf(chain);
    const drift = Math.abs(b - a - (run.b - run.a));
    if (drift === 0 && a < run.a + run.count) return true;
    if (drift >= least || overlap(chain, a, b) >= GRAM || b > endOf(chain).b + MOST_GAP) continue;
    [best, least] = [chain, drift];
  }
  if (best !== null) append(best, a, b);
  return best !== null;
}

/** Where each gram of a text stands, in order. */
function placesOf(grams: Int32Array) {
  const heads = new Map<number, number>();
  const counts = new Map<number, number>();
  const next = new Int32Array(grams.length).fill(-1);
  for (let at = grams.length - 1; at >= 0; at--) {
    const key = grams[at]!;
    next[at] = heads.get(key) ?? -1;
    heads.set(key, at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    first: (key: number): number => heads.get(key) ?? -1,
    next: (at: number): number => next[at]!,
    count: (key: number): number => counts.get(key) ?? 0,
  };
}
