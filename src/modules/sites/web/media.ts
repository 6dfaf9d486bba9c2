import type { Db } from '../../../platform/database/query.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { MediaUse } from '../../media/index.ts';
import { siteUses } from '../queries/index.ts';
import { mediaUseNames } from '../vi/index.ts';

/** Where sites use media, so that these are not removed meanwhile. */
export async function usesOfMedia(db: Db, pids: readonly string[]): Promise<readonly MediaUse[]> {
  return (await siteUses(db, pids)).map(({ media, what, title, code, pid }) => ({
    media,
    what: mediaUseNames[what],
    title,
    href: office(
      code,
      what === 'emblem' ? 'trang-dien-tu/thiet-lap' : `trang-dien-tu/banner/${pid}/sua`,
    ),
  }));
}
