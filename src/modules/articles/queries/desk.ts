import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import type { ArticleKind } from '../rules/index.ts';

export interface Desk {
  readonly submitted: number;
  readonly edited: number;
  readonly approved: number;
  readonly failed: number;
  /** Given back to the one who asks. */
  readonly returned: number;
}

/** What waits at an organisation: one query. */
export function deskOf(cx: Cx, organisationId: string): Promise<Desk> {
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  return one(
    cx.db,
    sql<Desk>`select count(*) filter (where state = 'submitted')::integer as submitted,
        count(*) filter (where state = 'edited')::integer as edited,
        count(*) filter (where state = 'approved')::integer as approved,
        count(*) filter (where schedule_failed is not null)::integer as failed,
        count(*) filter (where state = 'returned' and created_by = ${account}::uuid)::integer as returned
      from article where organisation_id = ${organisationId} and deleted_at is null
        and state in ('submitted', 'edited', 'approved', 'scheduled', 'returned')`,
  );
}

/** What is due to be published or taken off: ids of articles, the longest due first. */
export async function dueArticles(
  cx: Cx,
): Promise<{ readonly pid: string; readonly act: 'publish' | 'withdraw' }[]> {
  const now = cx.clock.now();
  return all(
    cx.db,
    sql<{ pid: string; act: 'publish' | 'withdraw' }>`
      (select pid, 'publish' as act from article
        where scheduled_at <= ${now} and schedule_failed is null and deleted_at is null
        order by scheduled_at limit 200)
      union all
      (select pid, 'withdraw' from article
        where withdraw_at <= ${now} and live_version is not null and deleted_at is null
        order by withdraw_at limit 200)`,
  );
}

/** The tags that an organisation uses, the most used first; those that begin so, when words are given. */
export async function tagsLike(
  db: Db,
  organisationId: string,
  slug: string,
  many: number,
): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ name: string }>`select (array_agg(name order by name))[1] as name from article_tag
      where organisation_id = ${organisationId} and not live
        and (${slug} = '' or slug like ${`${slug}%`} or slug like ${`%-${slug}%`})
      group by slug order by count(*) desc, slug limit ${many}`,
  );
  return rows.map(({ name }) => name);
}

export interface Showing {
  readonly media: string;
  readonly pid: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly code: string;
}

/** The articles that show media: one query. */
export const articlesShowing = (db: Db, media: readonly string[]): Promise<Showing[]> =>
  all(
    db,
    sql<Showing>`select distinct x.medium as media, a.pid, a.kind, a.title, o.code
      from article_media x join article a on a.id = x.article_id join organisation o on o.id = a.organisation_id
      where x.medium = any(${[...media]}::text[]) and a.deleted_at is null order by 1, 4, 2`,
  );
