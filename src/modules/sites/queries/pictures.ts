import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';

/** True for a picture of this organisation's library that the public may see. */
export async function isOwnPicture(db: Db, organisationId: string, pid: string): Promise<boolean> {
  const row = await maybe(
    db,
    sql`select from medium where pid = ${pid} and organisation_id = ${organisationId}
      and kind = 'picture' and public and deleted_at is null`,
  );
  return row !== null;
}

/** Where sites use these media: as emblem or in a banner. */
export function siteUses(
  db: Db,
  pids: readonly string[],
): Promise<
  { media: string; what: 'emblem' | 'banner'; title: string; code: string; pid: string }[]
> {
  return all(
    db,
    sql<{ media: string; what: 'emblem' | 'banner'; title: string; code: string; pid: string }>`
      select s.emblem as media, 'emblem' as what, coalesce(s.name, o.code) as title, o.code, '' as pid
        from site s join organisation o on o.id = s.organisation_id
        where s.emblem = any(${[...pids]}::text[])
      union all
      select b.picture, 'banner', b.title, o.code, b.pid
        from site_banner b join organisation o on o.id = b.organisation_id
        where b.picture = any(${[...pids]}::text[]) and b.deleted_at is null`,
  );
}

/** The public pages and articles that a menu may lead to, by title; the newest when there are many. */
export function menuPages(
  db: Db,
  organisationId: string,
  most: number,
): Promise<{ value: string; label: string; kind: string }[]> {
  return all(
    db,
    sql<{
      value: string;
      label: string;
      kind: string;
    }>`select pid as value, title as label, kind from article
      where organisation_id = ${organisationId} and deleted_at is null and live_version is not null
      order by kind = 'page' desc, published_at desc, pid limit ${most}`,
  );
}
