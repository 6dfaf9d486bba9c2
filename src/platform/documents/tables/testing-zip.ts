import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

interface Listed {
  readonly name: Buffer;
  readonly at: number;
  readonly sum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
}

/** Streams entries into a ZIP; the sizes are written into each entry's head when it has ended. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #listed: Listed[] = [];
  #at = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w'));
  }

  async add(
    name: string,
    pieces: Iterable<string> | AsyncIterable<string | Buffer>,
  ): Promise<void> {
    const bytes = Buffer.from(name);
    const at = this.#at;
    let sum = 0;
    let unpacked = 0;
    let packed = 0;
    this.#at += 30 + bytes.length;
    const measured = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        const chunk = Buffer.from(piece);
        sum = crc32(chunk, sum);
        unpacked += chunk.length;
        yield chunk;
      }
    };
    await pipeline(
      Readable.from(measured(), { objectMode: false }),
      createDeflateRaw({ level: 5 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          await this.#file.write(chunk, 0, chunk.length, this.#at);
          this.#at += chunk.length;
          packed += chunk.length;
        }
      },
    );
    const listed = { name: bytes, at, sum, packed, unpacked, method: 8 };
    this.#listed.push(listed);
    const head = localHead(listed);
    await this.#file.write(head, 0, head.length, at);
  }

  async end(): Promise<void> {
    const tail = directory(this.#listed, this.#at);
    await this.#file.write(tail, 0, tail.length, this.#at);
    await this.#file.close();
  }
}

function localHead(entry: Listed): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  fillCommon(head, 4, entry);
  return Buffer.concat([head, entry.name]);
}

// Version, flags, method, time, checksum, sizes and length of the name, alike in both heads.
function fillCommon(head: Buffer, at: number, entry: Listed): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(0x800, at + 2);
  head.writeUInt16LE(entry.method, at + 4);
  head.writeUInt32LE(0x21 << 16, at + 6);
  head.writeUInt32LE(entry.sum, at + 10);
  head.writeUInt32LE(entry.packed, at + 14);
  head.writeUInt32LE(entry.unpacked, at + 18);
  head.writeUInt16LE(entry.name.length, at + 22);
}

function directory(listed: readonly Listed[], at: number): Buffer {
  const heads = listed.map((entry) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    fillCommon(head, 6, entry);
    head.writeUInt32LE(entry.at, 42);
    return Buffer.concat([head, entry.name]);
  });
  const size = heads.reduce((sum, head) => sum + head.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(listed.length, 8);
  end.writeUInt16LE(listed.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, end]);
}

/** One part of a ZIP made by hand; `says` may lie about size, checksum and method. */
export interface RawPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly says?: Partial<Pick<Listed, 'sum' | 'packed' | 'unpacked' | 'method'>>;
}

/** A ZIP of parts as they are given, in this order, also with lies and doubles. */
export function zipOf(parts: readonly RawPart[]): Buffer {
  const pieces: Buffer[] = [];
  const listed: Listed[] = [];
  let at = 0;
  for (const { name, content, says } of parts) {
    const bytes = Buffer.from(content);
    const packed = says?.method === 0 ? bytes : deflateRawSync(bytes);
    const sizes = { packed: packed.length, unpacked: bytes.length, sum: crc32(bytes), method: 8 };
    const entry: Listed = { name: Buffer.from(name), at, ...sizes, ...says };
    listed.push(entry);
    const head = localHead(entry);
    pieces.push(head, packed);
    at += head.length + packed.length;
  }
  return Buffer.concat([...pieces, directory(listed, at)]);
}
