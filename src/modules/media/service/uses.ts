import type { Db } from '../../../platform/database/query.ts';
import { office } from '../../../platform/http/addresses.ts';
import { albumsHolding, stillsOf } from '../queries/index.ts';
import type { MediaUse } from '../schema/index.ts';
import { useNames } from '../vi/index.ts';

/** Tells where media are used, for all the pids at once. */
export type MediaUses = (db: Db, pids: readonly string[]) => Promise<readonly MediaUse[]>;

const others: MediaUses[] = [];

/** A later module tells what of it uses media: these are then not removed. */
export function addMediaUses(uses: MediaUses): void {
  if (!others.includes(uses)) others.push(uses);
}

/** Where these media are used: albums, stills of films, and what later modules tell. */
export async function usesOf(db: Db, pids: readonly string[]): Promise<readonly MediaUse[]> {
  if (pids.length === 0) return [];
  const albums = await albumsHolding(db, pids);
  const films = await stillsOf(db, pids);
  const found: MediaUse[] = [
    ...albums.map(({ media, pid, title, code }) => ({
      media,
      what: useNames.album,
      title,
      href: office(code, `thu-vien/album/${pid}`),
    })),
    ...films.map(({ media, pid, title, code }) => ({
      media,
      what: useNames.poster,
      title,
      href: office(code, `thu-vien/${pid}`),
    })),
  ];
  for (const uses of others) found.push(...(await uses(db, pids)));
  return found;
}
