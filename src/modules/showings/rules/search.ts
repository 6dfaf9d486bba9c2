import { toNfc } from '../../../kernel/vietnamese/fold.ts';
import { exactKey, foldedKey, pairKey, type Where, type Word, wordsIn } from './words.ts';

/** What a reader typed into a search box. */
export interface Search {
  readonly typed: string;
  /** Words that may stand anywhere. */
  readonly words: readonly Word[];
  /** Words in quotes, which stand together. */
  readonly phrases: readonly (readonly Word[])[];
  /** Something was typed with dấu: texts that have them so come first. */
  readonly exact: boolean;
}

const LONGEST = 200;
const MOST_WORDS = 12;
const QUOTED = /["“”„«]([^"“”„«»]*)["“”»]/gu;

/** Reads what was typed: loose words, and phrases in quotes of any kind. */
export function readSearch(raw: string): Search {
  const typed = toNfc(raw).trim().slice(0, LONGEST);
  let left = MOST_WORDS;
  const take = (text: string): readonly Word[] => {
    const words = wordsIn(text).slice(0, left);
    left -= words.length;
    return words;
  };
  const phrases = [...typed.matchAll(QUOTED)]
    .map((match) => take(match[1]!))
    .filter((words) => words.length > 0);
  const words = take(typed.replace(QUOTED, ' '));
  const exact = [...words, ...phrases.flat()].some((word) => word.exact !== word.folded);
  return { typed, words, phrases, exact };
}

/** True when there is nothing to look for. */
export const isEmpty = (search: Search): boolean =>
  search.words.length === 0 && search.phrases.length === 0;

/**
 * What is looked for one after the other, the best first, each with the keys that a text must all have:
 * words as they were typed before words without dấu, title before lead before anywhere, and words that stand
 * together before those that only both occur.
 */
export function tiersOf(search: Search, marks: readonly string[]): readonly (readonly string[])[] {
  const several = search.words.length > 1;
  const tier = (where: Where, key: Key, together: boolean): readonly string[] => [
    ...new Set([...keysIn(search, where, key, together), ...marks]),
  ];
  const steps = (key: Key, together: boolean): (readonly string[])[] => [
    ...(together ? [tier('title', key, true)] : []),
    tier('title', key, false),
    tier('lead', key, false),
    ...(together ? [tier('any', key, true)] : []),
    tier('any', key, false),
  ];
  if (!search.exact) return steps(foldedKey, several);
  return [...steps(exactKey, several), ...steps(foldedKey, false)];
}

type Key = typeof foldedKey;

/** Words that stand together are looked for in pairs: these say that both are there, and are rarer. */
function keysIn(search: Search, where: Where, key: Key, together: boolean): string[] {
  const groups = [
    ...search.phrases.map((words) => ({ words, paired: true })),
    { words: search.words, paired: together },
  ];
  return groups.flatMap(({ words, paired }) => {
    const pairs = paired ? words.slice(1).map((word, at) => pairKey(where, words[at]!, word)) : [];
    const single = words
      .map((word) => [key(where, word), foldedKey(where, word)] as const)
      .filter(([own, folded]) => pairs.length === 0 || own !== folded);
    return [...single.map(([own]) => own), ...pairs];
  });
}

/** The keys of a title that has all words of an unfinished text but the last one, which may be unfinished. */
export function keysBefore(raw: string): string[] {
  const words = wordsIn(toNfc(raw)).slice(0, MOST_WORDS);
  const whole = words.slice(0, -1);
  return [
    ...whole.map((word) => foldedKey('title', word)),
    ...whole.slice(1).map((word, at) => pairKey('title', whole[at]!, word)),
  ];
}
