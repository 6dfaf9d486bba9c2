import { damaged, TABLE_DEFAULTS, TableFault } from './types.ts';
import { Utf8Gate } from './utf8-gate.ts';
import { decodeEntities } from './xml-text.ts';

export const MORE = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export type Token = typeof MORE | typeof OPEN | typeof CLOSE | typeof TEXT;

/** Classes of bytes in character data. */
export const AMPERSAND = 1;
export const HIGH = 2;
export const UNDERSCORE = 4;
export const RETURN = 8;
const CONTROL = 16;
const SPACE = 32;
const STOP = 64;
const classes = new Uint8Array(256);
classes.fill(CONTROL, 0, 0x20);
classes.fill(HIGH, 0x80);
classes[0x09] = SPACE;
classes[0x0a] = SPACE;
classes[0x0d] = RETURN;
classes[0x26] = AMPERSAND;
classes[0x5f] = UNDERSCORE;
classes[0x3c] = STOP;

const MOST_DEPTH = 128;
const MOST_ATTRIBUTES = 64;
const LONGEST_TOKEN = 1_048_576;
const EMPTY = Buffer.alloc(0);

/** The number by which the scanner knows a local name. */
export function nameOf(local: string): number {
  let hash = 0;
  for (let at = 0; at < local.length; at++) hash = (hash * 31 + local.charCodeAt(at)) | 0;
  return hash;
}

const XML_SPACE = Buffer.from('xml:space');
const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * A strict pull scanner over the bytes of a worksheet or of the shared strings: feed a chunk, take
 * tokens until MORE. It holds a token back until it is whole, so nothing is ever decoded in halves.
 * Elements outside the namespace prefix of the root are passed over with all they hold. It knows no
 * DTD (refused) and checks nesting, entities, characters and UTF-8. Throws TableFault.
 */
export class XmlScanner {
  bytes: Buffer = EMPTY;
  /** Of the last OPEN or CLOSE: its local name as `nameOf` counts. */
  name = 0;
  /** Of the last TEXT: its bytes from `start` up to `end`, and the classes of bytes in it. */
  start = 0;
  end = 0;
  flags = 0;
  /** The last TEXT stood in CDATA: '&' is a letter there. */
  cdata = false;
  depth = 0;
  /** xml:space of the innermost open element. */
  preserve = false;
  attributes = 0;
  readonly nameStart = new Int32Array(MOST_ATTRIBUTES);
  readonly nameEnd = new Int32Array(MOST_ATTRIBUTES);
  readonly valueStart = new Int32Array(MOST_ATTRIBUTES);
  readonly valueEnd = new Int32Array(MOST_ATTRIBUTES);

  #store: Buffer = EMPTY;
  #at = 0;
  #selfClosed = false;
  /** Everything at this depth and deeper is passed over; 0 when nothing is. */
  #skipped = 0;
  #rootPrefix = 0;
  #prefix = 0;
  #ended = false;
  readonly #names = new Int32Array(MOST_DEPTH + 1);
  readonly #locals = new Int32Array(MOST_DEPTH + 1);
  readonly #preserved = new Uint8Array(MOST_DEPTH + 1);
  readonly #gate = new Utf8Gate();

