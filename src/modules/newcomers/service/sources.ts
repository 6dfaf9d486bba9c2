import type { Cx } from '../../../platform/command.ts';
import { type OpenContent, openFile } from '../../../platform/files.ts';
import { fileById } from '../queries/index.ts';
import { Unreadable } from '../rules/index.ts';
import type { SiteImport } from '../schema.ts';
import type { Source } from './reading.ts';
import { type Shelf, zipShelf } from './shelf/index.ts';

const step = 262_144;

/** What was sent for an import, open for reading. */
export interface Sent {
  readonly source: Source;
  readonly shelf: Shelf | null;
  close(): Promise<void>;
}

/** Opens the files that were sent. @throws Unreadable */
export async function openSent(cx: Cx, of: SiteImport): Promise<Sent> {
  const content = await opened(cx, of.fileId);
  if (of.program === 'html') {
    const folder = await zipShelf(content);
    return { source: { program: 'html', folder }, shelf: folder, close: () => folder.close() };
  }
  let shelf: Shelf | null = null;
  try {
    shelf = of.uploadsId === null ? null : await zipShelf(await opened(cx, of.uploadsId));
  } catch (error) {
    await content.close();
    throw error;
  }
  return {
    source: { program: of.program, bytes: async () => bytesOf(content) },
    shelf,
    close: async () => {
      await content.close();
      await shelf?.close();
    },
  };
}

async function opened(cx: Cx, id: string | null): Promise<OpenContent> {
  const file = id === null ? null : await fileById(cx.db, id);
  if (file === null) throw new Unreadable('file_gone');
  return openFile(cx, file);
}

async function* bytesOf(content: OpenContent): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.size; at += step)
    yield await content.read(at, Math.min(step, content.size - at));
}
