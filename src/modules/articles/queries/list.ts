import { type RawBuilder, sql } from 'kysely';
import { vietnamInstant } from '../../../kernel/clock.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import {
  allOf,
  directionOf,
  pageRows,
  type RecordFilter,
  type RecordOrder,
  recordConditions,
} from '../../../platform/records/list-query.ts';
import { articleRead } from '../policy.ts';
import type { ArticleKind, ArticleLanguage, ArticleState } from '../rules/index.ts';
import type { ListedArticle } from '../schema/index.ts';
import { columns, from } from './find.ts';

/** The tabs of the list: what waits for whom. */
export const groups = {
  writing: ['draft', 'returned'],
  editing: ['submitted'],
  approving: ['edited'],
  waiting: ['approved', 'scheduled'],
  public: null,
} as const satisfies Record<string, readonly ArticleState[] | null>;
export type ArticleGroup = keyof typeof groups;
export const articleGroups = Object.keys(groups) as readonly ArticleGroup[];

export interface ArticleFilter extends RecordFilter {
  readonly group?: ArticleGroup | null;
  readonly state?: ArticleState | null;
  readonly kind?: ArticleKind | null;
  readonly language?: ArticleLanguage | null;
  /** pid: in this section or one below it. */
  readonly section?: string | null;
  /** Words of an author's name, or of whoever began it. */
  readonly author?: string | null;
  /** Slug of a tag. */
  readonly tag?: string | null;
  /** Days of the last change, both inclusive. */
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** Only those whose publishing failed. */
  readonly failed?: boolean;
}

export const articleSorts = ['changed', 'published', 'title'] as const;
export type ArticleSort = (typeof articleSorts)[number];
export type ArticleList = ArticleFilter & RecordOrder<ArticleSort>;

function matching(cx: Cx, filter: ArticleFilter, grouped = true): RawBuilder<unknown> {
  const parts = recordConditions(cx, articleRead, filter, 'a');
  const { state, kind, language, section, author, tag, group } = filter;
  if (grouped && group) parts.push(inGroup(group));
  if (state) parts.push(sql`a.state = ${state}`);
  if (kind) parts.push(sql`a.kind = ${kind}`);
  if (language) parts.push(sql`a.language = ${language}`);
  if (section)
    parts.push(sql`a.id in (select x.article_id from article_section x join section t on t.id = x.section_id
      left join section p on p.id = t.parent_id where not x.live and (t.pid = ${section} or p.pid = ${section}))`);
  if (author) parts.push(byAuthor(author));
  if (tag)
    parts.push(
      sql`a.id in (select x.article_id from article_tag x where not x.live and x.slug = ${tag})`,
    );
  if (filter.from) parts.push(sql`a.changed_at >= ${vietnamInstant(filter.from)}`);
  if (filter.to) parts.push(sql`a.changed_at < ${vietnamInstant(addDays(filter.to, 1))}`);
  if (filter.failed) parts.push(sql`a.schedule_failed is not null`);
  return allOf(parts);
}

const inGroup = (group: ArticleGroup): RawBuilder<unknown> => {
  const states = groups[group];
  return states === null
    ? sql`a.live_version is not null`
    : sql`a.state = any(${[...states]}::text[])`;
};

const byAuthor = (folded: string): RawBuilder<unknown> => {
  const like = `%${folded}%`;
  return sql`a.id in (select x.article_id from article_author x where not x.live and x.search like ${like})`;
};

function order(list: ArticleList): RawBuilder<unknown> {
  const direction = directionOf(list);
  if (list.sort === 'title') return sql`a.title ${direction}, a.pid`;
  return list.sort === 'published'
    ? sql`a.published_at ${direction} nulls last, a.pid`
    : sql`a.changed_at ${direction}, a.pid`;
}

const joined = sql`from article a join organisation o on o.id = a.organisation_id`;

/** One page of a list and how many there are in all: two queries, whatever the number of rows. */
export async function listArticles(
  cx: Cx,
  list: ArticleList,
): Promise<{ rows: ListedArticle[]; total: number }> {
  const total = await countArticles(cx, list);
  const rows = await all(
    cx.db,
    sql<ListedArticle>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
      order by ${order(list)} ${pageRows(list)}`,
  );
  return { rows, total };
}

export async function countArticles(cx: Cx, filter: ArticleFilter): Promise<number> {
  const { total } = await one(
    cx.db,
    sql<{
      total: number;
    }>`select count(*)::integer as total ${joined} where ${matching(cx, filter)}`,
  );
  return total;
}

export type GroupCounts = Readonly<Record<ArticleGroup | 'all', number>>;

/** How many of what the filter leaves stand in each group, whichever is open: one query. */
export function countGroups(cx: Cx, filter: ArticleFilter): Promise<GroupCounts> {
  const counts = articleGroups.map(
    (group) => sql`count(*) filter (where ${inGroup(group)})::integer as ${sql.id(group)}`,
  );
  return one(
    cx.db,
    sql<GroupCounts>`select count(*)::integer as "all", ${sql.join(counts)} ${joined}
      where ${matching(cx, filter, false)}`,
  );
}

/** All rows of a list, for a workbook; at most so many. */
export function articleRows(cx: Cx, filter: ArticleFilter, most: number): Promise<ListedArticle[]> {
  return all(
    cx.db,
    sql<ListedArticle>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, filter)}
      order by a.changed_at desc, a.pid limit ${most}`,
  );
}
