import { headerKey } from './rows.ts';

/**
 * Fingerprint of a header: the same titles in the same order give the same one, whatever dấu,
 * encoding, case and signs. '' where there are no titles to know the file by again.
 */
export function shapeOf(titles: readonly string[]): string {
  const keys = titles.map(headerKey);
  while (keys.at(-1) === '') keys.pop();
  if (keys.length === 0) return '';
  const text = keys.join('\u001f');
  return `${keys.length}-${hash(text, 0x811c9dc5)}${hash(text, 0x9747b28c)}`;
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return ((value ^ (value >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
