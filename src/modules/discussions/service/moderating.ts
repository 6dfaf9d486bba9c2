import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import type { Actor } from '../../../platform/policy.ts';
import { commentModerate } from '../policy.ts';
import { calledOf, commentByPid } from '../queries/index.ts';
import { type CommentAct, needsReason, oneLine, stateAfter } from '../rules/index.ts';
import { actInput, approveInput, type Comment, replyInput } from '../schema/index.ts';
import { recount } from './discussion.ts';
import { insertComment, type } from './posting.ts';

/** Who did it, for the office's own eyes. */
export const labelOf = (actor: Actor): string => ('label' in actor ? actor.label : '');

interface Change {
  readonly act: CommentAct;
  readonly reason: string | null;
  readonly byAuthor?: boolean;
}

async function apply(cx: Cx, comment: Comment, { act, reason, byAuthor }: Change) {
  const state = stateAfter(act, comment)!;
  const now = cx.clock.now();
  const voice = byAuthor === true ? 'author' : comment.voice;
  // What is approved or found to be fine is known to be so: its reports are settled, as when it is hidden.
  const settles = act !== 'refuse' && comment.reports > 0;
  await sql`update comment set state = ${state}, voice = ${voice},
      reason = ${act === 'keep' ? comment.reason : reason}, decided_at = ${now},
      decided_by = ${labelOf(cx.actor)},
      published_at = case when ${state} = 'published' then coalesce(published_at, posted_at)
        else published_at end,
      reports = ${settles ? 0 : comment.reports}, version = version + 1
    where id = ${comment.id}`.execute(cx.db);
  if (settles)
    await sql`update comment_report set settled_at = ${now}
      where comment_id = ${comment.id} and settled_at is null`.execute(cx.db);
  await recount(cx, comment.discussionId);
  return {
    result: { pid: comment.pid, state },
    subject: { type, id: comment.id },
    organisationId: comment.organisationId,
    changes: {
      state: { old: comment.state, new: state },
      ...(voice === comment.voice ? {} : { voice: { old: comment.voice, new: voice } }),
      ...(settles ? { reports: { old: comment.reports, new: 0 } } : {}),
    },
    reason,
  };
}

function checkAct(act: CommentAct, comment: Comment, reason: string | null): Issue[] {
  if (stateAfter(act, comment) === null)
    return [issue('', 'comment_not_so', { state: comment.state })];
  return needsReason(act) && reason === null ? [issue('reason', 'required')] : [];
}

type Act = Command<typeof actInput, Comment, { pid: string; state: string }>;

const act = (name: Exclude<CommentAct, 'approve'>): Act =>
  command({
    name: `comment.${name}`,
    input: actInput,
    permission: commentModerate,
    load: (cx, { pid }) => commentByPid(cx, pid, true),
    at: ({ organisationId }) => [organisationId],
    version: ({ version }) => version,
    check: (comment, { reason }) => checkAct(name, comment, reason),
    run: (cx, comment, { reason }) => apply(cx, comment, { act: name, reason }),
  });

/** Puts aside what waits; it is kept for 30 days. Input: `actInput`. */
export const refuseComment = act('refuse');
/** Takes back what everybody saw, with the reason. */
export const hideComment = act('hide');
/** Shows again what was hidden. */
export const restoreComment = act('restore');
/** Finds that a reported comment is fine. */
export const keepComment = act('keep');

/** Publishes what waits or was refused; `by_author`: its writer is the author of what is talked about. */
export const approveComment = command({
  name: 'comment.approve',
  input: approveInput,
  permission: commentModerate,
  load: (cx, { pid }) => commentByPid(cx, pid, true),
  at: ({ organisationId }) => [organisationId],
  version: ({ version }) => version,
  check: (comment) => checkAct('approve', comment, null),
  run: (cx, comment, { by_author, reason }) =>
    apply(cx, comment, { act: 'approve', reason, byAuthor: by_author }),
});

/**
 * The organisation answers a comment in its own name, or passes on what the author of the subject answers. Shows at
 * once; what it answers is published with it where it still waits. Input: `replyInput`.
 */
export const replyComment = command({
  name: 'comment.reply',
  input: replyInput,
  permission: commentModerate,
  load: async (cx, { pid }) => {
    const comment = await commentByPid(cx, pid, true);
    return {
      comment,
      called: await calledOf(cx.db, comment.organisationId, cx.clock.today()),
    };
  },
  at: ({ comment }) => [comment.organisationId],
  check: ({ comment }): Issue[] =>
    comment.state === 'published' || comment.state === 'held'
      ? []
      : [issue('', 'comment_not_so', { state: comment.state })],
  run: async (cx, { comment, called }, { voice, name, body }) => {
    if (comment.state === 'held') await apply(cx, comment, { act: 'approve', reason: null });
    const root = await rootOf(cx, comment);
    const made = await insertComment(cx, {
      discussionId: comment.discussionId,
      parentId: root,
      voice,
      name: voice === 'author' ? oneLine(name ?? '') : called.shortName,
      email: null,
      body,
      author: null,
      state: 'published',
      findings: [],
      postedAt: cx.clock.now(),
      decidedBy: labelOf(cx.actor),
    });
    return {
      result: { pid: made.pid },
      subject: { type, id: made.id },
      organisationId: comment.organisationId,
      changes: { voice: { new: voice }, state: { new: 'published' } },
    };
  },
});

async function rootOf(cx: Cx, { id }: Comment): Promise<string> {
  const { rows } = await sql<{ root: string }>`select coalesce(parent_id, id) as root from comment
    where id = ${id}`.execute(cx.db);
  return rows[0]!.root;
}
