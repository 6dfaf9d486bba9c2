import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';

/** Sorts of articles by their addresses. */
export interface ArticlePlace {
  readonly kind: string;
  readonly slug: string;
  readonly changedAt: Date;
}

/** How many articles a site has, and when one was last changed. */
export const articleCount = (
  cx: Cx,
  siteId: string,
): Promise<{ total: number; changedAt: Date | null }> =>
  one(
    cx.db,
    sql`select count(*)::integer as total, max(updated_at) as "changedAt" from showing_article
      where organisation_id = ${siteId}`,
  );

/** The articles of a site in an order that stays, from the n-th on. */
export const articlePlaces = (
  cx: Cx,
  siteId: string,
  from: number,
  limit: number,
): Promise<ArticlePlace[]> =>
  all(
    cx.db,
    sql`select kind, slug, updated_at as "changedAt" from showing_article where organisation_id = ${siteId}
      order by article_id limit ${limit} offset ${from}`,
  );

/** Sections, tags and authors of a site that have anything, with the day of their newest. */
export const listPlaces = (
  cx: Cx,
  siteId: string,
): Promise<{ kind: 'section' | 'tag' | 'author'; slug: string; changedAt: Date | null }[]> =>
  all(
    cx.db,
    sql`select l.kind, coalesce(l.tag, s.slug) as slug, max(newest.at) as "changedAt" from showing_list l
      left join section s on s.id = l.section_id
      cross join lateral (select x.published_at as at from showing x where x.list_id = l.id
        order by x.published_at desc limit 1) newest
      where l.site_id = ${siteId} and l.kind in ('section', 'tag', 'author') and (l.section_id is null or s.deleted_at is null)
      group by 1, 2 order by 1, 2`,
  );

/** What tells that anything shown on a site is another: for feeds and sitemaps that somebody has already. */
export const stampOf = async (
  cx: Cx,
  siteId: string,
): Promise<{ changedAt: Date; changes: string }> =>
  (await maybe(
    cx.db,
    sql<{
      changedAt: Date;
      changes: string;
    }>`select changed_at as "changedAt", changes::text from showing_site
      where site_id = ${siteId}`,
  )) ?? { changedAt: new Date(0), changes: '0' };

/** The codes of organisations that have published anything. */
export const publishers = async (cx: Cx): Promise<string[]> =>
  (
    await all(
      cx.db,
      sql<{
        code: string;
      }>`select o.code from showing_site s join organisation o on o.id = s.site_id
        where o.deleted_at is null order by o.code`,
    )
  ).map(({ code }) => code);

/** Codes of the organisations that have a site. */
export const organisationPlaces = async (cx: Cx): Promise<string[]> =>
  (
    await all(
      cx.db,
      sql<{ code: string }>`select code from organisation where deleted_at is null order by code`,
    )
  ).map(({ code }) => code);

/** The editions of a union that everybody may look at. */
export const editionPlaces = (
  cx: Cx,
  organisationId: string,
): Promise<{ code: string; changedAt: Date | null }[]> =>
  all(
    cx.db,
    sql`select code, null::timestamptz as "changedAt" from edition
      where organisation_id = ${organisationId} and state in ('open', 'closed') and deleted_at is null order by code`,
  );
