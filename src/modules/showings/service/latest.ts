import type { Cx } from '../../../platform/cx.ts';
import { newestOf } from '../queries/index.ts';
import type { Language, Showing } from '../schema.ts';

export interface LatestAsked {
  readonly kind?: 'news' | 'notice' | null;
  readonly sectionId?: string | null;
  readonly language?: Language;
  readonly limit: number;
}

/** The newest that a site shows: of a section, of a kind, or of both kinds. One query. */
export const latestShowings = (
  cx: Cx,
  siteId: string,
  { kind, sectionId, language, limit }: LatestAsked,
): Promise<Showing[]> =>
  newestOf(
    cx,
    {
      siteId,
      kind: sectionId ? 'section' : (kind ?? 'all'),
      sectionId: sectionId ?? null,
      language: language ?? 'vi',
    },
    limit,
  );

/** The newest notices of a site. */
export const noticesOf = (cx: Cx, siteId: string, limit: number): Promise<Showing[]> =>
  latestShowings(cx, siteId, { kind: 'notice', limit });

/** The newest of whatever kind. */
export const mostRecent = (cx: Cx, siteId: string, limit: number): Promise<Showing[]> =>
  latestShowings(cx, siteId, { limit });
