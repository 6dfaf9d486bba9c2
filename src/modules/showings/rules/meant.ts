import { toNfc } from '../../../kernel/vietnamese/fold.ts';
import { wordsIn } from './words.ts';

/** A word of the texts that are known, by its key without dấu. */
interface Known {
  /** As most texts write it, in small letters. */
  readonly shown: string;
  readonly count: number;
}

interface Vocabulary {
  readonly words: ReadonlyMap<string, Known>;
  /** Words that stand side by side: 'nang_luong'. */
  readonly pairs: ReadonlySet<string>;
}

const MOST_TYPED = 8;
/** A typed word and one with so many other letters are the same word, mistyped. */
const mostSlips = (length: number): number => (length <= 2 ? 0 : length <= 5 ? 1 : 2);

/**
 * What somebody may have meant whose words nobody wrote: each unknown word becomes the nearest known one, of several
 * as near the one that is known beside its neighbours, then the more frequent. Null where all words are known, or
 * where nothing known is near. `texts`: what the site calls its things.
 */
export function meantBy(typed: string, texts: readonly string[]): string | null {
  const asked = wordsIn(toNfc(typed)).slice(0, MOST_TYPED);
  if (asked.length === 0) return null;
  const vocabulary = vocabularyOf(texts);
  let changed = false;
  const chosen: string[] = [];
  const shown: string[] = [];
  for (const [at, { folded, from, to }] of asked.entries()) {
    if (vocabulary.words.has(folded)) {
      chosen.push(folded);
      shown.push(typed.normalize('NFC').slice(from, to));
      continue;
    }
    const near = nearest(folded, vocabulary, {
      before: chosen.at(-1),
      after: asked[at + 1]?.folded,
    });
    if (near === null) return null;
    changed = true;
    chosen.push(near);
    shown.push(vocabulary.words.get(near)!.shown);
  }
  return changed ? shown.join(' ') : null;
}

function vocabularyOf(texts: readonly string[]): Vocabulary {
  const spellings = new Map<string, Map<string, number>>();
  const pairs = new Set<string>();
  for (const text of texts) {
    const clean = toNfc(text);
    const words = wordsIn(clean);
    for (const [at, { folded, from, to }] of words.entries()) {
      const next = words[at + 1];
      if (next !== undefined) pairs.add(`${folded}_${next.folded}`);
      if (/^\d+$/.test(folded)) continue;
      const spelled = clean.slice(from, to).toLocaleLowerCase('vi');
      const known = spellings.get(folded) ?? new Map<string, number>();
      known.set(spelled, (known.get(spelled) ?? 0) + 1);
      spellings.set(folded, known);
    }
  }
  const words = new Map<string, Known>();
  for (const [folded, known] of spellings) {
    const [most] = [...known].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
    const count = [...known.values()].reduce((sum, many) => sum + many, 0);
    words.set(folded, { shown: most![0], count });
  }
  return { words, pairs };
}

interface Beside {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function nearest(word: string, { words, pairs }: Vocabulary, beside: Beside): string | null {
  const most = mostSlips(word.length);
  const stands = (other: string): number =>
    Number(pairs.has(`${beside.before}_${other}`)) + Number(pairs.has(`${other}_${beside.after}`));
  const near = [...words]
    .filter(([other]) => Math.abs(other.length - word.length) <= most)
    .map(([other, { count }]) => ({ other, count, slips: slipsBetween(word, other, most) }))
    .filter(({ slips }) => slips <= most)
    .map((one) => ({ ...one, beside: stands(one.other) }))
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        b.beside - a.beside ||
        b.count - a.count ||
        (a.other < b.other ? -1 : 1),
    );
  return near[0]?.other ?? null;
}

/** How many letters are too many, missing, others, or two in the wrong order; more than `most` is `most + 1`. */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? before[j - 2]! + 1
          : Number.POSITIVE_INFINITY;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1), swapped));
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[other.length]!, most + 1);
}
