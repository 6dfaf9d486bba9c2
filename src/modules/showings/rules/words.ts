import { foldForSearch, matchKey, toNfc } from '../../../kernel/vietnamese/fold.ts';

// The words by which a text is found. Every word stands folded, with dấu where it has some, and with the
// word after it: phrases and compound words are then found without reading any text.

/** A word of a text: where it stands, its key without dấu and its key with them. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
  readonly exact: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Of one word: the longer ones are noise, and no index takes them. */
const LONGEST = 40;
/** Words of one text that are looked at. */
const MOST_WORDS = 20_000;

const keys = new Map<string, readonly [folded: string, exact: string]>();
const MOST_KEYS = 20_000;

function keysOf(word: string): readonly [folded: string, exact: string] {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const folded = foldForSearch(word).replaceAll(' ', '').slice(0, LONGEST);
  const made = [folded, matchKey(word).replaceAll(' ', '').slice(0, LONGEST)] as const;
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(word, made);
  return made;
}

/** The words of a text in NFC, in their order. */
export function wordsIn(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [folded, exact] = keysOf(match[0]);
    if (folded === '') continue;
    found.push({ from: match.index, to: match.index + match[0].length, folded, exact });
    if (found.length === MOST_WORDS) break;
  }
  return found;
}

/** Where words stand: in the title; in title, lead or tags; anywhere. */
export type Where = 'title' | 'lead' | 'any';
const prefixes: Readonly<Record<Where, string>> = { title: 't:', lead: 'l:', any: '' };

export const foldedKey = (where: Where, word: Word): string => `${prefixes[where]}${word.folded}`;
export const exactKey = (where: Where, word: Word): string =>
  word.exact === word.folded ? foldedKey(where, word) : `${prefixes[where]}=${word.exact}`;
export const pairKey = (where: Where, word: Word, next: Word): string =>
  `${prefixes[where]}${word.folded}_${next.folded}`;

/** What a list of results is narrowed by, as a word among the others. */
export const markOf = {
  site: (organisationId: string): string => `@s:${organisationId}`,
  section: (sectionId: string): string => `@c:${sectionId}`,
  year: (year: number): string => `@y:${year}`,
  kind: (kind: string): string => `@k:${kind}`,
  language: (language: string): string => `@l:${language}`,
};

export interface Searchable {
  readonly title: string;
  readonly lead: string;
  readonly tags: readonly string[];
  readonly body: string;
}

/** Everything by which an article is found, each once; what narrows results comes from `marks`. */
export function searchKeys(of: Searchable, marks: readonly string[]): string[] {
  const found = new Set<string>(marks);
  const parts: [Where[], string][] = [
    [['title', 'lead', 'any'], of.title],
    [['lead', 'any'], of.lead],
    ...of.tags.map((tag): [Where[], string] => [['lead', 'any'], tag]),
    [['any'], of.body],
  ];
  for (const [places, text] of parts) {
    const words = wordsIn(toNfc(text));
    for (const where of places) addKeys(found, where, words);
  }
  return [...found];
}

function addKeys(found: Set<string>, where: Where, words: readonly Word[]): void {
  words.forEach((word, at) => {
    found.add(foldedKey(where, word));
    found.add(exactKey(where, word));
    const next = words[at + 1];
    if (next !== undefined) found.add(pairKey(where, word, next));
  });
}
