import type { TextEncoding } from './types.ts';

// Written apart from the tables that decode, in the other direction, so that each checks the other.
const LETTERS =
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ' +
  'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ';
const TCVN3 =
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®' +
  'µ¸¶·¹¡»¾¼½Æ¢ÇÊÈÉËÌÐÎÏÑ£ÒÕÓÔÖ×ÝØÜÞßãáâä¤åèæçé¥êíëìîïóñòô¦õøö÷ùúýûüþ§';
const VNI = (
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ' +
  'ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï ' +
  'yø yù yû yõ î ñ'
).split(' ');
const VIQR = (
  "a` a' a? a~ a. a( a(` a(' a(? a(~ a(. a^ a^` a^' a^? a^~ a^. e` e' e? e~ e. e^ e^` e^' e^? e^~ " +
  "e^. i` i' i? i~ i. o` o' o? o~ o. o^ o^` o^' o^? o^~ o^. o+ o+` o+' o+? o+~ o+. u` u' u? u~ u. " +
  "u+ u+` u+' u+? u+~ u+. y` y' y? y~ y. dd"
).split(' ');
const CP1258_TONES: Readonly<Record<string, string>> = {
  '\u0300': 'Ì',
  '\u0309': 'Ò',
  '\u0303': 'Þ',
  '\u0301': 'ì',
  '\u0323': 'ò',
};
const CP1258_LETTERS: Readonly<Record<string, string>> = {
  Ă: 'Ã',
  ă: 'ã',
  Đ: 'Ð',
  đ: 'ð',
  Ơ: 'Õ',
  ơ: 'õ',
  Ư: 'Ý',
  ư: 'ý',
  '₫': 'þ',
};

const LETTER_COUNT = LETTERS.length / 2;
const tcvn3 = new Map([...LETTERS].map((letter, at) => [letter, TCVN3[at]!]));
const small = [...LETTERS].slice(0, LETTER_COUNT);
const vni = pairs(VNI);
const viqr = pairs(VIQR);

function pairs(forms: readonly string[]): Map<string, string> {
  return new Map(
    small.flatMap((letter, at): [string, string][] => [
      [letter, forms[at]!],
      [letter.toUpperCase(), forms[at]!.toUpperCase()],
    ]),
  );
}

/** The 134 letters of Vietnamese beyond ASCII: 67 small ones, then their capitals in the same order. */
export const accentedLetters: readonly string[] = [...LETTERS];

/**
 * Text in an encoding, bytes shown as windows-1252 characters: what a file reader finds that knows
 * nothing of Vietnamese. What the encoding cannot hold is lost as it was in the offices: TCVN3 writes
 * toned capitals small, and for '.VnTimeH' everything as a person typed it, small letters for all.
 */
export function encodeAs(text: string, encoding: TextEncoding): string {
  const nfc = text.normalize('NFC');
  if (encoding === 'nfc') return nfc;
  if (encoding === 'nfd') return nfc.normalize('NFD');
  if (encoding === 'mixed') return [...nfc].map(withToneApart).join('');
  if (encoding === 'tcvn3') return replaced(nfc, tcvn3);
  if (encoding === 'tcvn3-capitals') return replaced(nfc.toLowerCase(), tcvn3);
  if (encoding === 'vni') return replaced(nfc, vni);
  if (encoding === 'viqr') return replaced(escaped(nfc), viqr);
  return [...nfc].map(withToneByte).join('');
}

/** The same as bytes of a file: windows-1252 for legacy encodings, UTF-8 for Unicode and VIQR. */
export function bytesAs(text: string, encoding: TextEncoding): Uint8Array {
  const found = encodeAs(text, encoding);
  if (encoding === 'nfc' || encoding === 'nfd' || encoding === 'mixed') {
    return new TextEncoder().encode(found);
  }
  return Uint8Array.from(found, (char) => {
    const at = CP1252_HIGH.indexOf(char);
    const code = at >= 0 ? 0x80 + at : char.charCodeAt(0);
    if (code > 0xff) throw new RangeError(`windows-1252 has no ${char}`);
    return code;
  });
}

const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function replaced(text: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (const char of text) out += table.get(char) ?? char;
  return out;
}

/** A mark of VIQR that is punctuation here gets a backslash. */
function escaped(text: string): string {
  return text
    .replace(
      /([aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ])(?=[`?~'.^(+*])/gi,
      '$1\\',
    )
    .replace(/d(?=d)/gi, '$&\\');
}

function toneOf(letter: string): string {
  return /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? '';
}

function withToneApart(letter: string): string {
  const tone = toneOf(letter);
  return letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone;
}

function withToneByte(letter: string): string {
  const tone = toneOf(letter);
  // Windows-1258 has these composed, and writes them so.
  if (/[àáâèéêíóôùú]/i.test(letter)) return letter;
  const base = letter.normalize('NFD').replace(tone, '').normalize('NFC');
  return (CP1258_LETTERS[base] ?? base) + (CP1258_TONES[tone] ?? '');
}
