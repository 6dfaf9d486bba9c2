// The best judges of one dossier when each judge has a price: the set of so many judges whose worth is greatest among
// those whose scores reach a floor. Judges that others beat in both worth and score are left out; the rest are few,
// and are tried in order of worth, leaving out what cannot reach the floor or the best found.

/** After so many trials the best that was found is taken, and the bound is that without the floor. */
const TRIALS = 50_000;

export interface Candidate {
  readonly judge: number;
  readonly score: number;
  /** The score less the price of the judge. */
  readonly worth: number;
  readonly expert: boolean;
}

export interface BestSet {
  readonly judges: readonly number[];
  readonly worth: number;
  /** No set is worth more; equal to `worth` unless the search was cut short. */
  readonly bound: number;
}

/**
 * The set of `size` judges among a `shortlist` for that size, `experts` of them experts or more, that is worth most
 * with scores of `floor` or more in all; null when there is none.
 */
export function bestSet(
  few: readonly Candidate[],
  size: number,
  experts: number,
  floor: number,
): BestSet | null {
  if (size === 0) return floor <= 0 && experts <= 0 ? { judges: [], worth: 0, bound: 0 } : null;
  if (few.length < size) return null;
  const search = new Search(few, size, experts, floor);
  search.from(0, 0, 0, 0, 0);
  if (search.best === null) return null;
  const loose = search.cut ? few.slice(0, size).reduce((sum, one) => sum + one.worth, 0) : null;
  return { judges: search.best, worth: search.worth, bound: loose ?? search.worth };
}

/** By worth, the greatest first, without those that `size` others beat or equal in all. */
export function shortlist(all: readonly Candidate[], size: number): Candidate[] {
  const sorted = [...all].sort((a, b) => b.worth - a.worth || b.score - a.score);
  const kept: Candidate[] = [];
  for (const one of sorted) {
    let better = 0;
    for (const other of kept) {
      if (other.score >= one.score && (other.expert || !one.expert)) better++;
      if (better === size) break;
    }
    if (better < size) kept.push(one);
  }
  return kept;
}

class Search {
  best: readonly number[] | null = null;
  worth = Number.NEGATIVE_INFINITY;
  cut = false;
  readonly #items: readonly Candidate[];
  readonly #size: number;
  readonly #experts: number;
  readonly #floor: number;
  /** The greatest score from each place on. */
  readonly #top: Float64Array;
  readonly #taken: number[] = [];
  #trials = 0;

  constructor(items: readonly Candidate[], size: number, experts: number, floor: number) {
    this.#items = items;
    this.#size = size;
    this.#experts = experts;
    this.#floor = floor;
    this.#top = new Float64Array(items.length + 1).fill(Number.NEGATIVE_INFINITY);
    for (let at = items.length - 1; at >= 0; at--)
      this.#top[at] = Math.max(this.#top[at + 1]!, items[at]!.score);
  }

  from(start: number, taken: number, worth: number, score: number, experts: number): void {
    const left = this.#size - taken;
    if (left === 0) {
      if (score >= this.#floor && experts >= this.#experts && worth > this.worth) {
        this.worth = worth;
        this.best = [...this.#taken];
      }
      return;
    }
    if (experts + left < this.#experts) return;
    for (let at = start; at + left <= this.#items.length; at++) {
      const item = this.#items[at]!;
      // Those that follow are worth no more than this one, and score no more than the greatest of them.
      if (worth + left * item.worth <= this.worth) return;
      if (score + left * this.#top[at]! < this.#floor) return;
      if (++this.#trials > TRIALS) {
        this.cut = true;
        return;
      }
      if (score + item.score + (left - 1) * this.#top[at]! < this.#floor) continue;
      this.#taken[taken] = item.judge;
      this.from(
        at + 1,
        taken + 1,
        worth + item.worth,
        score + item.score,
        experts + (item.expert ? 1 : 0),
      );
    }
  }
}
