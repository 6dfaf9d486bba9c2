/** One file of a container. `data` may be read once, before the next entry is asked for. */
export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly data: AsyncIterable<Buffer>;
}

const block = 512;
const padding = (size: number) => Buffer.alloc((block - (size % block)) % block);

/** Twelve bytes: octal as tar always had it, or binary beyond 8 GB. */
function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) {
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    return;
  }
  header.writeUInt8(0x80, 124);
  header.writeBigUInt64BE(BigInt(size), 128);
}

function headerOf(name: string, size: number, kind: '0' | 'x'): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0, 100);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  writeSize(header, size);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(kind, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A name that does not fit into the header travels before it in a record of its own. */
function longName(name: string): Buffer[] {
  const body = `path=${name}\n`;
  let length = Buffer.byteLength(body) + 2;
  while (Buffer.byteLength(`${length} ${body}`) !== length) length += 1;
  const record = Buffer.from(`${length} ${body}`);
  return [headerOf('name', record.length, 'x'), record, padding(record.length)];
}

/** Blocks of one file. Throws when `data` holds another number of bytes than `size`. */
export async function* writeEntry(entry: {
  name: string;
  size: number;
  data: AsyncIterable<Buffer> | Iterable<Buffer>;
}): AsyncGenerator<Buffer> {
  const { name, size, data } = entry;
  if (Buffer.byteLength(name) > 100) yield* longName(name);
  yield headerOf(Buffer.byteLength(name) > 100 ? 'long' : name, size, '0');
  let written = 0;
  for await (const chunk of data) {
    written += chunk.length;
    yield chunk;
  }
  if (written !== size) throw new Error(`${name}: ${written} bytes instead of ${size}`);
  yield padding(size);
}

/** Two empty blocks end a container. */
export const tarEnd = Buffer.alloc(2 * block);

/** Hands out a stream's bytes in the lengths asked for. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async *take(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      if (this.rest.length === 0) {
        const next = await this.source.next();
        if (next.done) throw new Error('the container ends too early');
        this.rest = next.value;
      }
      const part = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async whole(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.take(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Reads to the end, so that a checksum behind the last byte is looked at too. */
  async drain(): Promise<void> {
    while (!(await this.source.next()).done);
  }
}

const textAt = (header: Buffer, from: number, length: number) =>
  header.toString('utf8', from, from + length).replace(/\0.*$/s, '');

function sizeAt(header: Buffer): number {
  if (header.readUInt8(124) === 0x80) return Number(header.readBigUInt64BE(128));
  const size = Number.parseInt(textAt(header, 124, 12), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('a length is damaged');
  return size;
}

function checkHeader(header: Buffer): void {
  const stored = Number.parseInt(textAt(header, 148, 8), 8);
  const copy = Buffer.from(header).fill(' ', 148, 156);
  if (copy.reduce((total, byte) => total + byte, 0) !== stored)
    throw new Error('a header is damaged');
}

/** Reads a container's files in order. Throws on damage that its structure shows. */
export async function* readEntries(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = new Bytes(source);
  let long: string | undefined;
  for (;;) {
    const header = await bytes.whole(block);
    if (header.every((byte) => byte === 0)) break;
    checkHeader(header);
    const size = sizeAt(header);
    if (textAt(header, 156, 1) === 'x') {
      long = /path=(.*)\n/.exec((await bytes.whole(size)).toString('utf8'))?.[1];
      await bytes.whole(padding(size).length);
      continue;
    }
    const data = bytes.take(size);
    yield { name: long ?? textAt(header, 0, 100), size, data };
    long = undefined;
    for await (const _ of data);
    await bytes.whole(padding(size).length);
  }
  await bytes.drain();
}
