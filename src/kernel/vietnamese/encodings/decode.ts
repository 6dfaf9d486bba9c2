import { type ByteEncoding, type CellReading, mayHaveLostHorn, readCell } from './cell.ts';
import { SEEN, scan } from './scan.ts';
import type { TextEncoding } from './types.ts';
import { cleaned, readUnicode } from './unicode.ts';
import { readViqr } from './viqr.ts';

/**
 * Text as it was found (a string whose legacy bytes were read as windows-1252) → Unicode NFC, spaces
 * ordinary, invisible characters gone. A text that already is Unicode Vietnamese is only normalised,
 * whatever `encoding` says. What can be read both ways is read as the column is, unless the words
 * speak against it ('Lê' is not Lờ). '.VnTimeH' (`tcvn3-capitals`) gives capitals, as it was drawn.
 * `lean`: by how many points of words more the text may read better as it was found; negative where
 * something beside the words says that it is Unicode.
 */
export function decodeText(text: string, encoding: TextEncoding, lean = 0): string {
  const seen = scan(text);
  if (seen === 0) return ofAscii(text, encoding);
  if (seen & SEEN.vietnamese) return readUnicode(text, seen);
  if (encoding === 'viqr') {
    return seen & SEEN.letter ? readUnicode(text, seen) : readViqr(cleaned(text)).text;
  }
  if (encoding === 'nfc' || encoding === 'nfd' || encoding === 'mixed') {
    return readUnicode(text, seen);
  }
  const reading = readCell(text, encoding);
  if (!speaksFor(reading, text, encoding, lean)) return readUnicode(text, seen);
  return seen & SEEN.unclean ? cleaned(reading.text) : reading.text;
}

function ofAscii(text: string, encoding: TextEncoding): string {
  if (encoding === 'viqr') return readViqr(text).text;
  const tcvn3 = encoding === 'tcvn3' || encoding === 'tcvn3-capitals';
  return tcvn3 && mayHaveLostHorn(text) ? readCell(text, encoding).text : text;
}

function speaksFor(
  reading: CellReading,
  text: string,
  encoding: ByteEncoding,
  lean: number,
): boolean {
  if (encoding === 'tcvn3-capitals' && reading.text === text.toUpperCase()) return false;
  // A letter alone is what the column is.
  return reading.changed && (reading.points + lean >= reading.found || text.length === 1);
}
