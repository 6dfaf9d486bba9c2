import type { ProseAlbum, ProseMedia } from '../../../kernel/prose/index.ts';
import type { Db } from '../../../platform/database/query.ts';
import { office } from '../../../platform/http/addresses.ts';
import { albumsByPids, type MediaUse, mediaByPids } from '../../media/index.ts';
import { articlesShowing } from '../queries/index.ts';
import type { KnownMedium } from '../rules/index.ts';
import { kindNames } from '../vi/index.ts';

/** What the library can show the public of these, by pid. */
export const knownMedia = (
  db: Db,
  pids: readonly string[],
): Promise<ReadonlyMap<string, KnownMedium>> => mediaByPids(db, pids);

/** What a page needs to show a text. */
export interface Shown {
  readonly media: ReadonlyMap<string, ProseMedia>;
  readonly albums: ReadonlyMap<string, ProseAlbum>;
}

export const shownMedia = async (
  db: Db,
  media: readonly string[],
  albums: readonly string[],
): Promise<Shown> => ({
  media: await mediaByPids(db, media),
  albums: await albumsByPids(db, albums),
});

/** For the library: the articles that show a medium, now or in what the public reads. */
export async function mediaUses(db: Db, pids: readonly string[]): Promise<MediaUse[]> {
  const rows = await articlesShowing(db, pids);
  return rows.map(({ media, kind, title, pid, code }) => ({
    media,
    what: kindNames[kind],
    title,
    href: office(code, `bai-viet/${pid}`),
  }));
}
