import { type RawBuilder, sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { CommentOrder } from '../rules/index.ts';
import type { PublicComment, SubjectRef, Thread } from '../schema/index.ts';

/** A page of what is said about something, with how many there are in all. */
export interface CommentPage {
  readonly threads: readonly Thread[];
  /** First comments, and all of them with their answers. */
  readonly total: number;
  readonly comments: number;
}

export interface CommentQuestion {
  readonly order: CommentOrder;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** Hash of the reader at a comment, by the comment's id; left out: nobody's likes are told. */
  readonly readerAt?: ((id: string) => Buffer) | undefined;
}

type Row = Omit<PublicComment, 'liked'>;

const columns = sql`m.id, m.pid, m.voice, m.name, m.body, m.posted_at as "postedAt", m.likes,
  m.parent_id as "parentId"`;

const orders: Readonly<Record<CommentOrder, RawBuilder<unknown>>> = {
  newest: sql`m.posted_at desc, m.id desc`,
  agreed: sql`m.likes desc, m.posted_at desc, m.id desc`,
};

const nothing: CommentPage = { threads: [], total: 0, comments: 0 };

/** What everybody sees of a discussion: five queries at most, however many comments there are. */
export async function commentsOf(
  db: Db,
  { kind, pid }: SubjectRef,
  { order, page, size, readerAt }: CommentQuestion,
): Promise<CommentPage> {
  const found = await maybe(
    db,
    sql<{ id: string; comments: number; total: number }>`select d.id, d.comments,
        (select count(*)::integer from comment m where m.discussion_id = d.id
          and m.state = 'published' and m.parent_id is null) as total
      from discussion d where d.subject_kind = ${kind} and d.subject_pid = ${pid}`,
  );
  if (found === null || found.total === 0) return nothing;
  const first = await all(
    db,
    sql<Row>`select ${columns} from comment m
      where m.discussion_id = ${found.id} and m.state = 'published' and m.parent_id is null
      order by ${orders[order]} limit ${size} offset ${(page - 1) * size}`,
  );
  const replies = await all(
    db,
    sql<Row>`select ${columns} from comment m
      where m.parent_id = any(${first.map(({ id }) => id)}::uuid[]) and m.state = 'published'
      order by m.posted_at, m.id`,
  );
  const liked = readerAt === undefined ? null : await likedBy(db, [...first, ...replies], readerAt);
  const told = (row: Row): PublicComment => ({ ...row, liked: liked?.has(row.id) ?? false });
  const under = Map.groupBy(replies, ({ parentId }) => parentId);
  return {
    threads: first.map((row) => ({
      ...told(row),
      replies: (under.get(row.id) ?? []).map(told),
    })),
    total: found.total,
    comments: found.comments,
  };
}

async function likedBy(
  db: Db,
  rows: readonly Row[],
  readerAt: (id: string) => Buffer,
): Promise<Set<string>> {
  const found = await all(
    db,
    sql<{ id: string }>`select l.comment_id as id from comment_like l
      join unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ id }) => readerAt(id))}::bytea[])
        as asked (comment_id, reader) on asked.comment_id = l.comment_id and asked.reader = l.reader`,
  );
  return new Set(found.map(({ id }) => id));
}

/** A comment that everybody sees, and what it is about; `root` is the first comment of its thread. */
export interface SeenComment {
  readonly id: string;
  readonly pid: string;
  readonly root: string;
  readonly name: string;
  readonly body: string;
  readonly likes: number;
  readonly discussionId: string;
  readonly organisationId: string;
  readonly subject: SubjectRef;
  readonly href: string;
}

/** A published comment, also under a published one; null where the public does not see it. */
export function seenComment(db: Db, pid: string, held = false): Promise<SeenComment | null> {
  return maybe(
    db,
    sql<SeenComment>`select m.id, m.pid, coalesce(m.parent_id, m.id) as root, m.name, m.body, m.likes,
        d.id as "discussionId", d.organisation_id as "organisationId",
        jsonb_build_object('kind', d.subject_kind, 'pid', d.subject_pid) as subject, d.href
      from comment m join discussion d on d.id = m.discussion_id
      where m.pid = ${pid} and m.state = 'published' and (m.parent_id is null
        or exists (select from comment p where p.id = m.parent_id and p.state = 'published'))
      ${held ? sql`for update of m` : sql``}`,
  );
}

/** How many comments the public sees of each subject; those without any are left out. */
export async function commentCounts(
  db: Db,
  kind: string,
  pids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await all(
    db,
    sql<{ pid: string; comments: number }>`select subject_pid as pid, comments from discussion
      where subject_kind = ${kind} and subject_pid = any(${[...pids]}::text[])`,
  );
  return new Map(rows.map(({ pid, comments }) => [pid, comments]));
}

/** What the machine asks about a text before it weighs it. */
export interface Traces {
  /** The same text of others within a day. */
  readonly same: number;
  /** Something of this name was published at the organisation. */
  readonly known: boolean;
  /** The same of the same writer, sent within the hour about the same: a form sent twice. */
  readonly again: { readonly pid: string; readonly state: string } | null;
}

export async function tracesOf(
  db: Db,
  of: {
    readonly subject: SubjectRef;
    readonly text: Buffer;
    readonly authors: readonly string[];
    readonly now: Date;
  },
): Promise<Traces> {
  const hours = (many: number): Date => new Date(of.now.getTime() - many * 3_600_000);
  const authors = sql`any(${[...of.authors]}::text[])`;
  const found = await maybe(
    db,
    sql<Traces>`select
      (select count(*)::integer from comment m where m.text_hash = ${of.text}
        and m.posted_at > ${hours(24)} and (m.author_hash is null or m.author_hash <> all(${[
          ...of.authors,
        ]}::text[]))) as same,
      exists (select from comment m where m.author_hash = ${authors}
        and m.state = 'published') as known,
      (select jsonb_build_object('pid', m.pid, 'state', m.state) from comment m
        join discussion d on d.id = m.discussion_id
        where m.text_hash = ${of.text} and m.author_hash = ${authors}
          and m.posted_at > ${hours(1)} and d.subject_kind = ${of.subject.kind}
          and d.subject_pid = ${of.subject.pid}
        order by m.posted_at desc limit 1) as again`,
  );
  return found ?? { same: 0, known: false, again: null };
}
