import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { commentRead } from '../policy.ts';
import type { CommentState } from '../rules/index.ts';
import type { Comment, QueueFigures, Report } from '../schema/index.ts';

const columns = sql`m.id, m.pid, d.organisation_id as "organisationId", o.code as organisation,
  d.id as "discussionId", jsonb_build_object('kind', d.subject_kind, 'pid', d.subject_pid,
    'title', d.title, 'href', d.href) as subject,
  case when p.id is null then null else jsonb_build_object('pid', p.pid, 'name', p.name,
    'body', left(p.body, 300)) end as parent,
  m.voice, m.name, m.email, m.body, m.state, m.findings, m.score, m.reason, m.posted_at as "postedAt",
  m.published_at as "publishedAt", m.decided_at as "decidedAt", m.decided_by as "decidedBy", m.likes,
  m.reports, m.origin, m.version`;

const from = sql`from comment m join discussion d on d.id = m.discussion_id
  join organisation o on o.id = d.organisation_id left join comment p on p.id = m.parent_id`;

const seen = (cx: Cx): RawBuilder<boolean> => visible(cx, commentRead, sql`d.organisation_id`);

/** A comment that the actor's office may see. @throws NotFound */
export async function commentByPid(cx: Cx, pid: string, held = false): Promise<Comment> {
  const found = await maybe(
    cx.db,
    sql<Comment>`select ${columns} ${from} where m.pid = ${pid} and ${seen(cx)}
      ${held ? sql`for update of m` : sql``}`,
  );
  if (found === null) throw new NotFound('comment');
  return found;
}

/** What the queue shows: what waits, what was reported, or one state. */
export const queueViews = ['held', 'reported', 'published', 'refused', 'hidden', 'all'] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueFilter {
  readonly organisation: string | null;
  readonly view: QueueView;
  readonly q?: string;
  readonly subject?: string | null;
}

const views: Readonly<Record<QueueView, RawBuilder<unknown>>> = {
  held: sql`m.state = 'held'`,
  reported: sql`m.reports > 0`,
  published: sql`m.state = 'published'`,
  refused: sql`m.state = 'refused'`,
  hidden: sql`m.state = 'hidden'`,
  all: sql`true`,
};

const matching = (cx: Cx, { organisation, view, q, subject }: QueueFilter): RawBuilder<unknown> =>
  allOf([
    seen(cx),
    views[view],
    ...(organisation === null ? [] : [sql`d.organisation_id = ${organisation}`]),
    ...(subject ? [sql`d.subject_pid = ${subject}`] : []),
    ...searchWords(q ?? '').map((word) => sql`m.search like ${`%${word}%`}`),
  ]);

/** One page of the queue: what waits longest first, everything else the newest first. Two queries. */
export async function listQueue(
  cx: Cx,
  of: QueueFilter & { readonly page: number; readonly size: number },
): Promise<{ rows: Comment[]; total: number }> {
  const where = matching(cx, of);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${from} where ${where}`,
  );
  const order = of.view === 'held' ? sql`m.posted_at, m.id` : sql`m.posted_at desc, m.id desc`;
  const rows = await all(
    cx.db,
    sql<Comment>`select ${columns} ${from} where ${where}
      order by ${order} limit ${of.size} offset ${(of.page - 1) * of.size}`,
  );
  return { rows, total };
}

/** What comments of an organisation are about, by its pid; null when nothing of that pid was talked about there. */
export const queueSubject = (
  cx: Cx,
  organisation: string,
  pid: string,
): Promise<{ readonly title: string } | null> =>
  maybe(
    cx.db,
    sql`select d.title from discussion d where d.organisation_id = ${organisation}
      and d.subject_pid = ${pid} and ${seen(cx)} limit 1`,
  );

/** How many comments of an organisation, or on one of its subjects, stand where: one query. */
export function queueFigures(
  cx: Cx,
  organisation: string,
  subject: string | null = null,
): Promise<QueueFigures> {
  const of = (state: CommentState) => sql`count(*) filter (where m.state = ${state})::integer`;
  return one(
    cx.db,
    sql<QueueFigures>`select ${of('held')} as held, ${of('published')} as published,
        ${of('refused')} as refused, ${of('hidden')} as hidden,
        count(*) filter (where m.reports > 0)::integer as reported,
        min(m.posted_at) filter (where m.state = 'held') as since
      from comment m join discussion d on d.id = m.discussion_id
      where d.organisation_id = ${organisation} and ${seen(cx)}
        and ${subject === null ? sql`true` : sql`d.subject_pid = ${subject}`}`,
  );
}

/** Who reported a comment for what, the newest first; never by whom. */
export const reportsOf = (
  db: Db,
  commentIds: readonly string[],
): Promise<(Report & { commentId: string })[]> =>
  all(
    db,
    sql<Report & { commentId: string }>`select comment_id as "commentId", cause, note, at,
        settled_at as "settledAt" from comment_report
      where comment_id = any(${[...commentIds]}::uuid[]) order by at desc, id limit 1000`,
  );

/** How many wait at an organisation, whoever asks: for the letter to its moderators. */
export function waitingAt(
  db: Db,
  organisation: string,
): Promise<{ readonly held: number; readonly reported: number; readonly feedback: number }> {
  return one(
    db,
    sql<{ held: number; reported: number; feedback: number }>`select
      (select count(*)::integer from comment m join discussion d on d.id = m.discussion_id
        where d.organisation_id = ${organisation} and m.state = 'held') as held,
      (select count(*)::integer from comment m join discussion d on d.id = m.discussion_id
        where d.organisation_id = ${organisation} and m.reports > 0) as reported,
      (select count(*)::integer from feedback f where f.organisation_id = ${organisation}
        and f.state = 'new' and not f.suspect) as feedback`,
  );
}

/** The comments of an organisation for a workbook, a part at a time, the oldest first. */
export const commentsAfter = (
  cx: Cx,
  organisation: string,
  after: string | null,
  size: number,
): Promise<Comment[]> =>
  all(
    cx.db,
    sql<Comment>`select ${columns} ${from}
      where d.organisation_id = ${organisation} and ${seen(cx)}
        and (${after}::uuid is null or m.id > ${after}::uuid)
      order by m.id limit ${size}`,
  );
