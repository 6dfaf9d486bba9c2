import type { Passage, Span } from '../../../kernel/similarity/index.ts';

/** One side of a passage: where it stands in a text, and the stretches that are equal word for word. */
export interface Marked extends Span {
  /** From 1, the same on both sides. */
  readonly number: number;
  readonly same: readonly Span[];
}

/** A piece of a paragraph; pieces follow each other without a gap. */
export interface Piece {
  readonly text: string;
  /** same: equal in both texts; differs: inside a passage, but other words; plain: in no passage. */
  readonly kind: 'plain' | 'same' | 'differs';
  /** Numbers of the passages that begin here. */
  readonly begins: readonly number[];
}

export type Paragraph = readonly Piece[];

/** The passages as one of the two texts has them. */
export function markedIn(passages: readonly Passage[], side: 'first' | 'second'): Marked[] {
  return passages.map((passage, at) => ({
    ...passage[side],
    number: at + 1,
    same: passage.same.map((both) => both[side]),
  }));
}

/** A text in paragraphs, its passages marked; each passage begins in some piece, also where they overlap. */
export function paragraphsOf(text: string, marked: readonly Marked[]): Paragraph[] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of piecesOf(text, marked)) {
    const [first = '', ...more] = piece.text.split(/\n+/);
    const begins = { text: first, begins: piece.begins };
    if (first !== '' || piece.begins.length > 0) paragraphs.at(-1)!.push({ ...piece, ...begins });
    for (const part of more) {
      paragraphs.push(part === '' ? [] : [{ ...piece, text: part, begins: [] }]);
    }
  }
  return paragraphs.filter((pieces) => pieces.length > 0);
}

/** A passage alone, as one side has it. */
export function excerptOf(text: string, marked: Marked): Paragraph[] {
  const shifted = (span: Span) => ({
    start: span.start - marked.start,
    end: span.end - marked.start,
  });
  const alone = { number: marked.number, ...shifted(marked), same: marked.same.map(shifted) };
  return paragraphsOf(text.slice(marked.start, marked.end), [alone]);
}

function piecesOf(text: string, marked: readonly Marked[]): Piece[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end, same } of marked)
    for (const span of [{ start, end }, ...same]) cuts.add(span.start).add(span.end);
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const inside = coverage(text.length, marked);
  const equal = coverage(
    text.length,
    marked.flatMap(({ same }) => same),
  );
  const begins = Map.groupBy(marked, ({ start }) => start);
  return places.slice(0, -1).map((start, at) => {
    const piece = text.slice(start, places[at + 1]);
    const held = equal[start] === 1 || (inside[start] === 1 && !WORD.test(piece));
    return {
      text: piece,
      kind: held ? 'same' : inside[start] === 1 ? 'differs' : 'plain',
      begins: (begins.get(start) ?? []).map(({ number }) => number),
    };
  });
}

/** What lies between two equal stretches without a letter or a digit is no other word. */
const WORD = /[\p{L}\p{N}]/u;

/** For each place of a text 1 where a span holds it. */
function coverage(length: number, spans: readonly Span[]): Uint8Array {
  const held = new Uint8Array(length + 1);
  for (const { start, end } of spans) held.fill(1, start, end);
  return held;
}

/** A part of a text that may be shown: all of it, or a passage alone. */
export interface Shown {
  /** Of the passage; null for the whole text. */
  readonly passage: number | null;
  readonly paragraphs: readonly Paragraph[];
}

/** What may be shown of a text: everything, or only its passages. */
export function shownParts(text: string, marked: readonly Marked[], open: boolean): Shown[] {
  if (open) return [{ passage: null, paragraphs: paragraphsOf(text, marked) }];
  return marked.map((one) => ({ passage: one.number, paragraphs: excerptOf(text, one) }));
}
