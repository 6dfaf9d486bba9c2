import { TONES } from './syllables.ts';
import type { Reading } from './types.ts';

// Marks that follow a letter, in the order: without tone, huyền, hỏi, ngã, sắc, nặng.
const TONE_MARKS = ' øûõùï';
const CIRCUMFLEX_MARKS = 'âàåãáä';
const BREVE_MARKS = 'êèúüéë';
const SINGLE: Readonly<Record<string, string>> = {
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  œ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
};

const singles = new Map<number, string>();
const pairs = new Map<number, Map<number, string>>();
const marks = new Set<number>();

for (const [from, to] of Object.entries(SINGLE)) {
  singles.set(from.charCodeAt(0), to);
  singles.set(from.toUpperCase().charCodeAt(0), to.toUpperCase());
}
for (const base of 'aeiouyôö') addMarks(base, SINGLE[base] ?? base, TONE_MARKS);
addMarks('a', 'â', CIRCUMFLEX_MARKS);
addMarks('e', 'ê', CIRCUMFLEX_MARKS);
addMarks('o', 'ô', CIRCUMFLEX_MARKS);
addMarks('a', 'ă', BREVE_MARKS);

// The mark's own case says nothing: 'Aù' and 'AÙ' are both Á.
function addMarks(base: string, letter: string, of: string): void {
  for (const [tone, mark] of [...of].entries()) {
    if (mark === ' ') continue;
    const small = tone === 0 ? letter : (letter + TONES[tone - 1]).normalize('NFC');
    for (const drawn of [mark, mark.toUpperCase()]) {
      marks.add(drawn.charCodeAt(0));
      addPair(base, drawn, small);
      addPair(base.toUpperCase(), drawn, small.toUpperCase());
    }
  }
}

function addPair(base: string, mark: string, letter: string): void {
  const code = base.charCodeAt(0);
  const row = pairs.get(code) ?? new Map<number, string>();
  pairs.set(code, row.set(mark.charCodeAt(0), letter));
}

/** VNI for Windows → Unicode: a letter and the mark after it are one letter. */
export function readVni(text: string): Reading {
  let out = '';
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const pair = pairs.get(code)?.get(text.charCodeAt(at + 1));
    if (pair !== undefined) {
      out += pair;
      at++;
      continue;
    }
    const single = code < 0x80 ? undefined : singles.get(code);
    if (single === undefined && code >= 0x80 && marks.has(code)) broken++;
    out += single ?? text[at];
  }
  return { text: out, broken };
}
