import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { Language, Showing, ShowingKind } from '../schema.ts';
import { shownOf } from './shown.ts';

/** An article among those around it. */
export interface Spot {
  readonly articleId: string;
  readonly siteId: string;
  readonly kind: ShowingKind;
  readonly language: Language;
  /** The main section. */
  readonly sectionId: string | null;
  readonly publishedAt: Date;
}

/** The one before and the one after an article in its main section on a site: one query. */
export async function neighboursOf(
  cx: Cx,
  article: Spot,
): Promise<{ readonly newer: Showing | null; readonly older: Showing | null }> {
  const list = sql`(select l.id from showing_list l where l.site_id = ${article.siteId}
    and l.language = ${article.language} and l.tag is null
    and ${
      article.sectionId === null
        ? sql`l.kind = ${article.kind} and l.section_id is null`
        : sql`l.kind = 'section' and l.section_id = ${article.sectionId}`
    })`;
  const at = sql`(${article.publishedAt}::timestamptz, ${article.articleId}::uuid)`;
  const rows = await all(
    cx.db,
    shownOf(
      cx,
      sql`(select article_id, 'newer' as way from showing where list_id = ${list}
          and (published_at, article_id) > ${at} order by published_at, article_id limit 1)
        union all
        (select article_id, 'older' from showing where list_id = ${list}
          and (published_at, article_id) < ${at} order by published_at desc, article_id desc limit 1)`,
      sql`r.way`,
      sql`, r.way`,
    ) as RawBuilder<Showing & { way: string }>,
  );
  const of = (wanted: string) => rows.find(({ way }) => way === wanted) ?? null;
  return { newer: of('newer'), older: of('older') };
}

/** How many of each list are looked at on each side. */
const NEAR = 12;

/**
 * Articles on the same site with the same tags and sections, near in time: a shared tag counts three times as much
 * as a shared section, a year apart costs one. One query, however long the lists are.
 */
export const relatedTo = (cx: Cx, article: Spot, limit: number): Promise<Showing[]> =>
  all(
    cx.db,
    shownOf(
      cx,
      sql`select x.article_id, sum(case l.kind when 'tag' then 3 else 1 end)
            - abs(extract(epoch from max(x.published_at) - ${article.publishedAt}::timestamptz)) / 31557600 as worth
        from showing mine join showing_list l on l.id = mine.list_id
          and l.kind in ('tag', 'section') and l.site_id = ${article.siteId}
        cross join lateral (
          (select article_id, published_at from showing where list_id = mine.list_id
            and (published_at, article_id) > (mine.published_at, mine.article_id)
            order by published_at, article_id limit ${NEAR})
          union all
          (select article_id, published_at from showing where list_id = mine.list_id
            and (published_at, article_id) < (mine.published_at, mine.article_id)
            order by published_at desc, article_id desc limit ${NEAR})) x
        where mine.article_id = ${article.articleId}
        group by x.article_id order by worth desc, x.article_id limit ${limit}`,
      sql`r.worth desc, r.article_id`,
    ),
  );