  /** Gives the next bytes. Bytes and positions of earlier tokens are void from now on. */
  feed(chunk: Buffer): void {
    if (!this.#gate.accepts(chunk)) throw damaged('utf-8');
    const rest = this.bytes.length - this.#at;
    const size = rest + chunk.length;
    // One buffer for all pieces: as many new ones would be garbage of the size of the file.
    const store = size <= this.#store.length ? this.#store : Buffer.allocUnsafe(size * 2);
    this.bytes.copy(store, 0, this.#at);
    chunk.copy(store, rest);
    this.#store = store;
    this.bytes = store.subarray(0, size);
    this.#at = 0;
  }

  /** Says that no more bytes come. Throws when the document is not whole. */
  finish(): void {
    if (this.depth !== 0 || !this.#ended || this.#gate.cut) throw damaged('cut off');
    for (let at = this.#at; at < this.bytes.length; at++) {
      if (!isSpace(this.bytes[at] ?? 0)) throw damaged('cut off');
    }
  }

  /** Passes over the element that was just opened, up to and with its end. */
  skip(): void {
    if (this.#skipped === 0) this.#skipped = this.depth;
  }

  next(): Token {
    for (;;) {
      if (this.#selfClosed) {
        this.#selfClosed = false;
        if (this.#closed()) return CLOSE;
        continue;
      }
      const at = this.#at;
      if (at >= this.bytes.length) return MORE;
      const token = this.bytes[at] === 0x3c ? this.#markup(at) : this.#text(at);
      if (token === MORE && this.bytes.length - this.#at > LONGEST_TOKEN) {
        throw new TableFault('table.cell_too_long', { limit: TABLE_DEFAULTS.maxCellLength });
      }
      if (token === MORE) return MORE;
      if (token !== null) return token;
    }
  }

  /** The value of an attribute of the last OPEN, by its name without prefix; null when absent. */
  attribute(name: string): string | null {
    for (let i = 0; i < this.attributes; i++) {
      if (this.bytes.toString('latin1', this.nameStart[i], this.nameEnd[i]) !== name) continue;
      return decodeEntities(this.bytes.toString('utf8', this.valueStart[i], this.valueEnd[i]));
    }
    return null;
  }

  /** The characters of the last TEXT, with entities and line ends as XML wants them. */
  text(): string {
    const raw =
      (this.flags & HIGH) === 0
        ? this.bytes.toString('latin1', this.start, this.end)
        : this.bytes.toString('utf8', this.start, this.end);
    const lines = (this.flags & RETURN) === 0 ? raw : raw.replace(/\r\n?/g, '\n');
    return (this.flags & AMPERSAND) === 0 || this.cdata ? lines : decodeEntities(lines);
  }

  // null: passed over, go on.
  #text(from: number): Token | null {
    const bytes = this.bytes;
    const length = bytes.length;
    let flags = 0;
    let at = from;
    for (; at < length; at++) {
      const kind = classes[bytes[at]!]!;
      if (kind === STOP) break;
      flags |= kind;
    }
    if (at === length) return MORE;
    return this.#given(from, at, at, flags, false);
  }

  #given(start: number, end: number, next: number, flags: number, cdata: boolean): Token | null {
    if ((flags & CONTROL) !== 0) throw damaged('character');
    this.#at = next;
    if (this.depth === 0) {
      for (let at = start; at < end; at++) {
        // A byte order mark may stand in front.
        const byte = this.bytes[at]!;
        if (!isSpace(byte) && !(byte === 0xef || byte === 0xbb || byte === 0xbf)) {
          throw damaged('text outside the root');
        }
      }
      return null;
    }
    if (this.#skipped !== 0 || start === end) return null;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.cdata = cdata;
    return TEXT;
  }

  #markup(at: number): Token | null {
    if (at + 1 >= this.bytes.length) return MORE;
    const second = this.bytes[at + 1];
    if (second === 0x2f) return this.#closing(at + 2);
    if (second === 0x3f) return this.#instruction(at);
    if (second === 0x21) return this.#declared(at);
    return this.#opening(at + 1);
  }

  #instruction(at: number): Token | null {
    const end = this.bytes.indexOf('?>', at + 2, 'latin1');
    if (end < 0) return MORE;
    const said = /encoding\s*=\s*["']([^"']*)["']/.exec(this.bytes.toString('latin1', at, end));
    if (this.depth === 0 && said !== null && !/^(utf-?8|utf-?16|us-ascii)$/i.test(said[1] ?? '')) {
      throw damaged('encoding', { encoding: said[1] });
    }
    this.#at = end + 2;
    return null;
  }

  #declared(at: number): Token | null {
    const head = this.bytes.toString('latin1', at, at + 9);
    if ('<![CDATA['.startsWith(head) && head.length < 9) return MORE;
    if ('<!--'.startsWith(head)) return MORE;
    if (head.startsWith('<!--')) {
      const end = this.bytes.indexOf('-->', at + 4, 'latin1');
      if (end < 0) return MORE;
      this.#at = end + 3;
      return null;
    }
    // Office never writes a DTD: what has one is an attempt at entities.
    if (head !== '<![CDATA[') throw new TableFault('table.forbidden_markup');
    const end = this.bytes.indexOf(']]>', at + 9, 'latin1');
    if (end < 0) return MORE;
    let flags = 0;
    for (let i = at + 9; i < end; i++) flags |= classes[this.bytes[i]!]!;
    return this.#given(at + 9, end, end + 3, flags & ~AMPERSAND, true);
  }

  #opening(from: number): Token | null {
    const bytes = this.bytes;
    const length = bytes.length;
    let at = this.#scanName(from);
    if (at < 0) return MORE;
    const local = this.name;
    const prefix = this.#prefix;
    this.attributes = 0;
    let preserve = this.preserve;
    for (;;) {
      while (at < length && isSpace(bytes[at]!)) at++;
      if (at >= length) return MORE;
      const byte = bytes[at];
      if (byte === 0x3e) break;
      if (byte === 0x2f) {
        if (at + 1 >= length) return MORE;
        if (bytes[at + 1] !== 0x3e) throw damaged('tag');
        break;
      }
      at = this.#attribute(at);
      if (at < 0) return MORE;
      const last = this.attributes - 1;
      if (this.nameEnd[last]! - this.nameStart[last]! === 9)
        preserve = this.#spaced(last, preserve);
    }
    this.#selfClosed = bytes[at] === 0x2f;
    this.#at = this.#selfClosed ? at + 2 : at + 1;
    return this.#opened(local, prefix, preserve) ? OPEN : null;
  }

