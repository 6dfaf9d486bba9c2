import { toNfc } from '../../../kernel/vietnamese/fold.ts';
import type { Search } from './search.ts';
import { type Word, wordsIn } from './words.ts';

/** A piece of text; `hit` where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Words that a snippet shows. */
const SHOWN = 34;
/** Characters of a text in which a snippet is looked for. */
const LOOKED = 40_000;

/** The text cut into what was looked for and the rest. */
export function highlighted(raw: string, search: Search): readonly Piece[] {
  const text = toNfc(raw);
  return piecesOf(text, hitsIn(wordsIn(text), search), 0, text.length);
}

/** The place of a text in which most of what was looked for stands, about `SHOWN` words long. */
export function snippetOf(raw: string, search: Search): readonly Piece[] {
  const text = toNfc(raw.slice(0, LOOKED)).replace(/\s+/g, ' ').trim();
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const hits = hitsIn(words, search);
  const first = bestStart(words, hits);
  const last = Math.min(words.length, first + SHOWN) - 1;
  const from = first === 0 ? 0 : words[first]!.from;
  const to = last === words.length - 1 ? text.length : words[last]!.to;
  const pieces = piecesOf(text, hits, from, to);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
}

/** The words of a text that were looked for; of a phrase only where it stands whole. */
function hitsIn(words: readonly Word[], search: Search): ReadonlySet<Word> {
  const loose = new Set(search.words.map(({ folded }) => folded));
  const hits = new Set(words.filter(({ folded }) => loose.has(folded)));
  for (const phrase of search.phrases)
    words.forEach((_, at) => {
      if (phrase.every((word, i) => words[at + i]?.folded === word.folded))
        for (let i = 0; i < phrase.length; i += 1) hits.add(words[at + i]!);
    });
  // Of words typed with dấu those that have them so are shown, where the text has any.
  if (!search.exact) return hits;
  const wanted = new Set([...search.words, ...search.phrases.flat()].map(({ exact }) => exact));
  const exact = [...hits].filter((word) => wanted.has(word.exact));
  return exact.length > 0 ? new Set(exact) : hits;
}

// Each different word counts much, a word that comes again a little; hits side by side count more.
function bestStart(words: readonly Word[], hits: ReadonlySet<Word>): number {
  let best = { at: 0, worth: 0 };
  words.forEach((word, at) => {
    if (!hits.has(word)) return;
    const start = Math.max(0, at - 6);
    const seen = new Set<string>();
    let worth = 0;
    for (let i = start; i < Math.min(words.length, start + SHOWN); i += 1) {
      const one = words[i]!;
      if (!hits.has(one)) continue;
      worth += seen.has(one.folded) ? 1 : 10;
      if (hits.has(words[i + 1]!)) worth += 3;
      seen.add(one.folded);
    }
    if (worth > best.worth) best = { at: start, worth };
  });
  return best.at;
}

function piecesOf(
  text: string,
  hits: ReadonlySet<Word>,
  from: number,
  to: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  let open: { from: number; to: number } | null = null;
  const close = () => {
    if (open === null) return;
    if (open.from > at) pieces.push({ text: text.slice(at, open.from), hit: false });
    pieces.push({ text: text.slice(open.from, open.to), hit: true });
    at = open.to;
    open = null;
  };
  for (const word of [...hits].sort((a, b) => a.from - b.from)) {
    if (word.from < from || word.to > to) continue;
    const last = open as { from: number; to: number } | null;
    // Words with only blanks between become one mark.
    if (last !== null && /^\s*$/.test(text.slice(last.to, word.from)))
      open = { from: last.from, to: word.to };
    else {
      close();
      open = { from: word.from, to: word.to };
    }
  }
  close();
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
}
