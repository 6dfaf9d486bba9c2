import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { Language, Showing } from '../schema.ts';
import { shownOf } from './shown.ts';

/** Results that are counted and can be leafed through. */
export const MOST_HITS = 1_000;

export interface FoundRow extends Showing {
  readonly body: string;
  readonly total: number;
}

interface Sought {
  readonly keys: readonly string[];
  /** One of these has to be there too, where there are any. */
  readonly within: readonly string[];
  readonly most: number;
}

const sought = (cx: Cx, { keys, within, most }: Sought): RawBuilder<unknown> =>
  sql`${[...keys]}::text[], ${within.length === 0 ? null : [...within]}::text[],
    ${Number(cx.clock.today().slice(0, 4))}::integer, ${most}::integer`;

/** The newest articles with all the keys. */
const newestWith = (cx: Cx, asked: Sought): RawBuilder<unknown> =>
  sql`showing_newest(${sought(cx, asked)})`;

/**
 * Articles by what is looked for one after the other (`tiersOf`): of the first sort all, then those of the next.
 * `within`: one of these keys has to be there too. The search ends with the sort that fills the page, or reaches the
 * most that is counted: what would follow is on later pages, or on none. The last sort has in it what all others
 * have; how many that are is then only counted.
 */
export function foundBy(
  cx: Cx,
  tiers: readonly (readonly string[])[],
  page: { readonly limit: number; readonly offset: number; readonly within: readonly string[] },
): Promise<FoundRow[]> {
  const { within, limit, offset } = page;
  const enough = Math.min(MOST_HITS, offset + limit);
  const name = (at: number) => sql.id(`t${at}`);
  const open = (at: number) =>
    at === 0
      ? sql`true`
      : sql.join(
          tiers
            .slice(0, at)
            .map((_, before) => sql`(select count(*) from ${name(before)}) < ${enough}`),
          sql` and `,
        );
  const steps = tiers.map(
    (keys, at) => sql`${name(at)} as materialized (
      select x.* from ${newestWith(cx, { keys, within, most: MOST_HITS })} x where ${open(at)})`,
  );
  const together = sql.join(
    tiers.map((_, at) => sql`select ${at}::integer as tier, * from ${name(at)}`),
    sql` union all `,
  );
  const widest = sought(cx, { keys: tiers.at(-1)!, within, most: MOST_HITS });
  return all(
    cx.db,
    shownOf(
      cx,
      sql`with ${sql.join(steps)}
        select f.*, w.body,
          case when ${open(tiers.length)} then least(f.gathered, ${MOST_HITS})::integer
            else (select showing_many(${widest})) end as total
        from (select article_id, published_at, min(tier) as tier, count(*) over () as gathered
          from (${together}) every group by article_id, published_at
          order by min(tier), published_at desc, article_id desc limit ${limit} offset ${offset}) f
        join showing_words w on w.article_id = f.article_id`,
      sql`r.tier, r.published_at desc, r.article_id desc`,
      sql`, r.body, r.total`,
    ) as RawBuilder<FoundRow>,
  );
}

/** Tags of a site whose name, or a word of it, begins as typed; null: of every site. */
export const suggestedTags = (
  cx: Cx,
  siteId: string | null,
  typed: string,
  limit: number,
): Promise<{ tag: string; label: string; code: string }[]> =>
  all(
    cx.db,
    sql`select min(l.tag) as tag, min(l.label) as label, min(o.code) as code from showing_list l
      join organisation o on o.id = l.site_id
      where l.kind = 'tag' and l.language = 'vi' and exists (select from showing_month m where m.list_id = l.id)
        and ${siteId === null ? sql`true` : sql`l.site_id = ${siteId}`}
        and (l.search like ${`${typed}%`} or l.search like ${`% ${typed}%`})
      group by l.search order by (l.search like ${`${typed}%`}) desc, length(l.search), l.search limit ${limit}`,
  );

/** Titles that begin as typed, and the newest ones that hold the words, the last one perhaps unfinished. */
export const suggestedTitles = (
  cx: Cx,
  siteId: string | null,
  typed: string,
  keys: readonly string[],
  limit: number,
): Promise<Showing[]> => {
  const here = siteId === null ? sql`true` : sql`organisation_id = ${siteId}`;
  const inside =
    keys.length === 0
      ? sql``
      : sql` union (select x.article_id, 2 as sort, x.published_at
          from ${newestWith(cx, { keys, within: [], most: 200 })} x
          join showing_article s on s.article_id = x.article_id
          where ' ' || s.title_search like ${`% ${typed}%`} order by x.published_at desc limit ${limit})`;
  return all(
    cx.db,
    shownOf(
      cx,
      sql`select article_id, min(sort) as sort, published_at from (
          (select article_id, 1 as sort, published_at from showing_article
            where title_search like ${`${typed}%`} and ${here} limit ${limit})${inside}) every
        group by article_id, published_at order by min(sort), published_at desc limit ${limit}`,
      sql`r.sort, r.published_at desc`,
    ),
  );
};

const NAMED = 500;

/** What a site calls its things: its most frequent tags and its newest titles. */
export const namesOn = async (cx: Cx, siteId: string, language: Language): Promise<string[]> =>
  (
    await all(
      cx.db,
      sql<{
        name: string;
      }>`(select l.label as name from showing_list l join showing_month m on m.list_id = l.id
          where l.site_id = ${siteId} and l.kind = 'tag' and l.language = ${language}
          group by l.id order by sum(m.articles) desc, l.id limit ${NAMED})
        union all
        (select a.title from showing s join showing_article a on a.article_id = s.article_id
          where s.list_id = (select l.id from showing_list l
            where l.site_id = ${siteId} and l.kind = 'all' and l.language = ${language})
          order by s.published_at desc, s.article_id desc limit ${NAMED})`,
    )
  ).map(({ name }) => name);
