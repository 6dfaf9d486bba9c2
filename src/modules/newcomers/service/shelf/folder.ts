import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathIn } from '../../rules/index.ts';
import type { Shelf, ShelfFile } from './types.ts';

const mostDeep = 40;

/** The files below a folder. A link that leads out of it is not followed. @throws NodeJS.ErrnoException */
export async function folderShelf(folder: string): Promise<Shelf> {
  const root = await realpath(folder);
  await readdir(root);
  return {
    find: async (written) => {
      const inside = pathIn(written);
      if (inside === null) return null;
      // Names that a Mac packed have their marks apart.
      return (await fileAt(root, inside)) ?? (await fileAt(root, inside.normalize('NFD')));
    },
    list: () => below(root, '', 0),
    close: async () => {},
  };
}

async function fileAt(root: string, inside: string): Promise<ShelfFile | null> {
  try {
    const whole = await realpath(path.join(root, inside));
    if (!whole.startsWith(root + path.sep)) return null;
    const { size } = await stat(whole).then((found) => (found.isFile() ? found : { size: -1 }));
    if (size < 0) return null;
    return { path: inside, size, open: async () => createReadStream(whole) };
  } catch {
    return null;
  }
}

async function* below(root: string, inside: string, depth: number): AsyncGenerator<ShelfFile> {
  const entries = await readdir(path.join(root, inside), { withFileTypes: true });
  // By their letters, so that two readings are one.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth < mostDeep) yield* below(root, at, depth + 1);
    } else if (entry.isFile()) {
      const file = await fileAt(root, at);
      if (file !== null) yield { ...file, path: at.normalize('NFC') };
    }
  }
}
