import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';

/** An edition whose result everybody may see. */
export interface PublishedResult {
  readonly pid: string;
  readonly code: string;
  readonly name: string;
  readonly publishedAt: Date;
}

/** Results that an organisation published, the latest first. */
export const publishedResults = (
  db: Db,
  organisationId: string,
  limit: number,
): Promise<PublishedResult[]> =>
  all(
    db,
    sql<PublishedResult>`select e.pid, e.code, e.content->>'name' as name, a.published_at as "publishedAt"
      from edition e join lateral (select published_at from allocation
        where edition_id = e.id and state = 'published' order by published_at desc limit 1) a on true
      where e.organisation_id = ${organisationId} and e.deleted_at is null
      order by a.published_at desc, e.pid limit ${limit}`,
  );

/** When anything that a site shows of its articles was last changed; null: it has none. */
export const articlesChanged = (
  db: Db,
  organisationId: string,
): Promise<{ readonly total: number; readonly changedAt: Date } | null> =>
  maybe(
    db,
    sql<{
      total: number;
      changedAt: Date;
    }>`select count(*)::integer as total, max(updated_at) as "changedAt"
      from showing_article where organisation_id = ${organisationId} having count(*) > 0`,
  );
