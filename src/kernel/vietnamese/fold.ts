const MARKS = /\p{M}+/gu;
const INVISIBLE = /\p{Cf}+/gu;
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The one form of text that is stored: NFC. For every input, file names and Excel cells too. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * The key by which a search finds text whatever dấu, case and Unicode form it was typed in:
 * 'Nguyễn  Văn-Đức' and 'nguyen van duc' are the same. Also for eth (ð), which old converters left
 * in place of đ. Folding twice changes nothing.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(NOT_A_WORD, ' ')
    .trim();
}

/**
 * The key by which two spellings of the same words are the same, tones and letters kept: hòa = hoà,
 * thúy = thuý, kĩ = kỹ; but quý ≠ quy and Vy ≠ Vi. Only to compare: what was written stays as it is.
 */
export function matchKey(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(NOT_A_WORD, ' ')
    .trim()
    .split(' ')
    .map(syllableKey)
    .join(' ');
}

const CONSONANTS = 'bcdđghklmnpqrstvxfjwz';
const OPEN_RHYME = new RegExp(`^([${CONSONANTS}]*)(oa|oe|uy)$`, 'u');
const SHORT_I = /^((?:h|k|l|m|s|t|qu))[iy]([\u0300\u0301\u0303\u0309\u0323]?)$/u;

function syllableKey(syllable: string): string {
  const parts = syllable.normalize('NFD');
  const short = SHORT_I.exec(parts);
  if (short) return `${short[1]}i${short[2]}`.normalize('NFC');
  const tones = parts.match(TONE) ?? [];
  if (tones.length !== 1) return syllable;
  const bare = parts.replace(TONE, '').normalize('NFC');
  const open = OPEN_RHYME.exec(bare);
  // In 'quý' the u belongs to the consonant: its tone has one place only.
  return open && !open[1]!.endsWith('q') ? (bare + tones[0]).normalize('NFC') : syllable;
}
