import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { bulletinRead } from '../policy.ts';
import type { Bulletin, BulletinArticle } from '../schema.ts';

const columns = sql`b.id, b.pid, b.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.name, o.code) as "organisationName", b.year, b.number, b.title, b.editorial, b.imprint,
  b.cover, b.state, b.published_at as "publishedAt", b.sent_at as "sentAt", b.letters, b.version,
  b.created_at as "createdAt", b.deleted_at as "deletedAt"`;

const from = (today: Day) => sql`from bulletin b
  join organisation o on o.id = b.organisation_id ${nameOn(sql`o.id`, today)}`;

/** An issue that the actor may see in the office, a deleted one too; null when there is none. */
export function findBulletin(cx: Cx, pid: string): Promise<Bulletin | null> {
  return maybe(
    cx.db,
    sql<Bulletin>`select ${columns} ${from(cx.clock.today())}
      where b.pid = ${pid} and ${visible(cx, bulletinRead, sql`b.organisation_id`)}`,
  );
}

/** As `findBulletin`, without deleted ones. @throws NotFound */
export async function liveBulletin(cx: Cx, pid: string): Promise<Bulletin> {
  const bulletin = await findBulletin(cx, pid);
  if (bulletin === null || bulletin.deletedAt !== null) throw new NotFound('bulletin');
  return bulletin;
}

/** An issue by its inner id, for the job that sends it. */
export function bulletinById(cx: Cx, id: string): Promise<Bulletin | null> {
  return maybe(
    cx.db,
    sql<Bulletin>`select ${columns} ${from(cx.clock.today())}
      where b.id = ${id} and b.deleted_at is null`,
  );
}

/** A published issue of a site. @throws NotFound */
export async function publicBulletin(
  cx: Cx,
  organisationId: string,
  pid: string,
): Promise<Bulletin> {
  const found = await maybe(
    cx.db,
    sql<Bulletin>`select ${columns} ${from(cx.clock.today())}
      where b.pid = ${pid} and b.organisation_id = ${organisationId}
        and b.state = 'published' and b.deleted_at is null`,
  );
  if (found === null) throw new NotFound('bulletin');
  return found;
}

export interface BulletinList {
  readonly organisationId: string;
  /** Only what everybody may see. */
  readonly published: boolean;
  readonly page: number;
  readonly size: number;
}

export interface ListedBulletin extends Bulletin {
  readonly articles: number;
}

/** Issues of one organisation, the newest first, and how many there are: two queries. */
export async function listBulletins(
  cx: Cx,
  { organisationId, published, page, size }: BulletinList,
): Promise<{ rows: ListedBulletin[]; total: number }> {
  const where = sql`b.organisation_id = ${organisationId} and b.deleted_at is null
    ${published ? sql`and b.state = 'published'` : sql``}`;
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from bulletin b where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<ListedBulletin>`select ${columns}, (select count(*)::integer from bulletin_article a
        where a.bulletin_id = b.id) as articles
      ${from(cx.clock.today())} where ${where}
      order by b.year desc, b.number desc, b.pid limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows, total };
}

/** The articles of an issue in their order. */
export function articlesOf(db: Db, bulletinId: string): Promise<BulletinArticle[]> {
  return all(
    db,
    sql<BulletinArticle>`select a.id, a.pid, coalesce(i.title, s.title, a.title) as title,
        s.article_id is not null as open, s.slug
      from bulletin_article i join article a on a.id = i.article_id
      left join showing_article s on s.article_id = a.id
      where i.bulletin_id = ${bulletinId} order by i.position`,
  );
}

/** An article of the organisation that the public may read; null when there is none. */
export function openArticle(
  db: Db,
  organisationId: string,
  pid: string,
): Promise<{ id: string } | null> {
  return maybe(
    db,
    sql<{ id: string }>`select article_id as id from showing_article
      where pid = ${pid} and organisation_id = ${organisationId} and kind <> 'page'`,
  );
}

/** Articles that could go into an issue: readable, not in it, the newest first; by words of the title. */
export function candidates(
  db: Db,
  { id, organisationId }: Pick<Bulletin, 'id' | 'organisationId'>,
  folded: string,
  most: number,
): Promise<{ pid: string; title: string; publishedAt: Date }[]> {
  return all(
    db,
    sql<{ pid: string; title: string; publishedAt: Date }>`select s.pid, s.title,
        s.published_at as "publishedAt"
      from showing_article s
      where s.organisation_id = ${organisationId} and s.kind <> 'page'
        and (${folded} = '' or position(${folded} in s.title_search) > 0)
        and not exists (select from bulletin_article i
          where i.bulletin_id = ${id} and i.article_id = s.article_id)
      order by s.published_at desc, s.article_id limit ${most}`,
  );
}

/** The number that follows the last one of the year; 1 for the first. */
export async function nextNumber(db: Db, organisationId: string, year: number): Promise<number> {
  const { next } = await one(
    db,
    sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from bulletin
      where organisation_id = ${organisationId} and year = ${year} and deleted_at is null`,
  );
  return next;
}

/** Whether another issue of the union has this number. */
export async function numberTaken(
  db: Db,
  organisationId: string,
  { year, number }: { readonly year: number; readonly number: number },
  except: string | null,
): Promise<boolean> {
  const found = await maybe(
    db,
    sql<{ id: string }>`select id from bulletin where organisation_id = ${organisationId}
      and year = ${year} and number = ${number} and deleted_at is null
      and id is distinct from ${except}::uuid`,
  );
  return found !== null;
}
