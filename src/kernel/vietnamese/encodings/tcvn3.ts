import { isSyllable, TONES } from './syllables.ts';
import type { Reading } from './types.ts';

// Bytes of each vowel: without tone, huyền, hỏi, ngã, sắc, nặng. TCVN 5712:1993, VN3 ("ABC").
const SMALL: Readonly<Record<string, string>> = {
  a: '61 b5 b6 b7 b8 b9',
  ă: 'a8 bb bc bd be c6',
  â: 'a9 c7 c8 c9 ca cb',
  e: '65 cc ce cf d0 d1',
  ê: 'aa d2 d3 d4 d5 d6',
  i: '69 d7 d8 dc dd de',
  o: '6f df e1 e2 e3 e4',
  ô: 'ab e5 e6 e7 e8 e9',
  ơ: 'ac ea eb ec ed ee',
  u: '75 ef f1 f2 f3 f4',
  ư: 'ad f5 f6 f7 f8 f9',
  y: '79 fa fb fc fd fe',
  đ: 'ae',
};
const CAPITALS: Readonly<Record<string, number>> = {
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
};
const WORDS = /\p{L}+/gu;
const HORNED = /[ơờởỡớợ]/i;
const NO_VOWEL = /^(?:[bdhlmrstvx]|đ|ch|kh|th|tr|nh|ph)ng$/i;

const TABLE: (string | undefined)[] = [];
const SMALL_LETTER = 1;
const CAPITAL = 2;
const TONED = 3;
const CASE = new Uint8Array(256);
for (const [vowel, bytes] of Object.entries(SMALL)) {
  for (const [tone, byte] of bytes.split(' ').entries()) {
    const code = Number.parseInt(byte, 16);
    TABLE[code] = tone === 0 ? vowel : (vowel + TONES[tone - 1]).normalize('NFC');
    CASE[code] = tone === 0 ? SMALL_LETTER : TONED;
  }
}
for (const [letter, code] of Object.entries(CAPITALS)) {
  TABLE[code] = letter;
  CASE[code] = CAPITAL;
}
CASE.fill(CAPITAL, 0x41, 0x5b);
CASE.fill(SMALL_LETTER, 0x61, 0x7b);

/** TCVN3 → Unicode, toned letters small as they are stored. */
export function readTcvn3(text: string): Reading {
  let out = '';
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xc0 && code <= 0xff && CASE[code] === 0) broken++;
    out += code < 0x80 || code > 0xff ? text[at] : (TABLE[code] ?? text[at]);
  }
  return { text: out, broken };
}

/**
 * TCVN3 has no toned capitals: where the letters around tell that capitals were meant (NGUYÔN), or
 * the font draws only such, they become capitals. The first letter of a word cannot tell.
 */
export function tcvn3Case(text: string, read: string, capitals: boolean): string {
  if (capitals) return read.toUpperCase();
  let small = false;
  let innerCapital = false;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 256 ? CASE[code]! : 0;
    if (kind === SMALL_LETTER) small = true;
    else if (kind === CAPITAL && inWord) innerCapital = true;
    inWord = kind > 0;
  }
  if (!innerCapital) return read;
  return small ? read.replace(WORDS, raised) : read.toUpperCase();
}

/** 'ĐảNG' → 'ĐẢNG', by the letters inside the word; 'Hà' may have been HÀ and stays. */
export function raised(word: string): string {
  let capital = false;
  for (let at = 0; at < word.length; at++) {
    const letter = word[at]!;
    if (letter !== letter.toLowerCase()) capital ||= at > 0;
    else if (!isToned(letter)) return word;
  }
  return capital ? word.toUpperCase() : word;
}

/** True for a letter that TCVN3 has no capital of. */
export function isToned(letter: string): boolean {
  return /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD'));
}

/**
 * A soft hyphen (ư) is lost in many programs: it is put back where only one syllable can have been
 * meant. 'Dơng' → 'Dương', 'Hng' → 'Hưng'; 'Lu' may be Lu or Lưu and stays.
 */
export function withLostHorn(word: string): string {
  if (NO_VOWEL.test(word)) return `${word.slice(0, -2)}ư${word.slice(-2)}`;
  const at = word.search(HORNED);
  if (at < 1 || isSyllable(word.toLowerCase())) return word;
  const whole = `${word.slice(0, at)}ư${word.slice(at)}`;
  return isSyllable(whole.toLowerCase()) ? whole : word;
}
