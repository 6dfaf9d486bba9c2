const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text as it is kept: NFC, line ends as \n, half a character as U+FFFD, without control and
 * direction-changing characters, without blanks around it. NFC comes last: taking a character away
 * may bring a letter and its mark together.
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
