import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import type { Language, ListKey, ListPage, MonthCount, Showing } from '../schema.ts';
import { shownOf } from './shown.ts';

export const listWhere = (key: ListKey): RawBuilder<unknown> => sql`l.site_id = ${key.siteId}
  and l.kind = ${key.kind} and l.language = ${key.language}
  and l.section_id is not distinct from ${key.sectionId ?? null}::uuid
  and l.tag is not distinct from ${key.tag ?? null}`;

/** A stretch of months: its first month, and the first month after it. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface PageAsked {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly within?: Stretch | null;
}

/**
 * A page of a list: two queries. The counts of the months say in which month the page begins, so that a deep page
 * costs what the first one does.
 */
export async function listPage(cx: Cx, key: ListKey, asked: PageAsked): Promise<ListPage> {
  const { months } = await one(
    cx.db,
    sql<{ months: MonthCount[] }>`select coalesce(jsonb_agg(
        jsonb_build_object('month', m.month, 'articles', m.articles) order by m.month desc), '[]') as months
      from showing_month m join showing_list l on l.id = m.list_id where ${listWhere(key)}`,
  );
  const { within } = asked;
  const inside = months.filter(
    ({ month }) => !within || (month >= within.from && month < within.to),
  );
  const total = inside.reduce((sum, { articles }) => sum + articles, 0);
  const start = startOf(inside, (asked.page - 1) * asked.size);
  const rows = start === null ? [] : await pageFrom(cx, key, start, asked);
  return { rows, total, months };
}

interface Start {
  readonly month: string;
  /** Articles of that month on earlier pages. */
  readonly skip: number;
}

function startOf(months: readonly MonthCount[], offset: number): Start | null {
  let before = 0;
  for (const { month, articles } of months) {
    if (before + articles > offset) return { month, skip: offset - before };
    before += articles;
  }
  return null;
}

const monthStart = (month: string): RawBuilder<unknown> =>
  sql`(${month}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

function pageFrom(cx: Cx, key: ListKey, start: Start, asked: PageAsked): Promise<Showing[]> {
  const lower = asked.within ? sql` and published_at >= ${monthStart(asked.within.from)}` : sql``;
  return all(
    cx.db,
    shownOf(
      cx,
      sql`select article_id, published_at from showing
        where list_id = (select l.id from showing_list l where ${listWhere(key)})
          and published_at < (${start.month}::date + interval '1 month') at time zone 'Asia/Ho_Chi_Minh'${lower}
        order by published_at desc, article_id desc limit ${asked.size} offset ${start.skip}`,
      sql`r.published_at desc, r.article_id desc`,
    ),
  );
}

/** The newest of a list. */
export const newestOf = (cx: Cx, key: ListKey, limit: number): Promise<Showing[]> =>
  all(
    cx.db,
    shownOf(
      cx,
      sql`select article_id, published_at from showing
        where list_id = (select l.id from showing_list l where ${listWhere(key)})
        order by published_at desc, article_id desc limit ${limit}`,
      sql`r.published_at desc, r.article_id desc`,
    ),
  );

/** The newest of several lists at once, by the section: one query for a whole home page. */
export async function newestBySection(
  cx: Cx,
  siteId: string,
  sectionIds: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, readonly Showing[]>> {
  const rows = await all(
    cx.db,
    shownOf(
      cx,
      sql`select l.section_id as list_section, x.article_id, x.published_at from showing_list l
        cross join lateral (select article_id, published_at from showing where list_id = l.id
          order by published_at desc, article_id desc limit ${limit}) x
        where l.site_id = ${siteId} and l.kind = 'section' and l.language = 'vi'
          and l.section_id = any(${[...sectionIds]}::uuid[])`,
      sql`r.published_at desc, r.article_id desc`,
      sql`, r.list_section as "listSection"`,
    ) as RawBuilder<Showing & { listSection: string }>,
  );
  const found = new Map<string, Showing[]>();
  for (const { listSection, ...row } of rows)
    found.set(listSection, [...(found.get(listSection) ?? []), row]);
  return found;
}

/** Notices whose last day is not over, the nearest first. */
export const openNotices = (cx: Cx, siteId: string, limit: number): Promise<Showing[]> =>
  all(
    cx.db,
    shownOf(
      cx,
      sql`select article_id, due_on from showing_article where organisation_id = ${siteId}
        and kind = 'notice' and due_on >= ${cx.clock.today()}::date order by due_on, article_id limit ${limit}`,
      sql`r.due_on, a.article_id`,
    ),
  );

/** The tag of a site by its word in addresses. */
export const tagOf = (
  cx: Cx,
  siteId: string,
  tag: string,
  language: Language,
): Promise<{ label: string } | null> =>
  maybe(
    cx.db,
    sql`select l.label from showing_list l where l.site_id = ${siteId} and l.kind = 'tag' and l.tag = ${tag}
      and exists (select from showing_month m where m.list_id = l.id)
      order by l.language = ${language} desc limit 1`,
  );

/** The tags with the most articles. */
export const tagsOf = (
  cx: Cx,
  siteId: string,
  limit: number,
  language: Language = 'vi',
): Promise<{ tag: string; label: string; articles: number }[]> =>
  all(
    cx.db,
    sql`select l.tag, l.label, sum(m.articles)::integer as articles from showing_list l
      join showing_month m on m.list_id = l.id where l.site_id = ${siteId} and l.kind = 'tag' and l.language = ${language}
      group by l.id order by articles desc, l.label limit ${limit}`,
  );
