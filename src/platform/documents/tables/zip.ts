import path from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { OpenContent } from '../../files/store.ts';
import { damaged, type FullLimits, TableFault } from './types.ts';

const MOST_PARTS = 5_000;
// Worksheets shrink ten- to fiftyfold; what is far beyond was made to fill the memory or the time.
const FREE_BYTES = 16 * 1_048_576;
const MOST_RATIO = 250;
const CHUNK = 128 * 1024;

/** Counts what one reading takes from the file and what it unpacks, over all its parts. */
export interface Reading {
  packed: number;
  unpacked: number;
}

/** The parts of a workbook by their names (case does not count), read in any order. */
export class Parts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: FullLimits;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: FullLimits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  /** Reads the list of parts. Throws TableFault for what is no whole archive or holds a trap. */
  static async open(file: OpenContent, limits: FullLimits): Promise<Parts> {
    const reader = new ContentReader(file);
    const zip = await fromRandomAccessReaderPromise(reader, file.size, { autoClose: false }).catch(
      (error: unknown) => {
        throw damaged(reasonOf(error));
      },
    );
    // Without a listener an error of the file handle would end the process.
    zip.on('error', () => {});
    try {
      return new Parts(zip, await list(zip), limits);
    } catch (error) {
      zip.close();
      throw error instanceof TableFault ? error : damaged(reasonOf(error));
    }
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** Packed bytes of a part, 0 when there is none. */
  size(name: string): number {
    return this.#entries.get(keyOf(name))?.compressedSize ?? 0;
  }

  /**
   * The bytes of a part. Sizes are measured, not believed; the checksum is compared at the end.
   * Throws TableFault.
   */
  async *read(name: string, reading: Reading): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(keyOf(name));
    if (entry === undefined) throw damaged('part missing', { part: name });
    if (entry.isEncrypted()) throw new TableFault('table.locked');
    const packed = await this.#zip
      .openReadStreamPromise(entry, { decodeFileData: false })
      .catch((error: unknown) => {
        throw damaged(reasonOf(error), { part: name });
      });
    const stream = unpacked(packed, entry, reading);
    try {
      yield* this.#guarded(stream, entry, reading);
    } catch (error) {
      throw error instanceof TableFault ? error : damaged(reasonOf(error), { part: name });
    } finally {
      stream.destroy();
      packed.destroy();
    }
  }

  close(): void {
    this.#zip.close();
  }

  async *#guarded(stream: Readable, entry: Entry, reading: Reading): AsyncGenerator<Buffer> {
    const limit = this.#limits.maxUnpacked;
    const most = Math.max(FREE_BYTES, entry.compressedSize * MOST_RATIO);
    let length = 0;
    let sum = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (entry.compressionMethod === 0) reading.packed += chunk.length;
      reading.unpacked += chunk.length;
      if (length > most || reading.unpacked > limit) {
        throw new TableFault('table.expands_too_large', { part: entry.fileName, limit });
      }
      if (length > entry.uncompressedSize) break;
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (length !== entry.uncompressedSize) throw damaged('size', { part: entry.fileName });
    if (sum !== entry.crc32) throw damaged('checksum', { part: entry.fileName });
  }
}

/** How the library reads content: a file of this machine, or what is decrypted from one. */
class ContentReader extends RandomAccessReader {
  readonly #file: OpenContent;

  constructor(file: OpenContent) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }

  override close(done: (error: Error | null) => void): void {
    this.#file.close().then(() => done(null), done);
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const piece = await this.#file.read(at, Math.min(CHUNK, end - at));
      if (piece.length === 0) return;
      at += piece.length;
      yield piece;
    }
  }
}

async function list(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) {
    throw new TableFault('table.too_many_parts', { parts: zip.entryCount, limit: MOST_PARTS });
  }
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const key = keyOf(entry.fileName);
    // Two parts of one name: which one is meant is anybody's guess, and one of them may be a decoy.
    if (entries.has(key)) throw damaged('duplicate part', { part: entry.fileName.slice(0, 200) });
    entries.set(key, entry);
  }
  return entries;
}

function unpacked(packed: Readable, entry: Entry, reading: Reading): Readable {
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) {
    packed.destroy();
    throw damaged('compression method', { method: entry.compressionMethod });
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  packed.on('data', (chunk: Buffer) => {
    reading.packed += chunk.length;
  });
  packed.on('error', (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}

function keyOf(name: string): string {
  return path.posix.normalize(name.replace(/^\/+/, '')).toLowerCase();
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}
