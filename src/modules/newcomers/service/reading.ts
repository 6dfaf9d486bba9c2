import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  type Bytes,
  type Newcomers,
  type Program,
  readFeeds,
  readFolder,
  readJoomla,
  readWordpress,
} from '../rules/index.ts';
import { type Shelf, wholeFile } from './shelf/index.ts';

/** What is read: one file as a stream of bytes, or for pages their folder. */
export type Source =
  | {
      readonly program: Exclude<Program, 'html'>;
      readonly bytes: () => Promise<AsyncIterable<Uint8Array>>;
    }
  | { readonly program: 'html'; readonly folder: Shelf };

/** Reads an old site from its beginning. @throws Unreadable */
export async function* newcomersOf(source: Source): Newcomers {
  if (source.program === 'html') yield* readFolder(pagesOf(source.folder));
  else {
    const read = { wordpress: readWordpress, joomla: readJoomla, rss: readFeeds }[source.program];
    yield* read([unpacked(await source.bytes())]);
  }
}

async function* pagesOf(folder: Shelf) {
  for await (const file of folder.list())
    yield { path: file.path, size: file.size, read: () => wholeFile(file) };
}

/** Databases are often handed over as .gz. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  const all = (async function* () {
    if (first.done !== true) yield first.value;
    for (let next = await source.next(); next.done !== true; next = await source.next())
      yield next.value;
  })();
  const packed = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* packed ? (Readable.from(all).pipe(createGunzip()) as AsyncIterable<Uint8Array>) : all;
}

export type { Bytes };
