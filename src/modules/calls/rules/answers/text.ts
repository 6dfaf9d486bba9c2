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
