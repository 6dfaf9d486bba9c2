import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { Showing } from '../schema.ts';

/** The columns of a `Showing` of an article `a`, with its union and its main section. */
const columns = sql`a.article_id as "articleId", a.pid, a.kind, a.language, a.slug, a.title, a.lead, a.cover,
  a.authors, a.tags, a.number, a.due_on as "dueOn", a.published_at as "publishedAt", a.updated_at as "updatedAt",
  jsonb_build_object('id', o.id, 'code', o.code, 'name', coalesce(n.name, o.code),
    'shortName', coalesce(n.short_name, n.name, o.code)) as publisher,
  case when s.id is null then null
    else jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as section`;

/** Articles for lists; `rows` gives article_id and what they are ordered by, as `r`. */
export const shownOf = (
  cx: Cx,
  rows: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  more: RawBuilder<unknown> = sql``,
): RawBuilder<Showing> => sql<Showing>`
  select ${columns}${more} from (${rows}) r join showing_article a on a.article_id = r.article_id
    join organisation o on o.id = a.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
    left join section s on s.id = a.section_id and s.deleted_at is null
  order by ${order}`;

/** What stands at an address of a site now. */
export const showingBySlug = (cx: Cx, siteId: string, slug: string): Promise<Showing | null> =>
  maybe(
    cx.db,
    shownOf(
      cx,
      sql`select article_id from showing_article where organisation_id = ${siteId} and slug = ${slug}`,
      sql`a.article_id`,
    ),
  );

export const showingByPid = (cx: Cx, pid: string): Promise<Showing | null> =>
  maybe(
    cx.db,
    shownOf(cx, sql`select article_id from showing_article where pid = ${pid}`, sql`a.article_id`),
  );

/** Articles by their public ids, in the order asked for; what the public may not read is left out. */
export async function showingsByPids(cx: Cx, pids: readonly string[]): Promise<Showing[]> {
  if (pids.length === 0) return [];
  return all(
    cx.db,
    shownOf(
      cx,
      sql`select x.article_id, p.at from unnest(${pids}::text[]) with ordinality p (pid, at)
        join showing_article x on x.pid = p.pid`,
      sql`r.at`,
    ),
  );
}

/** Whether an address of a site ever stood for an article. */
export const wasAddress = async (cx: Cx, siteId: string, slug: string): Promise<boolean> =>
  (await maybe(
    cx.db,
    sql`select 1 from article_slug where organisation_id = ${siteId} and slug = ${slug}`,
  )) !== null;

/** The leading articles of a site's home: the pinned ones in their order. */
export const pinnedOf = (cx: Cx, siteId: string, limit: number): Promise<Showing[]> =>
  all(
    cx.db,
    shownOf(
      cx,
      sql`select article_id, pinned, published_at from showing_article
        where organisation_id = ${siteId} and pinned is not null
        order by pinned, published_at desc limit ${limit}`,
      sql`r.pinned, r.published_at desc`,
    ),
  );
