const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text as it is kept: NFC, line ends as \n, without control and direction-changing characters, without
 * blanks around it. NFC comes last: taking a character away may bring a letter and its mark together.
 */
export function keptText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_MARKS, '')
    .normalize('NFC')
    .trim();
}

/** Words as a person counts them: what stands between blanks and has a letter or a digit. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const INVISIBLE = /^\p{Cf}+$/u;

/**
 * Characters as a person counts them: a letter with its marks, a picture of several code points and a
 * line end are one each; blanks count, what cannot be seen does not.
 */
export function charactersIn(text: string): number {
  let count = 0;
  for (const { segment } of graphemes.segment(text)) if (!INVISIBLE.test(segment)) count++;
  return count;
}
