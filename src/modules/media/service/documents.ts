import { vietnamDay } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/database/query.ts';
import { listPublicMedia } from '../queries/index.ts';
import { documentType } from '../rules/index.ts';
import type { Medium } from '../schema/index.ts';
import { mediaPage, openAddresses } from './public.ts';

/** A document that everybody may take, as lists show it. */
export interface OpenDocument {
  readonly pid: string;
  readonly organisationCode: string;
  readonly title: string;
  readonly caption: string | null;
  readonly type: string;
  readonly mime: string;
  readonly bytes: number;
  /** Of the document where that was told, else on which it came. */
  readonly day: Day;
  readonly tags: readonly string[];
  /** Its page, and the file. */
  readonly href: string;
  readonly file: string;
}

export function documentOf(medium: Medium): OpenDocument {
  const { pid, organisationCode, title, caption, mime, bytes, tags, fileName } = medium;
  return {
    pid,
    organisationCode,
    title,
    caption,
    type: documentType(fileName),
    mime,
    bytes,
    day: medium.takenOn ?? vietnamDay(medium.createdAt),
    tags,
    href: mediaPage(organisationCode, medium),
    file: openAddresses(organisationCode).file(pid, fileName),
  };
}

/** Documents in the lists of a library, the newest first; `organisationId` null: of everybody's. Two queries. */
export async function openDocuments(
  db: Db,
  asked: {
    readonly organisationId: string | null;
    readonly q?: string;
    readonly tag?: string | null;
    readonly page: number;
    readonly size: number;
  },
): Promise<{ readonly items: readonly OpenDocument[]; readonly total: number }> {
  const { rows, total } = await listPublicMedia(db, { ...asked, kinds: ['document'] });
  return { items: rows.map(documentOf), total };
}
