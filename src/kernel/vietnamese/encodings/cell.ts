import { isFamily } from './common.ts';
import { raised, readTcvn3, tcvn3Case, withLostHorn } from './tcvn3.ts';
import type { Reading } from './types.ts';
import { readVni } from './vni.ts';
import { readWindows1258 } from './windows1258.ts';
import { isWordCode, wordPoints } from './words.ts';

/** Encodings in which one byte, or two, stand for a letter. */
export type ByteEncoding = 'tcvn3' | 'tcvn3-capitals' | 'vni' | 'windows-1258';

/** A cell read with one table, and how it reads so and as it was found (sums of `wordPoints`). */
export interface CellReading {
  readonly text: string;
  readonly points: number;
  readonly found: number;
  readonly changed: boolean;
}

interface WordReading {
  readonly text: string;
  /** With a ư put back that was lost with its soft hyphen. */
  readonly whole: string;
  readonly points: number;
  readonly found: number;
  readonly family: boolean;
  readonly foundFamily: boolean;
}

type Table = 'tcvn3' | 'vni' | 'windows-1258';
const READERS: Readonly<Record<Table, (word: string) => Reading>> = {
  tcvn3: readTcvn3,
  vni: readVni,
  'windows-1258': readWindows1258,
};

// 'Quỳnh Nh', 'Anh Th': a given name that was Như, Thư.
const LAST_WORD = /\p{L}\s(?:Nh|Th)$/u;
const MAY_HAVE_LOST = /(?:^|\s)(?:[bdhlmrstvx]|ch|kh|th|tr|nh|ph)ng(?=\s|$)|[a-z]\s(?:Nh|Th)$/i;

/** True for ASCII of a TCVN3 column that may have lost its ư: 'Mai Phng'. */
export const mayHaveLostHorn = (text: string): boolean => MAY_HAVE_LOST.test(text);

const SOFT_HYPHEN = '\u00ad';
const LETTER_G = 0x67;
const MOST_WEIGHED = 400;
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 24;
// The words of a column repeat: how each is read is kept, up to a limit.
const kept: Readonly<Record<Table, Map<string, WordReading>>> = {
  tcvn3: new Map(),
  vni: new Map(),
  'windows-1258': new Map(),
};

/** Reads a cell word by word. The text comes out as the table says, whether it makes sense or not. */
export function readCell(text: string, encoding: ByteEncoding): CellReading {
  const table = encoding === 'tcvn3-capitals' ? 'tcvn3' : encoding;
  const hornsLost = table === 'tcvn3' && !text.includes(SOFT_HYPHEN);
  let out = '';
  let copied = 0;
  let points = 0;
  let found = 0;
  for (let start = wordFrom(text, 0), first = true; start < text.length; first = false) {
    const end = wordEnd(text, start);
    const sign = end - start === 1 && isSignOfNumber(text, start);
    if (!sign && isToRead(text, start, end, hornsLost)) {
      const word = wordReading(text.slice(start, end), table);
      out += text.slice(copied, start) + (hornsLost ? word.whole : word.text);
      copied = end;
      if (start < MOST_WEIGHED) {
        const family = first && end < text.length;
        points += word.points;
        found += word.found;
        if (family && word.family) points++;
        if (family && word.foundFamily) found++;
      }
    }
    start = wordFrom(text, end);
  }
  out = copied === 0 ? text : out + text.slice(copied);
  if (hornsLost && LAST_WORD.test(out)) out += 'ư';
  if (table === 'tcvn3') out = tcvn3Case(text, out, encoding === 'tcvn3-capitals');
  return { text: out, points, found, changed: out !== text };
}

function wordFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordCode(text.charCodeAt(at))) at++;
  return at;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && isWordCode(text.charCodeAt(at))) at++;
  return at;
}

// Plain words are the same in every table, but 'Hng' may have been Hưng.
function isToRead(text: string, start: number, end: number, hornsLost: boolean): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x7f) return true;
  return hornsLost && end - start > 2 && (text.charCodeAt(end - 1) | 0x20) === LETTER_G;
}

/** '3×4', '25°': letters in TCVN3, but not there. */
function isSignOfNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const sign = (code > 0xa0 && code < 0xc0) || code === 0xd7 || code === 0xf7;
  return sign && (isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + 1)));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function wordReading(word: string, table: Table): WordReading {
  const known = kept[table];
  const before = known.get(word);
  if (before !== undefined) return before;
  const { text, broken } = READERS[table](word);
  const mode = table === 'tcvn3' ? 'doubtful' : 'likely';
  const whole = table === 'tcvn3' ? withLostHorn(text) : text;
  const found = wordPoints(word, 'found');
  const reading: WordReading = {
    text,
    whole,
    points: (text === word ? found : wordPoints(raised(whole), mode)) - 2 * broken,
    found,
    family: isFamily(whole.toLowerCase()),
    foundFamily: isFamily(word.toLowerCase()),
  };
  if (known.size >= MOST_KEPT) known.clear();
  if (word.length <= LONGEST_KEPT) known.set(word, reading);
  return reading;
}
