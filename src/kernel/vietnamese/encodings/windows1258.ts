import type { Reading } from './types.ts';

const LETTERS: Readonly<Record<string, string>> = {
  Ã: 'Ă',
  ã: 'ă',
  Ð: 'Đ',
  ð: 'đ',
  Õ: 'Ơ',
  õ: 'ơ',
  Ý: 'Ư',
  ý: 'ư',
  þ: '₫',
};
const MARKS: Readonly<Record<string, string>> = {
  Ì: '\u0300',
  Ò: '\u0309',
  Þ: '\u0303',
  ì: '\u0301',
  ò: '\u0323',
};
const letters = new Map(Object.entries(LETTERS).map(([from, to]) => [from.charCodeAt(0), to]));
const marks = new Map(Object.entries(MARKS).map(([from, to]) => [from.charCodeAt(0), to]));
const BASES = new Set('aăâeêioôơuưyAĂÂEÊIOÔƠUƯY');

/** Windows-1258 whose bytes were read as windows-1252 → Unicode NFC: tones are bytes of their own. */
export function readWindows1258(text: string): Reading {
  let out = '';
  let broken = 0;
  let composed = false;
  let before = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const found = text[at]!;
    const mark = code < 0x80 ? undefined : marks.get(code);
    if (mark === undefined) {
      before = code < 0x80 ? found : (letters.get(code) ?? found);
      out += before;
    } else if (BASES.has(before)) {
      out += mark;
      before = '';
      composed = true;
    } else {
      out += found;
      broken++;
    }
  }
  return { text: composed ? out.normalize('NFC') : out, broken };
}
