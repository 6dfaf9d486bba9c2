import { parseAddress } from './cell-address.ts';
import { damaged, type FullLimits, type MergedRange, TableFault } from './types.ts';
import { MORE, nameOf, OPEN, XmlScanner } from './xml-scanner.ts';

const SHEET_DATA = nameOf('sheetData');
const MERGES = nameOf('mergeCells');
const MERGE = nameOf('mergeCell');
const END_OF_DATA = 'sheetData';
/** Bytes kept from one piece to the next: an end tag with its prefix may be cut there. */
const SEAM = 100;
const NOTHING = Buffer.alloc(0);

/** Passes over the rows of a worksheet and gathers its merged ranges. Throws TableFault. */
export async function readMerges(
  chunks: AsyncIterable<Buffer>,
  limits: FullLimits,
  sheet: string,
): Promise<MergedRange[]> {
  const found: MergedRange[] = [];
  const scanner = new XmlScanner();
  const rows = new RowsSkipper();
  for await (const chunk of chunks) {
    const wanted = rows.without(chunk);
    if (wanted.length === 0) continue;
    scanner.feed(wanted);
    for (let token = scanner.next(); token !== MORE; token = scanner.next()) {
      if (token !== OPEN) continue;
      const { name, depth } = scanner;
      if (depth === 2 && name !== SHEET_DATA && name !== MERGES) scanner.skip();
      if (depth !== 3 || name !== MERGE) continue;
      const range = rangeOf(scanner.attribute('ref') ?? '');
      if (range !== null) found.push(range);
      if (found.length > limits.maxMerges) {
        throw new TableFault('table.too_many_merges', { sheet, limit: limits.maxMerges });
      }
    }
  }
  if (!rows.passed) throw damaged('sheet data', { sheet });
  return found;
}

function rangeOf(ref: string): MergedRange | null {
  const [first = '', last = first] = ref.split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  return from === null || to === null ? null : { from, to };
}

/**
 * Lets a worksheet through without the bytes between <sheetData> and </sheetData>, which are most
 * of it. What is let through is still one whole document.
 */
class RowsSkipper {
  passed = false;
  #inside = false;
  #tail: Buffer = Buffer.alloc(0);

  without(chunk: Buffer): Buffer {
    if (this.passed) return chunk;
    if (this.#inside && !this.#mayEnd(chunk)) {
      if (chunk.length >= SEAM) this.#tail = Buffer.from(chunk.subarray(-SEAM));
      else this.#tail = Buffer.concat([this.#tail, chunk]).subarray(-SEAM);
      return NOTHING;
    }
    const bytes = Buffer.concat([this.#tail, chunk]);
    const kept: Buffer[] = [];
    let from = 0;
    if (!this.#inside) {
      const begin = this.#begin(bytes);
      if (begin.end < 0) return this.#wait(bytes, kept, begin.from);
      kept.push(bytes.subarray(0, begin.end));
      from = begin.end;
      if (begin.empty) {
        this.passed = true;
        return Buffer.concat([...kept, bytes.subarray(from)]);
      }
      this.#inside = true;
    }
    const end = this.#end(bytes, from);
    if (end < 0) {
      // The end tag may be cut: its name, a slash and a prefix are kept back.
      this.#tail = Buffer.from(bytes.subarray(Math.max(from, bytes.length - SEAM)));
      return Buffer.concat(kept);
    }
    this.passed = true;
    return Buffer.concat([...kept, bytes.subarray(end)]);
  }

  #mayEnd(chunk: Buffer): boolean {
    const seam = Buffer.concat([this.#tail, chunk.subarray(0, SEAM)]);
    return seam.includes(END_OF_DATA) || chunk.includes(END_OF_DATA);
  }

  #wait(bytes: Buffer, kept: Buffer[], from: number): Buffer {
    const cut = from < 0 ? Math.max(0, bytes.length - SEAM) : from;
    this.#tail = Buffer.from(bytes.subarray(cut));
    if (this.#tail.length > 1_048_576) throw damaged('sheet data');
    return Buffer.concat([...kept, bytes.subarray(0, cut)]);
  }

  #begin(bytes: Buffer): { from: number; end: number; empty: boolean } {
    for (let at = bytes.indexOf(END_OF_DATA); at >= 0; at = bytes.indexOf(END_OF_DATA, at + 1)) {
      const from = this.#tagStart(bytes, at);
      if (from < 0) continue;
      const close = bytes.indexOf('>', at);
      if (close < 0) return { from, end: -1, empty: false };
      return { from, end: close + 1, empty: bytes[close - 1] === 0x2f };
    }
    return { from: -1, end: -1, empty: false };
  }

  #end(bytes: Buffer, from: number): number {
    for (let at = bytes.indexOf(END_OF_DATA, from); at >= 0; ) {
      const start = this.#tagStart(bytes, at);
      if (start >= from && bytes[start + 1] === 0x2f) return start;
      at = bytes.indexOf(END_OF_DATA, at + 1);
    }
    return -1;
  }

  // Where the tag begins that bears this name, with or without a prefix; -1 when it is none.
  #tagStart(bytes: Buffer, at: number): number {
    for (let back = at - 1; back >= Math.max(0, at - 80); back--) {
      const byte = bytes[back]!;
      if (byte === 0x3c) return back;
      const isName =
        byte === 0x3a || byte === 0x2f || byte === 0x2d || byte === 0x5f || byte === 0x2e;
      if (!isName && !/[A-Za-z0-9]/.test(String.fromCharCode(byte))) return -1;
    }
    return -1;
  }
}
