// What does not belong into a text: controls, marks that change its direction, letters that are not any, tags.
const NEVER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Noncharacter_Code_Point}]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/**
 * A text as it is kept, on several lines: NFC, line ends as \n, without control and direction-changing
 * characters. Blanks around it stay: a text may be a piece of a line. Soft hyphens stay: TCVN3 writes ư so.
 */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(NEVER, '')
    .replaceAll('\t', ' ')
    .normalize('NFC');
}

/** The same on one line. */
export function cleanLetters(text: string): string {
  return cleanLines(text).replaceAll('\n', ' ');
}

/** How many bytes a text has as UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Half of a pair: two of four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
