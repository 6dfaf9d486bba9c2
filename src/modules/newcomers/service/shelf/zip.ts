import type { Entry } from 'yauzl';
import { type OpenContent, openZip } from '../../../../platform/files.ts';
import { pathIn, Unreadable } from '../../rules/index.ts';
import type { Shelf, ShelfFile } from './types.ts';

const mostEntries = 500_000;

/** The files in a ZIP file; nothing is unpacked before it is asked for. @throws Unreadable */
export async function zipShelf(content: OpenContent): Promise<Shelf> {
  const { zip, entries } = await listed(content);
  const file = (path: string, entry: Entry): ShelfFile => ({
    path,
    size: entry.uncompressedSize,
    open: () => zip.openReadStreamPromise(entry),
  });
  return {
    find: async (written) => {
      const inside = pathIn(written);
      const entry = inside === null ? undefined : entries.get(inside);
      return inside === null || entry === undefined ? null : file(inside, entry);
    },
    async *list() {
      for (const [path, entry] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield file(path, entry);
    },
    close: () => content.close(),
  };
}

async function listed(content: OpenContent) {
  try {
    const zip = await openZip(content);
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      const inside = pathIn(entry.fileName);
      // What a Mac adds about each file is none of the site's.
      const none =
        inside === null || inside.startsWith('__MACOSX/') || entry.fileName.endsWith('/');
      if (!none && !entry.isEncrypted()) entries.set(inside, entry);
      if (entries.size > mostEntries) throw new Unreadable('zip_too_many', { most: mostEntries });
    }
    return { zip, entries: withoutTop(entries) };
  } catch (error) {
    await content.close();
    throw error instanceof Unreadable ? error : new Unreadable('zip_broken');
  }
}

// One folder around everything says nothing.
function withoutTop(entries: Map<string, Entry>): Map<string, Entry> {
  const tops = new Set([...entries.keys()].map((path) => path.split('/')[0]));
  const [top] = tops;
  if (tops.size !== 1 || entries.has(top!)) return entries;
  return new Map([...entries].map(([path, entry]) => [path.slice(top!.length + 1), entry]));
}
