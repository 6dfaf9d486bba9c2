import { type Run, StringPool } from './strings.ts';
import { damaged, type FullLimits, TableFault } from './types.ts';
import { utf8Xml } from './xml-parts.ts';
import {
  AMPERSAND,
  HIGH,
  MORE,
  nameOf,
  OPEN,
  RETURN,
  TEXT,
  UNDERSCORE,
  XmlScanner,
} from './xml-scanner.ts';
import { decodeEscapes, trimSpace } from './xml-text.ts';

const SST = nameOf('sst');
const SI = nameOf('si');
const T = nameOf('t');
const R = nameOf('r');
const RPR = nameOf('rPr');
const FONT = nameOf('rFont');
const NONE = Buffer.alloc(0);
const SLOW = AMPERSAND | UNDERSCORE | RETURN;

/**
 * Gathers the text of <si> or <is>: plain, or of runs with their fonts; phonetic runs and what else
 * Office puts there is passed over. Give it every token inside that element.
 */
export class RichText {
  text = '';
  runs: Run[] | null = null;
  #inText = false;
  #preserve = false;
  #piece = '';
  #run: { text: string; font?: string } | null = null;
  #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    this.text = '';
    this.runs = null;
    this.#inText = false;
    this.#run = null;
  }

  open(scanner: XmlScanner): void {
    const { name } = scanner;
    if (name === T) {
      this.#inText = true;
      this.#preserve = scanner.preserve;
      this.#piece = '';
    } else if (name === R) this.#run = { text: '' };
    else if (name === FONT && this.#run !== null) {
      const font = scanner.attribute('val');
      if (font !== null && font !== '') this.#run.font = font;
    } else if (name !== RPR) {
      // Phonetic readings, or one of the many properties of a run.
      scanner.skip();
    }
  }

  /** The first letters of the one text so far are still to come. */
  get isFresh(): boolean {
    return this.#inText && this.text === '' && this.#piece === '' && this.#run === null;
  }

  /** Letters that `take` was not asked for: of the open text, or of one that has ended. */
  put(text: string): void {
    if (this.#inText) this.#piece = text;
    else this.text = text;
  }

  take(scanner: XmlScanner): void {
    if (!this.#inText) return;
    this.#piece += scanner.text();
    if (this.#piece.length + this.text.length > this.#most * 7) {
      throw new TableFault('table.cell_too_long', { limit: this.#most });
    }
  }

  close(name: number): void {
    if (name === T) {
      this.#inText = false;
      const kept = this.#preserve ? this.#piece : trimSpace(this.#piece);
      const piece = decodeEscapes(kept);
      if (this.#run === null) this.text += piece;
      else this.#run.text += piece;
    } else if (name === R && this.#run !== null) {
      this.text += this.#run.text;
      this.runs ??= [];
      if (this.#run.text !== '') this.runs.push(this.#run);
      this.#run = null;
      if (this.runs.length > this.#most) throw damaged('runs');
    }
    if (this.text.length > this.#most) {
      throw new TableFault('table.cell_too_long', { limit: this.#most });
    }
  }
}

/** Reads the part of the shared strings into a pool. Throws TableFault. */
export async function readStrings(
  chunks: AsyncIterable<Buffer>,
  limits: FullLimits,
): Promise<StringPool> {
  const pool = new StringPool(limits);
  const reader = new StringsReader(pool, limits);
  for await (const chunk of utf8Xml(chunks)) reader.feed(chunk);
  reader.finish();
  return pool;
}

class StringsReader {
  readonly #scanner = new XmlScanner();
  readonly #pool: StringPool;
  readonly #rich: RichText;
  readonly #most: number;
  // A plain <si><t>…</t></si> without entities goes into the pool as the bytes that it is. They are
  // held until it is sure that nothing else follows.
  #held: Buffer = NONE;
  #start = 0;
  #end = 0;
  #flags = 0;
  #holds = false;

  constructor(pool: StringPool, limits: FullLimits) {
    this.#pool = pool;
    this.#most = limits.maxCellLength;
    this.#rich = new RichText(limits.maxCellLength);
  }

  feed(chunk: Buffer): void {
    const scanner = this.#scanner;
    this.#release();
    scanner.feed(chunk);
    for (let token = scanner.next(); token !== MORE; token = scanner.next()) {
      if (token === OPEN) this.#open();
      else if (token === TEXT) this.#text();
      else this.#close();
    }
  }

  finish(): void {
    this.#scanner.finish();
  }

  #open(): void {
    const scanner = this.#scanner;
    const { depth, name } = scanner;
    if (depth === 1) {
      if (name !== SST) throw damaged('shared strings');
    } else if (depth > 2) {
      this.#release();
      this.#rich.open(scanner);
    } else if (name === SI) {
      this.#rich.begin();
      this.#holds = false;
    } else scanner.skip();
  }

  #text(): void {
    const scanner = this.#scanner;
    const { start, end, flags } = scanner;
    if (this.#holds || !this.#isSimple()) {
      this.#release();
      this.#rich.take(scanner);
      return;
    }
    this.#held = scanner.bytes;
    this.#start = start;
    this.#end = end;
    this.#flags = flags;
    this.#holds = true;
  }

  #isSimple(): boolean {
    const { bytes, start, end, flags, cdata, depth, preserve } = this.#scanner;
    if (depth !== 3 || (flags & SLOW) !== 0 || cdata || !this.#rich.isFresh) return false;
    return (
      end - start <= this.#most && (preserve || (bytes[start]! > 0x20 && bytes[end - 1]! > 0x20))
    );
  }

  #release(): void {
    if (!this.#holds) return;
    this.#holds = false;
    this.#rich.put(this.#held.toString('utf8', this.#start, this.#end));
  }

  #close(): void {
    const { name, depth } = this.#scanner;
    if (depth >= 2) this.#rich.close(name);
    if (depth !== 1 || name !== SI) return;
    if (this.#holds) {
      this.#pool.addBytes(this.#held, this.#start, this.#end, (this.#flags & HIGH) === 0);
    } else this.#pool.add(this.#rich.text, this.#rich.runs);
    this.#held = NONE;
  }
}
