import { sql } from 'kysely';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { commentWrite } from '../policy.ts';
import { type SeenComment, seenComment, settingsOf, tracesOf } from '../queries/index.ts';
import {
  type CommentState,
  type Finding,
  scoreOf,
  searched,
  verdict,
  weigh,
  whyClosed,
} from '../rules/index.ts';
import { postInput, type SubjectRef } from '../schema/index.ts';
import { discussionFor, recount } from './discussion.ts';
import { authorHash, authorHashes, textHash } from './marks.ts';
import { subjectFor } from './subjects.ts';
import { orderTelling } from './telling.ts';

/** Type of the subject in the event log. */
export const type = 'comment';

type Input = z.output<typeof postInput>;

/** What a reader is told at once: it is to be seen, or somebody looks at it first. */
export interface Posted {
  readonly pid: string;
  readonly state: CommentState;
}

async function parentOf(cx: Cx, ref: SubjectRef, pid: string | null): Promise<SeenComment | null> {
  if (pid === null) return null;
  const found = await seenComment(cx.db, pid);
  const same = found?.subject.kind === ref.kind && found.subject.pid === ref.pid;
  if (found === null || !same) throw new NotFound('comment');
  return found;
}

async function load(cx: Cx, input: Input) {
  const ref = { kind: input.kind, pid: input.subject };
  const subject = await subjectFor(cx, ref);
  const { organisationId } = subject;
  const writer = { organisationId, name: input.name, email: input.email, reader: input.reader };
  return {
    ref,
    subject,
    writer,
    parent: await parentOf(cx, ref, input.parent),
    settings: await settingsOf(cx.db, organisationId),
    traces: await tracesOf(cx.db, {
      subject: ref,
      text: textHash(input.body),
      authors: authorHashes(cx, writer),
      now: cx.clock.now(),
    }),
  };
}

type Loaded = Awaited<ReturnType<typeof load>>;

function check({ settings, subject }: Loaded, _input: Input, cx: Cx): Issue[] {
  const { open, since } = subject;
  const closed = whyClosed(settings, { open, since: since ?? null }, cx.clock.today());
  return closed === null ? [] : [issue('', `comments_closed_${closed}`)];
}

/** A row of a comment, however it came. */
export interface NewComment {
  readonly discussionId: string;
  readonly parentId: string | null;
  readonly voice: 'reader' | 'author' | 'office';
  readonly name: string;
  readonly email: string | null;
  readonly body: string;
  readonly author: string | null;
  readonly state: CommentState;
  readonly findings: readonly Finding[];
  readonly postedAt: Date;
  readonly decidedBy?: string | null;
  readonly origin?: string | null;
  readonly originId?: string | null;
}

/** Writes a comment and counts its discussion anew; gives its ids. */
export async function insertComment(cx: Cx, of: NewComment): Promise<{ id: string; pid: string }> {
  const [id, pid, now] = [cx.ids.uuid(), cx.ids.pid(), cx.clock.now()];
  const decided = of.decidedBy ? now : null;
  await sql`insert into comment (id, pid, discussion_id, parent_id, voice, name, email, body, search,
      text_hash, author_hash, state, findings, score, posted_at, published_at, decided_at, decided_by,
      origin, origin_id)
    values (${id}, ${pid}, ${of.discussionId}, ${of.parentId}, ${of.voice}, ${of.name}, ${of.email},
      ${of.body}, ${searched(of.name, of.body)}, ${textHash(of.body)}, ${of.author},
      ${of.state}, ${JSON.stringify(of.findings)}::jsonb, ${scoreOf(of.findings)}, ${of.postedAt},
      ${of.state === 'published' ? of.postedAt : null}, ${decided}, ${of.decidedBy ?? null},
      ${of.origin ?? null}, ${of.originId ?? null})`.execute(cx.db);
  if (of.state === 'published') await recount(cx, of.discussionId);
  return { id, pid };
}

async function write(cx: Cx, loaded: Loaded, input: Input) {
  const { ref, subject, writer, parent, settings, traces } = loaded;
  const findings = weigh({
    name: input.name,
    text: input.body,
    trapped: input.trapped,
    words: settings.words,
    same: traces.same,
    recent: input.recent,
    known: traces.known,
  });
  const moderation = settings.comments === 'after' ? 'after' : 'before';
  const state = verdict(scoreOf(findings), moderation);
  const discussionId = await discussionFor(cx, ref, subject);
  const made = await insertComment(cx, {
    discussionId,
    parentId: parent?.root ?? null,
    voice: 'reader',
    name: input.name,
    email: input.email,
    body: input.body,
    author: authorHash(cx, writer),
    state,
    findings,
    postedAt: cx.clock.now(),
  });
  if (state === 'held') await orderTelling(cx, subject.organisationId, input.site);
  return { ...made, state };
}

/**
 * A reader writes under something that is published: it waits for somebody to look, shows at once where the site
 * says so and nothing speaks against it, or is put aside with what speaks against it. The same form sent twice is
 * one comment. Input: `postInput`.
 */
export const postComment = command({
  name: 'comment.post',
  input: postInput,
  permission: commentWrite,
  load,
  at: ({ subject }) => [subject.organisationId],
  check,
  run: async (cx, loaded, input) => {
    const { subject, traces } = loaded;
    const { organisationId, title } = subject;
    if (traces.again !== null) {
      const again = traces.again as Posted;
      const found = await seenId(cx, again.pid);
      return { result: again, subject: { type, id: found }, organisationId, changes: {} };
    }
    const { id, pid, state } = await write(cx, loaded, input);
    return {
      result: { pid, state } satisfies Posted as Posted,
      subject: { type, id },
      organisationId,
      // Who writes has no account: the log does not keep who it was, nor what was written.
      changes: { title: { new: title }, state: { new: state } },
    };
  },
});

async function seenId(cx: Cx, pid: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from comment where pid = ${pid}`.execute(
    cx.db,
  );
  return rows[0]!.id;
}
