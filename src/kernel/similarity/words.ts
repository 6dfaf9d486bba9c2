import { decodeText, encodingJudge } from '../vietnamese/encodings/index.ts';
import type { TextEncoding } from '../vietnamese/encodings/types.ts';
import { foldForSearch } from '../vietnamese/fold.ts';

/**
 * The words of a text in their order, folded (without dấu and case) and hashed, with the place of
 * each in the text as it was given: UTF-16 units, `starts[n]` to `ends[n]` (not included).
 */
export interface Words {
  readonly count: number;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const RUN = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
const TOKEN = /\S+/g;
const LONGEST_PIECE = 400;

/**
 * Reads a text into words. What was written in TCVN3, VNI, VIQR or Windows-1258 is decoded first, a
 * line at a time, so that a legacy passage in a Unicode text is read as well. Takes time in
 * proportion to the length.
 */
export function wordsOf(text: string): Words {
  const pieces = piecesOf(text);
  const whole = judged(text, pieces);
  // A short passage among much Unicode is outvoted: the lines that Unicode does not write are asked alone.
  const strange = isUnicode(whole)
    ? pieces.filter(([start, end]) => isStrange(text, start, end))
    : [];
  const encoding = strange.length === 0 ? whole : judged(text, strange);
  const found = collector();
  if (isUnicode(encoding)) {
    addRuns(found, text, 0);
    return found.words();
  }
  const legacy = isUnicode(whole) ? new Set(strange) : null;
  for (const of of pieces) {
    const [start, end] = of;
    const piece = text.slice(start, end);
    const decoded = legacy?.has(of) === false ? piece : decodeText(piece, encoding);
    if (decoded === piece) addRuns(found, piece, start);
    else addTokens(found, piece, decoded, start, (token) => decodeText(token, encoding));
  }
  return found.words();
}

type Piece = readonly [start: number, end: number];

function judged(text: string, pieces: readonly Piece[]): TextEncoding {
  const judge = encodingJudge();
  for (const [start, end] of pieces) judge.add(text.slice(start, end));
  return judge.verdict().encoding;
}

const isUnicode = (encoding: TextEncoding): boolean =>
  encoding === 'nfc' || encoding === 'nfd' || encoding === 'mixed';

// Signs and letters of Latin-1 that Vietnamese does not have; TCVN3 and VNI write its letters with them.
const STRANGE =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;

const isStrange = (text: string, start: number, end: number): boolean =>
  STRANGE.test(text.slice(start, end));

/** Lines, long ones cut at a space: from, to. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    let end = newline < 0 ? text.length : newline + 1;
    if (end - start > LONGEST_PIECE) {
      const space = text.lastIndexOf(' ', start + LONGEST_PIECE);
      end = space > start ? space + 1 : start + LONGEST_PIECE;
    }
    pieces.push([start, end]);
    start = end;
  }
  return pieces;
}

type Collector = ReturnType<typeof collector>;

function collector() {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    add(run: string, start: number, end: number): void {
      for (const hash of hashesOf(run)) {
        hashes.push(hash);
        starts.push(start);
        ends.push(end);
      }
    },
    words: (): Words => ({
      count: hashes.length,
      hashes: Uint32Array.from(hashes),
      starts: Uint32Array.from(starts),
      ends: Uint32Array.from(ends),
    }),
  };
}

function addRuns(found: Collector, text: string, offset: number): void {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    found.add(run, offset + index, offset + index + run.length);
  }
}

// Decoding changes the length of words but not the spaces between them: the n-th word stays the n-th.
function addTokens(
  found: Collector,
  piece: string,
  decoded: string,
  offset: number,
  decode: (token: string) => string,
): void {
  const tokens = [...piece.matchAll(TOKEN)];
  const read = decoded.match(TOKEN) ?? [];
  tokens.forEach(({ 0: token, index }, at) => {
    const meant = read.length === tokens.length ? read[at]! : decode(token);
    found.add(meant, offset + index, offset + index + token.length);
  });
}

const MOST_KEPT = 50_000;
const LONGEST_KEPT = 16;
// Syllables repeat: what each folds to is kept, up to a limit.
const kept = new Map<string, readonly number[]>();

function hashesOf(run: string): readonly number[] {
  const known = kept.get(run);
  if (known !== undefined) return known;
  const folded = foldForSearch(run);
  const hashes = folded === '' ? [] : folded.split(' ').map(wordHash);
  if (run.length > LONGEST_KEPT) return hashes;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(run, hashes);
  return hashes;
}

/** FNV-1a, its bits mixed once more. */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
