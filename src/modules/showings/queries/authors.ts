import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import type { Showing } from '../schema.ts';
import { shownOf } from './shown.ts';

/** Somebody who wrote for a site. */
export interface Author {
  readonly name: string;
  readonly slug: string;
  /** The person's public id, where it is known who that is. */
  readonly person: string | null;
  /** Others of the very same name who wrote for the site. */
  readonly others: readonly { readonly name: string; readonly slug: string }[];
}

const writes = sql`exists (select from showing_list l join showing_month m on m.list_id = l.id
  where l.site_id = a.site_id and l.kind = 'author' and l.tag = a.slug)`;

/** An author of a site, of whom anything is public; null for any other word. */
export const authorOf = (cx: Cx, siteId: string, slug: string): Promise<Author | null> =>
  maybe(
    cx.db,
    sql<Author>`select a.name, a.slug, p.pid as person, coalesce((
        select jsonb_agg(jsonb_build_object('name', x.name, 'slug', x.slug) order by length(x.slug), x.slug)
        from (select a.* from showing_author a where a.site_id = me.site_id and a.key = me.key
          and a.slug <> me.slug and ${writes}) x), '[]') as others
      from showing_author me join showing_author a on a.site_id = me.site_id and a.slug = me.slug
        left join person p on p.id = coalesce((select q.merged_into from person q where q.id = me.person_id),
          me.person_id) and p.deleted_at is null
      where me.site_id = ${siteId} and me.slug = ${slug} and ${writes}`,
  );

/** The words of the pages of an article's authors, and the code of the site: one query. */
export const authorSlugs = (
  cx: Cx,
  articleId: string,
): Promise<{ name: string; slug: string; code: string }[]> =>
  all(
    cx.db,
    sql`select e->>'name' as name, e->>'slug' as slug, o.code from showing_article a
      join organisation o on o.id = a.organisation_id cross join jsonb_array_elements(a.authors) e
      where a.article_id = ${articleId} and e->>'slug' is not null`,
  );

// The record of a person, and those that were joined into it.
const recordsOf = (person: string) => sql`select id from person where pid = ${person}
  union all select id from person where merged_into = (select id from person where pid = ${person})`;

/** The newest that a person wrote, on whatever site, by the public id: one query. */
export const writtenBy = (cx: Cx, person: string, limit: number): Promise<Showing[]> =>
  all(
    cx.db,
    shownOf(
      cx,
      sql`select x.article_id, x.published_at from showing_article x where x.kind <> 'page'
        and x.article_id in (select t.article_id from article_author t
          where t.live and t.role = 'author' and t.person_id in (${recordsOf(person)}))
        order by x.published_at desc, x.article_id desc limit ${limit}`,
      sql`r.published_at desc, r.article_id desc`,
    ),
  );

/** The pages of a person as author, by the codes of the sites: one query. */
export const authorPagesOf = (
  cx: Cx,
  person: string,
): Promise<{ code: string; slug: string; siteId: string }[]> =>
  all(
    cx.db,
    sql`select o.code, a.slug, a.site_id as "siteId" from showing_author a
      join organisation o on o.id = a.site_id and o.deleted_at is null
      where a.person_id in (${recordsOf(person)}) and ${writes} order by o.code`,
  );