  #scanName(from: number): number {
    const bytes = this.bytes;
    let hash = 0;
    let prefix = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte <= 0x20 || byte === 0x3e || byte === 0x2f) {
        if (at === from) throw damaged('tag');
        this.name = hash;
        this.#prefix = prefix;
        return at;
      }
      if (byte === 0x3c || byte === 0x26 || byte === 0x22) throw damaged('tag');
      if (byte === 0x3a) {
        prefix = hash;
        hash = 0;
      } else hash = (hash * 31 + byte) | 0;
    }
    return -1;
  }

  // Writes down one attribute; gives the place behind it, -1 when it is not whole.
  #attribute(from: number): number {
    const bytes = this.bytes;
    const length = bytes.length;
    const index = this.attributes;
    if (index >= MOST_ATTRIBUTES) throw damaged('attributes');
    let at = from;
    while (at < length && bytes[at] !== 0x3d && !isSpace(bytes[at]!)) {
      if (bytes[at] === 0x3e || bytes[at] === 0x3c || bytes[at] === 0x22)
        throw damaged('attribute');
      at++;
    }
    this.nameStart[index] = from;
    this.nameEnd[index] = at;
    while (at < length && isSpace(bytes[at]!)) at++;
    if (at >= length) return -1;
    if (bytes[at] !== 0x3d) throw damaged('attribute');
    at++;
    while (at < length && isSpace(bytes[at]!)) at++;
    if (at >= length) return -1;
    const quote = bytes[at];
    if (quote !== 0x22 && quote !== 0x27) throw damaged('attribute');
    at++;
    this.valueStart[index] = at;
    while (at < length && bytes[at] !== quote) {
      if (bytes[at] === 0x3c) throw damaged('attribute');
      at++;
    }
    if (at >= length) return -1;
    this.valueEnd[index] = at;
    this.attributes = index + 1;
    return at + 1;
  }

  #spaced(index: number, inherited: boolean): boolean {
    const start = this.nameStart[index]!;
    if (this.bytes.compare(XML_SPACE, 0, 9, start, start + 9) !== 0) return inherited;
    return (
      this.bytes.toString('latin1', this.valueStart[index], this.valueEnd[index]) === 'preserve'
    );
  }

  #opened(local: number, prefix: number, preserve: boolean): boolean {
    if (this.depth === 0) {
      if (this.#ended) throw damaged('two roots');
      this.#ended = true;
      this.#rootPrefix = prefix;
    }
    if (this.depth >= MOST_DEPTH) throw damaged('depth');
    this.depth++;
    this.#names[this.depth] = (prefix * 33 + local) | 0;
    this.#locals[this.depth] = local;
    this.#preserved[this.depth] = preserve ? 1 : 0;
    this.preserve = preserve;
    if (this.#skipped !== 0) return false;
    if (prefix !== this.#rootPrefix) {
      this.#skipped = this.depth;
      return false;
    }
    this.name = local;
    return true;
  }

  #closing(from: number): Token | null {
    let at = this.#scanName(from);
    if (at < 0) return MORE;
    const name = (this.#prefix * 33 + this.name) | 0;
    while (at < this.bytes.length && isSpace(this.bytes[at]!)) at++;
    if (at >= this.bytes.length) return MORE;
    if (this.bytes[at] !== 0x3e) throw damaged('tag');
    if (this.depth === 0 || this.#names[this.depth] !== name) throw damaged('nesting');
    this.#at = at + 1;
    return this.#closed() ? CLOSE : null;
  }

  #closed(): boolean {
    this.name = this.#locals[this.depth]!;
    const reported = this.#skipped === 0;
    if (this.#skipped === this.depth) this.#skipped = 0;
    this.depth--;
    this.preserve = this.#preserved[this.depth] === 1;
    return reported;
  }
}
