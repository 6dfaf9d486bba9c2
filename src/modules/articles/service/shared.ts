import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import type { ArticleState } from '../rules/index.ts';
import type { Article, Transition } from '../schema/index.ts';

/** Type of the subject in the event log. */
export const type = 'article';

/** Told to later modules, in the same transaction, when what the public may read of an article is another. */
export const ARTICLE_CHANGED = 'article.changed';

export const accountOf = (cx: Cx): string | null =>
  cx.actor.kind === 'account' ? cx.actor.accountId : null;
export const nameOf = (cx: Cx): string =>
  cx.actor.kind === 'anonymous' ? 'anonymous' : cx.actor.label;

interface Taken {
  readonly act: Transition['act'];
  readonly state: ArticleState;
  /** The version that is newest. */
  readonly version: number;
  readonly reason?: string | null;
  readonly dueAt?: Date | null;
}

/** Notes a step of an article; it is held meanwhile, so its steps follow each other. */
export async function note(cx: Cx, id: string, taken: Taken): Promise<void> {
  await sql`insert into article_transition (article_id, position, act, state, version, at, by_id, by_name, reason,
      due_at)
    select ${id}, coalesce(max(position), 0) + 1, ${taken.act}, ${taken.state}, ${taken.version}::integer,
      ${cx.clock.now()}::timestamptz, ${accountOf(cx)}::uuid, ${nameOf(cx)}, ${taken.reason ?? null}::text,
      ${taken.dueAt ?? null}::timestamptz
    from article_transition where article_id = ${id}`.execute(cx.db);
}

/**
 * Tells that what the public reads of an article is another now, and with it of those that say the same in another
 * language: they lead to each other.
 */
export async function tellChanged(
  cx: Cx,
  { id, organisationId }: Pick<Article, 'id' | 'organisationId'>,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select t.id from article a join article t
      on t.id = coalesce(a.translation_of, a.id) or t.translation_of = coalesce(a.translation_of, a.id)
    where a.id = ${id} and t.id <> a.id and t.live_version is not null order by t.id`.execute(
    cx.db,
  );
  for (const subjectId of [id, ...rows.map((row) => row.id)])
    await cx.emit(cx, { name: ARTICLE_CHANGED, subjectId, organisationId });
}

/** What a command gives back and what the log says of it. */
export const doneWith = (
  article: Pick<Article, 'id' | 'pid' | 'organisationId'>,
  changes: Readonly<Record<string, { old?: unknown; new?: unknown }>>,
  reason?: string | null,
) => ({
  result: { pid: article.pid },
  subject: { type, id: article.id },
  organisationId: article.organisationId,
  changes,
  ...(reason === undefined ? {} : { reason }),
});
