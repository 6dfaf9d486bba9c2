import { foldForSearch } from './vietnamese/fold.ts';

/** The most characters of a slug. */
export const SLUG_LENGTH = 80;

/** What stands for a text in which no letter and no digit is left. */
const NOTHING = 'bai';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A text as the last part of an address: 'Đại hội lần thứ IX' → 'dai-hoi-lan-thu-ix'. Letters without dấu,
 * digits and single hyphens; at most `length` characters, cut at a word where one ends; never empty.
 */
export function slugOf(text: string, length: number = SLUG_LENGTH): string {
  const words = foldForSearch(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const cut = cutAtWord(words, length);
  return cut === '' ? NOTHING : cut;
}

/** True for what `slugOf` may give. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LENGTH && SLUG.test(text);
}

/** The slug with a number, for the second and later ones of the same title: never longer than a slug may be. */
export function numberedSlug(slug: string, number: number): string {
  if (number < 2) return slug;
  const tail = `-${number}`;
  return cutAtWord(slug, SLUG_LENGTH - tail.length) + tail;
}

function cutAtWord(words: string, length: number): string {
  if (words.length <= length) return words;
  const end = words.lastIndexOf('-', length);
  // One word longer than all: it is cut inside.
  return (end > 0 ? words.slice(0, end) : words.slice(0, length)).replace(/-+$/, '');
}
