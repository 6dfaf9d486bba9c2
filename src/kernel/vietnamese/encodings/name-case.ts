import { isToned } from './tcvn3.ts';

const LETTERS = /\p{L}/gu;
const WORDS = /[\p{L}\p{M}]+/gu;
const VOWEL = /[aeiouyàáâãèéêìíòóôõùúýăĩũơưạ-ỹ]/i;
const JOINED = /[\p{L}\p{M}][-'\u2019\u2010\u2011]$/u;

/**
 * A person's name from an encoding that cannot keep letters apart: TCVN3 has no toned capitals
 * ('ánh' → 'Ánh'), its fonts may draw capitals only ('NGUYỄN VĂN A' → 'Nguyễn Văn A'). The first
 * letter of each word becomes a capital; after hyphen and apostrophe only where no capital could be
 * written. The rest stays, unless all letters are capitals, or none. NFC in, NFC out.
 */
export function nameCase(text: string): string {
  const { capitals, smalls } = casesOf(text);
  const lower = capitals > 0 && smalls === 0;
  return text.replace(WORDS, (word: string, at: number) => {
    const first = word.charAt(0);
    const joined = capitals > 0 && smalls > 0 && JOINED.test(text.slice(Math.max(0, at - 2), at));
    if (joined && !isToned(first)) return word;
    const rest = word.slice(1);
    const keep = !lower || isAbbreviation(word, text[at + word.length]);
    return first.toUpperCase() + (keep ? rest : rest.toLowerCase());
  });
}

// A toned small letter is no small letter: TCVN3 had no capital for it.
function casesOf(text: string): { capitals: number; smalls: number } {
  let capitals = 0;
  let smalls = 0;
  for (const letter of text.match(LETTERS) ?? []) {
    if (letter !== letter.toLowerCase()) capitals++;
    else if (!isToned(letter)) smalls++;
  }
  return { capitals, smalls };
}

/** 'TS.', 'NGND': stays in capitals in a name that is all capitals. */
function isAbbreviation(word: string, next: string | undefined): boolean {
  return word.length > 1 && (next === '.' || !VOWEL.test(word));
}
