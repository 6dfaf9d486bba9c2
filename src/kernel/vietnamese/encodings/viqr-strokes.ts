/** A letter of a VIQR word with the marks behind it. */
export interface Stroke {
  /** As it is written: 'e^~'. */
  readonly raw: string;
  /** Without its tone: 'ê'. */
  readonly letter: string;
  /** The tone mark as it is written, or ''. */
  readonly tone: string;
}

const TONES: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  "'": '\u0301',
  '\u2018': '\u0301',
  '\u2019': '\u0301',
  '.': '\u0323',
};
const SHAPES: Readonly<Record<string, string>> = {
  'a^': 'â',
  'e^': 'ê',
  'o^': 'ô',
  'a(': 'ă',
  'o+': 'ơ',
  'u+': 'ư',
  'o*': 'ơ',
  'u*': 'ư',
};
const VOWELS = 'aeiouyAEIOUY';
const MARKS = "`?~'.^(+*";

/** The letters from `start` on, as far as a word reaches. `breve` says whether '(' may be a mark. */
export function strokesFrom(text: string, start: number, breve: boolean): Stroke[] {
  const strokes: Stroke[] = [];
  let at = start;
  while (at < text.length && isLetter(text[at]!)) {
    const stroke = strokeAt(text, at, breve);
    strokes.push(stroke);
    at += stroke.raw.length;
  }
  return strokes;
}

export function isLetter(char: string): boolean {
  return /[A-Za-z]/.test(char);
}

function strokeAt(text: string, start: number, breve: boolean): Stroke {
  const first = text[start]!;
  const pair = text.slice(start, start + 2);
  if (pair === 'dd' || pair === 'DD' || pair === 'Dd') {
    return { raw: pair, letter: first === 'd' ? 'đ' : 'Đ', tone: '' };
  }
  if (!VOWELS.includes(first)) return { raw: first, letter: first, tone: '' };
  let letter = first;
  let tone = '';
  let at = start + 1;
  for (; at < text.length; at++) {
    const mark = text[at]!;
    const shape = SHAPES[first.toLowerCase() + mark];
    if (shape !== undefined && letter === first && (mark !== '(' || breve)) {
      letter = first === first.toLowerCase() ? shape : shape.toUpperCase();
    } else if (TONES[mark] !== undefined && tone === '') tone = mark;
    else break;
  }
  return { raw: text.slice(start, at), letter, tone };
}

/** The Unicode letter; NFC. */
export function drawn(stroke: Stroke): string {
  return stroke.tone === '' ? stroke.letter : (stroke.letter + TONES[stroke.tone]).normalize('NFC');
}

/** True where a backslash between `raw` and `next` keeps them apart. */
export function isEscape(raw: string, next: string): boolean {
  if (next === '') return false;
  if (MARKS.includes(next)) return /[aeiouy`?~'.^(+*]$/i.test(raw);
  return /^d$/i.test(next) && /d$/i.test(raw);
}

const VOWEL = 1;
const D = 2;
const MARK = 4;
const KINDS = new Uint8Array(128);
for (const vowel of VOWELS) KINDS[vowel.charCodeAt(0)] = VOWEL;
for (const letter of 'dD') KINDS[letter.charCodeAt(0)] = D;
for (const mark of `${MARKS}\\`) KINDS[mark.charCodeAt(0)] = MARK;

/** False for text in which nothing can be VIQR; one pass, no allocation. */
export function mayHoldMarks(text: string): boolean {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? KINDS[code]! : code === 0x2018 || code === 0x2019 ? MARK : 0;
    if (kind === MARK && (before === VOWEL || (before === D && text[at] === '\\'))) return true;
    if (kind === D && before === D) return true;
    before = kind;
  }
  return false;
}
