import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { Content } from './store.ts';

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 2 * 1024 ** 3;
const ALWAYS_FINE = 100 * 1024 ** 2;
const MOST_RATIO = 100;
const STEP = 64 * 1024;

/** What the archive's own list says: entry names, or why it may not be kept. Nothing is unpacked. */
export type ZipListing =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly reason: 'broken' | 'bomb' };

/**
 * Reads the central directory. 'bomb': too many entries, entries that share bytes, or far more to
 * unpack than an office file has; 'broken': not a whole archive, or names that leave its folder.
 */
export async function listZip(content: Content): Promise<ZipListing> {
  const names: string[] = [];
  let packed = 0;
  let unpacked = 0;
  try {
    const zip = await openZip(content);
    if (zip.entryCount > MOST_ENTRIES) return { ok: false, reason: 'bomb' };
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName);
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (names.length > MOST_ENTRIES) return { ok: false, reason: 'bomb' };
    }
  } catch {
    return { ok: false, reason: 'broken' };
  }
  const tooMuch = unpacked > ALWAYS_FINE && unpacked > content.size * MOST_RATIO;
  if (packed > content.size || unpacked > MOST_UNPACKED || tooMuch) {
    return { ok: false, reason: 'bomb' };
  }
  return { ok: true, names };
}

/** An archive whose entries are read one by one; it stays open as long as its content does. Throws when it is broken. */
export const openZip = (content: Content): Promise<ZipFile> =>
  fromRandomAccessReaderPromise(new ContentReader(content), content.size, {
    autoClose: false,
    lazyEntries: true,
  });

class ContentReader extends RandomAccessReader {
  readonly #content: Content;

  constructor(content: Content) {
    super();
    this.#content = content;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#content, start, end));
  }
}

async function* pieces(content: Content, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const piece = await content.read(at, Math.min(STEP, end - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
