const DELIMITERS = [';', ',', '\t', '|'] as const;
const GUESS_LINES = 20;
const GUESS_LETTERS = 65_536;
const SAID = /^sep=(.)(?:\r\n|\n|\r|$)/i;

/** A field or a row that grows beyond its limit, usually because a quote is never closed. */
export class CsvOverflow extends Error {
  readonly what: 'letters' | 'fields';

  constructor(what: 'letters' | 'fields') {
    super(what);
    this.what = what;
  }
}

export interface CsvLimits {
  readonly letters: number;
  readonly fields: number;
}

/**
 * Cuts CSV into rows of fields, by RFC 4180 with any line end: push text in any pieces, rows come
 * out as they end. A quote inside an unquoted field is a letter like others, and letters behind a
 * closing quote are kept: both are slips of whoever wrote the file. So is a quote that is never
 * closed, or only in the middle of a later line: it is a letter, and no line is swallowed. Throws
 * CsvOverflow.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  readonly #code: number;
  readonly #limits: CsvLimits;
  /** The field that has begun and the row before it. */
  #rest = '';
  #row: string[] = [];
  /** Behind a delimiter a field follows, even if the file ends. */
  #owes = false;

  constructor(
    delimiter: string,
    limits: CsvLimits = { letters: Number.POSITIVE_INFINITY, fields: Number.POSITIVE_INFINITY },
  ) {
    this.#delimiter = delimiter;
    this.#code = delimiter.charCodeAt(0);
    this.#limits = limits;
  }

  /** `take` gets each row that ends in this piece; `last` says that nothing follows it. */
  push(piece: string, last: boolean, take: (row: string[]) => void): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next =
        text.charCodeAt(at) === 0x22 ? this.#quoted(text, at, last) : this.#plain(text, at, last);
      if (next < 0) break;
      at = next;
      if (at < text.length && text.charCodeAt(at) === this.#code) {
        at++;
        this.#owes = true;
        continue;
      }
      at += text.startsWith('\r\n', at) ? 2 : 1;
      this.#owes = false;
      take(this.#row);
      this.#row = [];
    }
    this.#rest = at < text.length ? text.slice(at) : '';
    if (this.#rest.length > this.#limits.letters * 2 + 2) throw new CsvOverflow('letters');
    if (last) this.#end(take);
  }

  #end(take: (row: string[]) => void): void {
    if (this.#owes) this.#row.push('');
    this.#owes = false;
    if (this.#row.length > 0) take(this.#row);
    this.#row = [];
  }

  #add(field: string): void {
    if (field.length > this.#limits.letters) throw new CsvOverflow('letters');
    if (this.#row.length >= this.#limits.fields) throw new CsvOverflow('fields');
    this.#row.push(field);
    this.#owes = false;
  }

  // Takes the field that begins at `from`; gives the place of what ended it, -1 when it is not whole.
  #plain(text: string, from: number, last: boolean, before = ''): number {
    const code = this.#code;
    let at = from;
    for (; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      if (letter === code || letter === 0x0a || letter === 0x0d) break;
    }
    if (!last && !this.#isEnded(text, at)) return -1;
    this.#add(before + text.slice(from, at));
    return at;
  }

  // A carriage return at the end of a piece may have its line feed in the next.
  #isEnded(text: string, at: number): boolean {
    return at < text.length && (text.charCodeAt(at) !== 0x0d || at + 1 < text.length);
  }

  #quoted(text: string, from: number, last: boolean): number {
    let value = '';
    let at = from + 1;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0) {
        return last ? this.#plain(text, from, last) : -1;
      }
      value += text.slice(at, close);
      if (close + 1 >= text.length && !last) return -1;
      if (text.charCodeAt(close + 1) !== 0x22) {
        const open = /[\r\n]/.test(value) && !this.#isEnd(text, close + 1);
        return open ? this.#plain(text, from, last) : this.#plain(text, close + 1, last, value);
      }
      value += '"';
      at = close + 2;
    }
  }

  #isEnd(text: string, at: number): boolean {
    const letter = text.charCodeAt(at);
    return at >= text.length || letter === this.#code || letter === 0x0a || letter === 0x0d;
  }

  get delimiter(): string {
    return this.#delimiter;
  }
}

/** All rows of a text, `sep=` line left out. */
export function splitCsv(
  text: string,
  delimiter: string,
  maxRows = Number.POSITIVE_INFINITY,
): string[][] {
  const rows: string[][] = [];
  new CsvSplitter(delimiter).push(text.slice(saidLength(text)), true, (row) => {
    if (rows.length < maxRows) rows.push(row);
  });
  return rows;
}

/** Letters of a first line "sep=;", by which Excel is told the delimiter; 0 without one. */
export function saidLength(text: string): number {
  return SAID.exec(text)?.[0].length ?? 0;
}

/** The delimiter that cuts the first lines into the same number of fields, more than one. */
export function guessDelimiter(text: string): string {
  const said = SAID.exec(text);
  if (said?.[1] !== undefined) return said[1];
  const sample = text.slice(0, GUESS_LETTERS);
  const cuts = [...DELIMITERS].map((delimiter) => {
    const rows = splitCsv(sample, delimiter, GUESS_LINES);
    const widths = rows.filter((row) => row.some((field) => field !== '')).map((row) => row.length);
    return { delimiter, widths };
  });
  const found = bestCut(cuts) ?? bestCut(cuts.map(belowTitles));
  // One column: what may stand in its texts cuts nothing.
  const unused = cuts.find(({ widths }) => widths.every((width) => width === 1));
  const inTexts = cuts.some(({ delimiter, widths }) => delimiter === ',' && widths.includes(1));
  return found ?? (inTexts ? unused?.delimiter : undefined) ?? ',';
}

interface Cut {
  readonly delimiter: string;
  /** Numbers of fields, line by line. */
  readonly widths: readonly number[];
}

function bestCut(cuts: readonly Cut[]): string | undefined {
  let best: string | undefined;
  let bestScore = 0;
  for (const { delimiter, widths } of cuts) {
    const most = mode(widths);
    if (most < 2) continue;
    const score = widths.filter((width) => width === most).length / widths.length + most / 1000;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

// A short list may have more lines of titles above it than members.
function belowTitles({ delimiter, widths }: Cut): Cut {
  const below = widths.slice(
    Math.max(
      0,
      widths.findIndex((width) => width > 1),
    ),
  );
  return { delimiter, widths: below.length > 1 ? below : [] };
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/**
 * UTF-16 by its byte order mark, or by its zero bytes: delimiters and line ends are ASCII. Null for
 * what goes byte by byte.
 */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const few = Math.max(2, sample.length / 8);
  if (odd >= few && even < odd / 8) return 'utf-16le';
  return even >= few && odd < even / 8 ? 'utf-16be' : null;
}
