import { type FullLimits, TableFault } from './types.ts';

const BLOCK = 1_048_576;
const STARTS = 65_536;

export interface Run {
  readonly text: string;
  readonly font?: string;
}

/**
 * The shared strings of a workbook, packed as UTF-8: some two million texts take their bytes and
 * four more each, where JavaScript strings would take ten times as much. Each text begins with its
 * length in bytes (base 128) and a bit that says whether it is plain ASCII.
 */
export class StringPool {
  length = 0;
  readonly #limits: FullLimits;
  readonly #blocks: Buffer[] = [];
  readonly #starts: Uint32Array[] = [];
  #used = BLOCK;
  readonly #fonts: (string | undefined)[] = [undefined];
  readonly #fontIds = new Map<string, number>();
  /** Sorted numbers of the texts with runs; where their runs begin; (font, length) of each run. */
  readonly #rich = new Numbers();
  readonly #richStarts = new Numbers();
  readonly #runs = new Numbers();

  constructor(limits: FullLimits) {
    this.#limits = limits;
  }

  /** Adds a text given by its bytes in UTF-8; `ascii` when all are below 0x80. */
  addBytes(source: Buffer, start: number, end: number, ascii: boolean): void {
    const at = this.#reserve(end - start, ascii);
    source.copy(this.#blocks.at(-1)!, at, start, end);
    this.#used = at + end - start;
  }

  add(text: string, runs: readonly Run[] | null): void {
    if (runs !== null) this.#addRuns(runs);
    const bytes = Buffer.from(text, 'utf8');
    this.addBytes(bytes, 0, bytes.length, bytes.length === text.length && isAscii(bytes));
  }

  get(id: number): string {
    const start = this.#starts[id >>> 16]![id & (STARTS - 1)]!;
    const block = this.#blocks[Math.floor(start / BLOCK)]!;
    let at = start % BLOCK;
    let head = block[at]!;
    const ascii = (head & 1) === 1;
    let length = (head >> 1) & 63;
    for (let shift = 6; (head & 0x80) !== 0; shift += 7) {
      head = block[++at]!;
      length |= (head & 0x7f) << shift;
    }
    at++;
    return block.toString(ascii ? 'latin1' : 'utf8', at, at + length);
  }

  /** The runs of a rich text, null for a plain one. */
  runs(id: number): readonly Run[] | null {
    const index = this.#rich.find(id);
    if (index < 0) return null;
    const text = this.get(id);
    const from = this.#richStarts.at(index);
    const to =
      index + 1 < this.#richStarts.length ? this.#richStarts.at(index + 1) : this.#runs.length;
    const runs: Run[] = [];
    let start = 0;
    for (let at = from; at < to; at += 2) {
      const font = this.#fonts[this.#runs.at(at)];
      const end = start + this.#runs.at(at + 1);
      const part = text.slice(start, end);
      runs.push(font === undefined ? { text: part } : { text: part, font });
      start = end;
    }
    return runs;
  }

  /** True when some text has runs, so that asking for them is worth it. */
  get hasRuns(): boolean {
    return this.#rich.length > 0;
  }

  // Writes the head of a text of `size` bytes and gives the place behind it.
  #reserve(size: number, ascii: boolean): number {
    const { maxSharedStrings, maxSharedBytes } = this.#limits;
    if (this.length >= maxSharedStrings) {
      throw new TableFault('table.too_much_text', { limit: maxSharedStrings, unit: 'texts' });
    }
    if (this.#used + size + 5 > BLOCK) {
      if ((this.#blocks.length + 1) * BLOCK > maxSharedBytes + BLOCK) {
        throw new TableFault('table.too_much_text', { limit: maxSharedBytes, unit: 'bytes' });
      }
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      this.#used = 0;
    }
    if ((this.length & (STARTS - 1)) === 0) this.#starts.push(new Uint32Array(STARTS));
    const start = (this.#blocks.length - 1) * BLOCK + this.#used;
    this.#starts[this.length >>> 16]![this.length & (STARTS - 1)] = start;
    this.length++;
    const block = this.#blocks.at(-1)!;
    let at = this.#used;
    let left = size >>> 6;
    block[at++] = ((size & 63) << 1) | (ascii ? 1 : 0) | (left > 0 ? 0x80 : 0);
    while (left > 0) {
      block[at++] = (left & 0x7f) | (left > 0x7f ? 0x80 : 0);
      left >>>= 7;
    }
    return at;
  }

  #addRuns(runs: readonly Run[]): void {
    this.#rich.push(this.length);
    this.#richStarts.push(this.#runs.length);
    for (const run of runs) {
      this.#runs.push(this.#fontId(run.font));
      this.#runs.push(run.text.length);
    }
    if (this.#runs.length * 4 > this.#limits.maxSharedBytes) {
      const limit = this.#limits.maxSharedBytes;
      throw new TableFault('table.too_much_text', { limit, unit: 'bytes' });
    }
  }

  #fontId(font: string | undefined): number {
    if (font === undefined) return 0;
    const known = this.#fontIds.get(font);
    if (known !== undefined) return known;
    // More fonts than any office has: the rest go without a name.
    if (this.#fonts.length >= 4096) return 0;
    this.#fonts.push(font);
    this.#fontIds.set(font, this.#fonts.length - 1);
    return this.#fonts.length - 1;
  }
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

/** A growing list of numbers of 32 bits. */
class Numbers {
  length = 0;
  #items = new Uint32Array(64);

  push(value: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = value;
  }

  at(index: number): number {
    return this.#items[index]!;
  }

  /** Index of a value in a sorted list, -1 when it is not there. */
  find(value: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#items[middle]!;
      if (found === value) return middle;
      if (found < value) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
