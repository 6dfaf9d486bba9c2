import { SEEN, scan } from './scan.ts';
import { isSyllable } from './syllables.ts';

const SPACES = /[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const ETH = /[\u00d0\u00f0\u0189\u0256]/;
const WORD_WITH_ETH = /\p{L}*[\u00d0\u00f0\u0189\u0256]\p{L}*/gu;
const VOWEL_BEFORE_ETH = /[aeiouyæœø].*[\u00d0\u00f0]/iu;

/** Every kind of space an ordinary one; what takes no room (soft hyphen, BOM, …) gone. */
export function cleaned(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '');
}

/** Unicode text as it is kept: clean, NFC, ð written đ where the word is Vietnamese. */
export function readUnicode(text: string, seen: number = scan(text)): string {
  let read = text;
  if (seen & SEEN.unclean) read = cleaned(read);
  if (seen & SEEN.composable) read = read.normalize('NFC');
  if (seen & SEEN.eth) read = read.replace(WORD_WITH_ETH, withoutEth);
  return read;
}

function withoutEth(word: string): string {
  const read = word.replace(/[\u00d0\u0189]/g, 'Đ').replace(/[\u00f0\u0256]/g, 'đ');
  if (isSyllable(read.toLowerCase())) return read;
  // Icelandic has ð after a vowel only (Guðrún); Vietnamese names and abbreviations before (QÐ, Kðoh).
  const plain = word.normalize('NFD');
  return ETH.test(plain) && VOWEL_BEFORE_ETH.test(plain) ? word : read;
}
