import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { articleRead } from '../policy.ts';
import { sampleRules } from '../rules/index.ts';
import type {
  Article,
  ListedVersion,
  StoredRules,
  Transition,
  Typing,
  Version,
} from '../schema/index.ts';

/** Columns of `ListedArticle`. */
export const columns = sql`a.id, a.pid, a.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.name, o.code) as "organisationName", a.kind, a.state, a.newest, a.title, a.language, s.name as section,
  a.live_version as "liveVersion", a.last_live as "lastLive", a.slug, a.published_at as "publishedAt",
  a.updated_at as "updatedAt", a.scheduled_at as "scheduledAt", a.schedule_failed as "scheduleFailed",
  a.withdraw_at as "withdrawAt", a.pinned, a.comments, a.origin, a.origin_id as "originId", a.version,
  a.created_at as "createdAt", a.created_by as "createdBy", a.created_name as "createdName",
  a.changed_at as "changedAt", v.by_name as "changedName", a.deleted_at as "deletedAt",
  coalesce((select string_agg(x.name, ', ' order by x.position) from article_author x
    where x.article_id = a.id and not x.live), '') as authors`;

export const from = (today: Day) => sql`from article a
  join organisation o on o.id = a.organisation_id ${nameOn(sql`o.id`, today)}
  join article_version v on v.article_id = a.id and v.number = a.newest
  left join section s on s.id = a.section_id`;

const seen = (cx: Cx) => visible(cx, articleRead, sql`a.organisation_id`);

/** An article that the actor may see, a deleted one too; 'held': nobody else changes it until the end. */
export function findArticle(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Article | null> {
  return maybe(
    cx.db,
    sql<Article>`select ${columns}, v.content ${from(cx.clock.today())}
      where a.pid = ${pid} and ${seen(cx)} ${how === 'held' ? sql`for update of a` : sql``}`,
  );
}

/** As `findArticle`, without deleted ones. @throws NotFound */
export async function liveArticle(
  cx: Cx,
  pid: string,
  how: 'read' | 'held' = 'read',
): Promise<Article> {
  const article = await findArticle(cx, pid, how);
  if (article === null || article.deletedAt !== null) throw new NotFound('article');
  return article;
}

/** The article that came from elsewhere under this id; deleted ones too. */
export function articleOfOrigin(
  db: Db,
  organisationId: string,
  origin: string,
  originId: string,
): Promise<{ readonly id: string; readonly pid: string; readonly deletedAt: Date | null } | null> {
  return maybe(
    db,
    sql<{
      id: string;
      pid: string;
      deletedAt: Date | null;
    }>`select id, pid, deleted_at as "deletedAt"
      from article where organisation_id = ${organisationId} and origin = ${origin} and origin_id = ${originId}`,
  );
}

/** Every save, the newest first. */
export const versionsOf = (db: Db, id: string): Promise<ListedVersion[]> =>
  all(
    db,
    sql<ListedVersion>`select number, at, by_name as "byName", restores, content->>'title' as title
      from article_version where article_id = ${id} order by number desc`,
  );

/** @throws NotFound */
export async function versionNumbered(db: Db, id: string, number: number): Promise<Version> {
  const found = await maybe(
    db,
    sql<Version>`select number, content, at, by_name as "byName", restores from article_version
      where article_id = ${id} and number = ${number}`,
  );
  if (found === null) throw new NotFound('version');
  return found;
}

/** Who did what with it, in its order. */
export const transitionsOf = (db: Db, id: string): Promise<Transition[]> =>
  all(
    db,
    sql<Transition>`select position, act, state, version, at, by_name as "byName", by_id is null as machine, reason,
        due_at as "dueAt"
      from article_transition where article_id = ${id} order by position`,
  );

/** What an office asks of its articles; the sample as long as it has set nothing. */
export async function rulesOf(db: Db, organisationId: string): Promise<StoredRules> {
  const found = await maybe(
    db,
    sql<StoredRules>`select editing, approval, own, version from article_rules
      where organisation_id = ${organisationId}`,
  );
  return found ?? { ...sampleRules, version: 0 };
}

/** What the actor typed and has not saved; null article: a new one of the organisation. */
export async function typingOf(
  cx: Cx,
  organisationId: string,
  articleId: string | null,
): Promise<Typing | null> {
  if (cx.actor.kind !== 'account') return null;
  return maybe(
    cx.db,
    sql<Typing>`select typed, base, at from article_typing where account_id = ${cx.actor.accountId}
      and organisation_id = ${organisationId} and article_id is not distinct from ${articleId}::uuid`,
  );
}

/** Whoever else has something typed at an article and has not saved it: since when, most lately. */
export async function othersTyping(
  cx: Cx,
  articleId: string,
): Promise<{ readonly at: Date; readonly name: string } | null> {
  if (cx.actor.kind !== 'account') return null;
  return maybe(
    cx.db,
    sql<{ at: Date; name: string }>`select t.at, t.typed->>'_who' as name from article_typing t
      where t.article_id = ${articleId} and t.account_id <> ${cx.actor.accountId}
        and t.at > ${cx.clock.now()}::timestamptz - interval '1 day'
      order by t.at desc limit 1`,
  );
}
