import { type RawBuilder, sql } from 'kysely';
import { vietnamInstant } from '../../../kernel/clock.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { markOf } from '../rules/index.ts';
import type { Showing } from '../schema.ts';
import { shownOf } from './shown.ts';

/** Results that are counted and can be leafed through. */
export const MOST_HITS = 1_000;

export interface FoundRow extends Showing {
  readonly body: string;
  readonly total: number;
}

/** The newest articles with all the keys, and with one of `within` where there are any. */
function withKeys(
  cx: Cx,
  keys: readonly string[],
  within: readonly string[],
  most: number,
): RawBuilder<unknown> {
  const year = Number(cx.clock.today().slice(0, 4));
  const recent = [year + 1, year, year - 1].map(markOf.year);
  const since = vietnamInstant(`${year - 1}-01-01`);
  return within.length === 0
    ? sql`showing_with(${[...keys]}::text[], ${recent}::text[], ${since}, ${most})`
    : sql`showing_within(${[...keys]}::text[], ${[...within]}::text[], ${recent}::text[], ${since}, ${most})`;
}

/**
 * Articles by what is looked for one after the other (`tiersOf`): of the first sort all, then those of the next.
 * `within`: one of these keys has to be there too. A sort that reaches the most that is counted ends the search: what would follow is on no page.
 */
export function foundBy(
  cx: Cx,
  tiers: readonly (readonly string[])[],
  page: { readonly limit: number; readonly offset: number; readonly within: readonly string[] },
): Promise<FoundRow[]> {
  const most = MOST_HITS;
  const found = (keys: readonly string[]) => withKeys(cx, keys, page.within, most);
  const name = (at: number) => sql.id(`t${at}`);
  const steps = tiers.map((keys, at) => {
    const earlier = tiers
      .slice(0, at)
      .map((_, before) => sql`(select count(*) from ${name(before)}) < ${most}`);
    const open = earlier.length === 0 ? sql`true` : sql.join(earlier, sql` and `);
    return sql`${name(at)} as materialized (
      select x.* from ${found(keys)} x where ${open})`;
  });
  const together = sql.join(
    tiers.map((_, at) => sql`select ${at}::integer as tier, * from ${name(at)}`),
    sql` union all `,
  );
  return all(
    cx.db,
    shownOf(
      cx,
      sql`with ${sql.join(steps)}
        select f.*, w.body from (select article_id, published_at, min(tier) as tier,
            least(count(*) over (), ${most})::integer as total
          from (${together}) every group by article_id, published_at
          order by min(tier), published_at desc, article_id desc limit ${page.limit} offset ${page.offset}) f
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
      : sql` union (select x.article_id, 2 as sort, x.published_at from ${withKeys(cx, keys, [], 200)} x
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
