import { foldForSearch, matchKey } from '../../../kernel/vietnamese/fold.ts';

/** A stretch of a comment: plain, or an address that a browser may follow. */
export interface Stretch {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”‘’«»\u0000-\u001f]+/giu;
// What closes a sentence or a bracket belongs to the sentence, not to the address.
const TAIL = /[.,;:!?…)\]}]+$/u;

/** The text in stretches: addresses that begin with http or https become links, and nothing else does. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index), href: null });
    found.push({ text: address, href: new URL(address).href });
    at = match.index + address.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), href: null });
  return found;
}

// A bracket that was opened inside the address stays: …/wiki/Dấu_(chữ)
function withoutTail(address: string): string {
  const tail = TAIL.exec(address)?.[0] ?? '';
  if (tail === '') return address;
  const opened = address.split('(').length - address.split(')').length;
  const bare = address.slice(0, -tail.length);
  return tail.startsWith(')') && opened === 0 && bare.includes('(') ? `${bare})` : bare;
}

const DOMAIN =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|info|biz|xyz|top|vip|club|shop|online|site|ru|cn|io|me|link|click)\b/giu;

/** How many addresses a text names, also those without http. */
export const countAddresses = (text: string): number => [...text.matchAll(DOMAIN)].length;

/** A name or subject on one line: line ends and runs of blanks become one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The key by which two texts are the same: letters and digits only, without dấu. */
export const textKey = (text: string): string => foldForSearch(text).replaceAll(' ', '');

/** At most this many letters of the folded text are kept for searching. */
const mostSearched = 4_000;

/** What a search looks into. */
export const searched = (...texts: readonly (string | null)[]): string =>
  foldForSearch(texts.filter(Boolean).join(' ')).slice(0, mostSearched);

/**
 * The words of a list that stand in a text, whole. A word written with dấu is looked for with its dấu, whatever
 * the place of the tone; one without them also where the text has them.
 */
export function wordsIn(text: string, list: readonly string[]): string[] {
  const plain = ` ${foldForSearch(text)} `;
  const exact = ` ${matchKey(text)} `;
  return list.filter((word) => {
    const folded = foldForSearch(word);
    if (folded === '') return false;
    const key = matchKey(word);
    return key === folded ? plain.includes(` ${folded} `) : exact.includes(` ${key} `);
  });
}

/** Share of letters that are of another writing than the Latin, from 0 to 1. */
export function foreignShare(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 0;
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length / letters.length;
}

/** Enough of a text for a line of a list. */
export const brief = (text: string, most = 80): string => {
  const line = oneLine(text);
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
};
