import { isSyllable } from './syllables.ts';
import {
  drawn,
  isEscape,
  isLetter,
  mayHoldMarks,
  type Stroke,
  strokesFrom,
} from './viqr-strokes.ts';

const CHUNKS = /\S+/g;
const ADDRESS = /@|:\/\/|^www\./i;
const CONTRACTION = /['\u2019](?:ll|re|ve|[dmst])$/i;
const ENGLISH = /^i['\u2019]m$/i;
const FOOTNOTE = /[+*]$/;
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 24;

/** A text read as VIQR: `words` had marks, `sure` of them marks that are hardly punctuation. */
export interface ViqrReading {
  text: string;
  words: number;
  sure: number;
}

/**
 * VIQR (RFC 1456) → Unicode NFC, word by word: only where a Vietnamese word comes out. Other
 * punctuation, addresses of mail and web, and what a backslash keeps apart stay.
 */
export function readViqr(text: string): ViqrReading {
  const reading: ViqrReading = { text, words: 0, sure: 0 };
  if (!mayHoldMarks(text)) return reading;
  reading.text = text.replace(CHUNKS, (chunk, at: number) => {
    const read = chunkReading(chunk, at + chunk.length === text.length);
    reading.words += read.words;
    reading.sure += read.sure;
    return read.text;
  });
  return reading;
}

// The words of a column repeat: how each is read is kept, up to a limit.
const kept = new Map<string, ViqrReading>();

function chunkReading(chunk: string, ends: boolean): ViqrReading {
  // 'A.' depends on where it stands.
  const key = ends && chunk.length < 3 ? `${chunk}\n` : chunk;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const reading: ViqrReading = { text: chunk, words: 0, sure: 0 };
  if (!mayHoldMarks(chunk)) return reading;
  if (!ADDRESS.test(chunk)) reading.text = readChunk(chunk, ends, reading);
  if (kept.size >= MOST_KEPT) kept.clear();
  if (chunk.length <= LONGEST_KEPT) kept.set(key, reading);
  return reading;
}

function readChunk(chunk: string, ends: boolean, reading: ViqrReading): string {
  let out = '';
  let at = 0;
  while (at < chunk.length) {
    if (!isLetter(chunk[at]!)) {
      out += chunk[at++];
      continue;
    }
    const strokes = wordFrom(chunk, at);
    const raw = strokes.map((stroke) => stroke.raw).join('');
    at += raw.length;
    const read = readWord(strokes, raw, chunk[at] ?? '', ends && raw === chunk);
    if (read !== raw) count(strokes, read, reading);
    out += read;
    if (chunk[at] === '\\' && isEscape(raw, chunk[at + 1] ?? '')) {
      // A letter held apart begins a word of its own; a mark is copied.
      out += isLetter(chunk[at + 1]!) ? '' : chunk[at + 1];
      at += isLetter(chunk[at + 1]!) ? 1 : 2;
    }
  }
  return out;
}

/** 'ba('c' is one word, 'cha`(cu~)' two: '(' is a mark where that makes a word, or nothing closes it. */
function wordFrom(chunk: string, start: number): Stroke[] {
  const strokes = strokesFrom(chunk, start, true);
  if (!chunk.includes(')')) return strokes;
  const word = strokes.map(drawn).join('').toLowerCase();
  return isSyllable(word) ? strokes : strokesFrom(chunk, start, false);
}

function readWord(strokes: readonly Stroke[], raw: string, next: string, atEnd: boolean): string {
  const full = strokes.map(drawn).join('');
  if (full === raw) return raw;
  const weak = !strokes.some(isStrong);
  // 'A. Nguyễn' and 'mục a.1': punctuation, though Ạ and ạ are letters.
  const initial = /^[AEIOUY]\.$/.test(raw) && !atEnd;
  if (initial || ENGLISH.test(raw) || (weak && /\d/.test(next))) return raw;
  if (full.length === 1 || isSyllable(full.toLowerCase())) return full;
  const last = strokes.at(-1)!;
  if (last.tone !== '' && last.raw.endsWith(last.tone)) {
    const open = full.slice(0, -1) + last.letter;
    if (isSyllable(open.toLowerCase())) return open + last.tone;
  }
  return foreign(strokes, raw, full);
}

/** 'Kpa(', 'Ala(ng': words of other peoples of Vietnam are no syllables; strong marks are kept. */
function foreign(strokes: readonly Stroke[], raw: string, full: string): string {
  const inner = strokes.slice(0, -1);
  if (inner.some((stroke) => /[.?]/.test(stroke.tone))) return raw;
  const shaped = strokes.some((stroke) => stroke.letter !== stroke.raw.charAt(0));
  if (!shaped && (CONTRACTION.test(raw) || /^[AEIOUY]['\u2019]/i.test(raw))) return raw;
  // 'Add', 'Buddha': đ stands before the vowels of a word, or alone with consonants (Kđoh).
  if (/[aeiouyâăêôơư].*đ|đ$/i.test(full.normalize('NFD'))) return raw;
  const last = strokes.at(-1)!;
  if (!/[.?]/.test(last.tone)) return full;
  return strokes.some(isStrong) ? full.slice(0, -1) + last.letter + last.tone : raw;
}

function isStrong(stroke: Stroke): boolean {
  return stroke.letter !== stroke.raw.charAt(0) || /[`~'\u2018\u2019]/.test(stroke.tone);
}

function count(strokes: readonly Stroke[], read: string, reading: ViqrReading): void {
  reading.words++;
  if (read.length < 2 || !isWord(strokes, read)) return;
  const last = strokes.at(-1)!;
  const inner = strokes.slice(0, -1).some((stroke) => stroke.raw.length > 1);
  const shaped = last.letter !== last.raw.charAt(0) && !FOOTNOTE.test(last.raw);
  if (inner || shaped || /[`~]/.test(last.tone)) reading.sure++;
}

function isWord(strokes: readonly Stroke[], read: string): boolean {
  if (isSyllable(read.toLowerCase().replace(/[.?'`~]$/, ''))) return true;
  // 'Ple^nh', 'Kda(m' of other peoples; 'e^x' is a formula.
  return strokes.length > 2 && strokes.some((stroke) => /[âăê]/i.test(stroke.letter));
}
