import { decodeText, encodingJudge, type TextEncoding } from '../vietnamese/encodings/index.ts';
import { proseText } from './text.ts';
import type { Block, Inline, Prose } from './types.ts';

/** How a text is written that was made for the fonts of the time before Unicode. */
export type LegacyEncoding = Exclude<TextEncoding, 'nfc' | 'nfd' | 'mixed'>;

// The judge weighs the beginning of a piece: long paragraphs are handed over in several.
const PIECE = 240;

/** The encoding when the words are surely not Unicode, else null. */
export function legacyOf(written: Prose | string): LegacyEncoding | null {
  const text = typeof written === 'string' ? written : proseText(written);
  const judge = encodingJudge();
  for (const line of text.split(/[\n\t]+/)) for (const piece of piecesOf(line)) judge.add(piece);
  const { encoding } = judge.verdict();
  return encoding === 'nfc' || encoding === 'nfd' || encoding === 'mixed' ? null : encoding;
}

function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < line.length; ) {
    const cut = line.length - from <= PIECE ? line.length : line.indexOf(' ', from + PIECE);
    const to = cut === -1 ? line.length : cut;
    const piece = line.slice(from, to).trim();
    if (piece !== '') pieces.push(piece);
    from = to + 1;
  }
  return pieces;
}

/** The same text in Unicode; words that already are stay as they are. */
export function proseInUnicode(prose: Prose, encoding: LegacyEncoding): Prose {
  const decode = (text: string): string => decodeText(text, encoding);
  return { type: 'doc', content: prose.content.map((block) => inWords(block, decode)) };
}

type Node = Block | Inline | { readonly type: string; readonly content: readonly unknown[] };

// What words stand in beside `text`.
const NAMED = new Set(['caption', 'credit', 'alt', 'title']);

function inWords<N extends Node>(node: N, decode: (text: string) => string): N {
  const entries = Object.entries(node).map(([name, value]): [string, unknown] => {
    if (name === 'text') return [name, decode(value as string)];
    if (name === 'content')
      return [name, (value as readonly Node[]).map((child) => inWords(child, decode))];
    if (name === 'attrs') return [name, inAttrs(value as Record<string, unknown>, decode)];
    return [name, value];
  });
  return Object.fromEntries(entries) as N;
}

function inAttrs(attrs: Record<string, unknown>, decode: (text: string) => string): object {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      NAMED.has(name) && typeof value === 'string' ? decode(value) : value,
    ]),
  );
}
