import { spots } from '../../rules/index.ts';
import type { Shelf, ShelfFile } from './types.ts';

/** The first file that lies under one of these paths of the old library, wherever in what was handed over. */
export async function spotsIn(
  shelf: Shelf | null,
  paths: readonly string[],
): Promise<ShelfFile | null> {
  if (shelf === null) return null;
  for (const path of paths)
    for (const spot of spots(path)) {
      const file = await shelf.find(spot);
      if (file !== null) return file;
    }
  return null;
}
