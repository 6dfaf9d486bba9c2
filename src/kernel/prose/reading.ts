import { type Issue, issue } from '../issue.ts';
import { bytesOf, cleanLetters } from './letters.ts';

export const PROSE_LIMITS = {
  /** Of all words together, as UTF-8; the JSON of a form field may have as many. */
  bytes: 2_000_000,
  nodes: 20_000,
  /** Of blocks inside each other; what lies deeper becomes its text. */
  depth: 12,
  /** Of a caption or a description. */
  words: 1000,
} as const;

export type Raw = Readonly<Record<string, unknown>>;

/** The text is more than may be kept: reading ends. */
export class TooMuch extends Error {
  readonly issue: Issue;
  constructor(found: Issue) {
    super(found.code);
    this.issue = found;
  }
}

/** One reading: what it has counted, and what it found where it may not stand. */
export class Reading {
  readonly issues: Issue[] = [];
  #nodes = 0;
  #bytes = 0;
  #lifted: unknown[] = [];

  /** Counts a node. */
  node(): void {
    this.#nodes += 1;
    if (this.#nodes > PROSE_LIMITS.nodes)
      throw new TooMuch(issue('', 'prose_too_many', { max: PROSE_LIMITS.nodes }));
  }

  /** Words on one line, clean and counted. */
  letters(value: unknown): string {
    return cleanLetters(this.counted(value));
  }

  /** A string as it was handed in, counted. */
  counted(value: unknown): string {
    if (typeof value !== 'string') return '';
    this.#bytes += bytesOf(value);
    if (this.#bytes > PROSE_LIMITS.bytes)
      throw new TooMuch(issue('', 'prose_too_large', { max: PROSE_LIMITS.bytes }));
    return value;
  }

  /** Words of an attribute: as `letters`, without blanks around them, and not too many. */
  words(value: unknown): string {
    const words = this.letters(value).replace(/\s+/g, ' ').trim();
    if (words.length <= PROSE_LIMITS.words) return words;
    const { words: max } = PROSE_LIMITS;
    this.issues.push(issue('', 'prose_words_too_long', { max, length: words.length }));
    return words.slice(0, max).toWellFormed();
  }

  /** A block found where it may not stand; it comes after the block around it. */
  lift(raw: unknown): void {
    this.#lifted.push(raw);
  }

  takeLifted(): unknown[] {
    const lifted = this.#lifted;
    this.#lifted = [];
    return lifted;
  }
}

export function rawOf(value: unknown): Raw | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Raw)
    : null;
}

export function contentOf(raw: Raw): readonly unknown[] {
  return Array.isArray(raw.content) ? raw.content : [];
}

export function attrsOf(raw: Raw): Raw {
  return rawOf(raw.attrs) ?? {};
}

/** A whole number between the two, or null. */
export function wholeOf(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    ? value
    : null;
}

/** All words under a node, whatever it is and however deep they lie. */
export function wordsUnder(reading: Reading, raw: unknown): string {
  const words: string[] = [];
  const waiting: unknown[] = [raw];
  while (waiting.length > 0) {
    const one = rawOf(waiting.pop());
    if (one === null) continue;
    reading.node();
    if (typeof one.text === 'string') words.push(reading.letters(one.text));
    const content = contentOf(one);
    if (content.length === 0) continue;
    // What ends a block separates words.
    if (words.length > 0 && !/\s$/.test(words.at(-1) ?? '')) words.push(' ');
    for (let at = content.length - 1; at >= 0; at--) waiting.push(content[at]);
  }
  return words.join('').normalize('NFC').trim();
}
