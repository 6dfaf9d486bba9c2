import { layoutWords } from '../vi.ts';

// Advance widths of Times New Roman (its metric twins Liberation Serif and Tinos agree), in
// thousandths of the size, for U+0020 to U+007E. They are used to balance centred lines and to give
// a rule the length of the line above it: there is no way to ask Word for either.
const REGULAR = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
  556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
  722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
  278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
const BOLD = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
  500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
  611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
  722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
  278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];
const D_STROKE: Readonly<Record<string, string>> = { '\u0111': 'd', '\u0110': 'D', '\u00a0': ' ' };
const HORN = '\u031b';
const HORN_WIDTH: Readonly<Record<string, readonly [number, number]>> = {
  o: [29, 54],
  O: [0, 0],
  u: [42, 44],
  U: [54, 74],
};
const OTHER = 500;

/** Width in points of a line of text set in Times New Roman at `size` points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  const table = bold ? BOLD : REGULAR;
  let width = 0;
  let base = '';
  for (const letter of text.normalize('NFD')) {
    if (letter === HORN) width += HORN_WIDTH[base]?.[bold ? 1 : 0] ?? 0;
    if (/\p{M}/u.test(letter)) continue;
    base = D_STROKE[letter] ?? letter;
    width += table[base.charCodeAt(0) - 32] ?? OTHER;
  }
  return (width * size) / 1000;
}

/** How a centred line is measured and how long it may be, in points. */
export interface LineRoom {
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** The text will be set in capitals; it is still given in ordinary case. */
  readonly capitals?: boolean;
}

/**
 * Breaks a centred text into the fewest lines that fit, about equally long and where a reader
 * would break them: before a linking word or a new name rather than inside a compound word. A "\n"
 * in the text is the author's own break. The lines come back in the case they will be set in.
 */
export function balancedLines(text: string, room: LineRoom): string[] {
  const set = (line: string): string => (room.capitals ? line.toLocaleUpperCase('vi') : line);
  return text.split('\n').flatMap((part) => {
    const words = part.trim().split(/[ \t]+/);
    const width = (from: number, until: number): number =>
      textWidth(set(words.slice(from, until).join(' ')), room.size, room.bold);
    const cuts = bestCuts(words, width, room.width);
    return cuts.map((from, line) => set(words.slice(from, cuts[line + 1]).join(' ')));
  });
}

const BAD_BREAK = 8;
const MORE_LINES = 4;

type Width = (from: number, until: number) => number;
type Cuts = { readonly cost: number; readonly starts: readonly number[] };

function bestCuts(words: readonly string[], width: Width, max: number): readonly number[] {
  const count = greedyCount(words, width, max);
  const few = linesOf(words, width, max, count);
  if (few.cost < BAD_BREAK) return few.starts;
  // One line more is better than a word torn in two.
  const more = linesOf(words, width, max, count + 1);
  return more.cost + MORE_LINES < few.cost ? more.starts : few.starts;
}

function linesOf(words: readonly string[], width: Width, max: number, count: number): Cuts {
  const target = Math.min(max, width(0, words.length) / count);
  const known = new Map<string, Cuts>();
  const solve = (from: number, lines: number): Cuts => {
    const key = `${from}/${lines}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    let best: Cuts = { cost: Number.POSITIVE_INFINITY, starts: [from] };
    for (let until = from + 1; until <= words.length; until++) {
      const long = width(from, until);
      if (long > max && until > from + 1) break;
      if ((lines === 1) !== (until === words.length)) continue;
      const ragged = 12 * ((target - long) / target) ** 2;
      const rest = lines === 1 ? { cost: 0, starts: [] } : solve(until, lines - 1);
      const cost = ragged + rest.cost + (lines === 1 ? 0 : breakCost(words, until));
      if (cost < best.cost) best = { cost, starts: [from, ...rest.starts] };
    }
    known.set(key, best);
    return best;
  };
  return solve(0, count);
}

function greedyCount(words: readonly string[], width: Width, max: number): number {
  let count = 1;
  let from = 0;
  for (let until = 1; until <= words.length; until++) {
    if (until > from + 1 && width(from, until) > max) {
      count++;
      from = until - 1;
    }
  }
  return count;
}

const LINKING: ReadonlySet<string> = new Set(layoutWords.breakBefore);

// A name of several syllables has a capital on its first one, so a small letter behind a capital is
// mostly the inside of a word.
function breakCost(words: readonly string[], at: number): number {
  const before = words[at - 1] ?? '';
  const after = words[at] ?? '';
  if (/^\d/.test(after)) return 40;
  if (/[,;:]$/.test(before)) return 0;
  if (LINKING.has(before)) return 8;
  if (LINKING.has(after)) return 0;
  const capitalBefore = /^\p{Lu}/u.test(before);
  if (/^\p{Lu}/u.test(after)) return capitalBefore ? 2 : 1;
  return capitalBefore ? 8 : 3;
}
