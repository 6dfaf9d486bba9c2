import type { IssueWords } from '../../../kernel/issue.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { offers, sectionOf } from '../../../platform/records/section.ts';
import { fileIssues } from '../../../platform/vi.ts';
import { mediaManage } from '../policy.ts';
import { liveAlbum, liveMedium } from '../queries/index.ts';
import type { AlbumRow, Medium } from '../schema/index.ts';
import type { Addresses } from '../service/index.ts';
import { mediaIssues, words } from '../vi/index.ts';

export const issueWords: IssueWords = { ...fileIssues, ...mediaIssues };

export const section = sectionOf('thu-vien', words.list);
export const { pathOf, crumbsTo } = section;

/** Pages that write are there for those who may. @throws Forbidden */
export function mustManage(c: WebContext): void {
  if (!offers(c, mediaManage)) throw new Forbidden(mediaManage.name);
}

/** A live medium of this library. @throws NotFound */
export async function mediumOf(c: WebContext): Promise<Medium> {
  const medium = await liveMedium(c.var.cx, c.req.param('pid') ?? '');
  if (medium.organisationId !== c.var.place.organisationId) throw new NotFound('media');
  return medium;
}

/** A live album of this library. @throws NotFound */
export async function albumOf(c: WebContext): Promise<AlbumRow> {
  const album = await liveAlbum(c.var.cx, c.req.param('pid') ?? '');
  if (album.organisationId !== c.var.place.organisationId) throw new NotFound('album');
  return album;
}

/** Where the office sees pictures and files from, also those that are not public. */
export const officeAddresses = (code: string): Addresses => ({
  picture: (pid, size) => office(code, `thu-vien/${pid}/hinh/${size}`),
  file: (pid) => office(code, `thu-vien/${pid}/tai-ve`),
});
