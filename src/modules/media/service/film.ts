import type { Cx } from '../../../platform/command.ts';
import { openFile, type StoredFile } from '../../../platform/files.ts';
import { type Film, filmOf } from '../rules/index.ts';

/** The head of a film: no longer than this, else nothing is told of it. */
const longestHead = 16_000_000;
const mostBoxes = 1000;

/** Length and size of a film, as far as its file tells. */
export async function filmFacts(cx: Cx, file: StoredFile): Promise<Film | object> {
  const content = await openFile(cx, file);
  try {
    let at = 0;
    for (let n = 0; n < mostBoxes && at + 8 <= content.size; n += 1) {
      const head = await content.read(at, 16);
      const short = head.readUInt32BE(0);
      // 1: the length stands behind the name; 0: up to the end.
      const wide = short === 1 && head.length === 16;
      const size = wide ? Number(head.readBigUInt64BE(8)) : short === 0 ? content.size - at : short;
      if (size < 8) return {};
      if (head.toString('latin1', 4, 8) === 'moov') {
        const skip = wide ? 16 : 8;
        return size > longestHead ? {} : filmOf(await content.read(at + skip, size - skip));
      }
      at += size;
    }
    return {};
  } finally {
    await content.close();
  }
}
