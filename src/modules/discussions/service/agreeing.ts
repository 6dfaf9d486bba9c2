import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { commentWrite } from '../policy.ts';
import { type SeenComment, seenComment } from '../queries/index.ts';
import { likeInput, reportInput } from '../schema/index.ts';
import { readerHash } from './marks.ts';
import { type } from './posting.ts';
import { orderTelling } from './telling.ts';

async function load(cx: Cx, { pid }: { readonly pid: string }): Promise<SeenComment> {
  const found = await seenComment(cx.db, pid, true);
  if (found === null) throw new NotFound('comment');
  return found;
}

const done = ({ id, pid, organisationId, likes }: SeenComment, by: number) => ({
  result: { pid, likes: likes + by },
  subject: { type, id },
  organisationId,
  // Who agrees is in no log.
  changes: by === 0 ? {} : { likes: { old: likes, new: likes + by } },
});

const counted = (cx: Cx, id: string, by: number) =>
  sql`update comment set likes = likes + ${by} where id = ${id}`.execute(cx.db);

/** A reader agrees; saying it twice changes nothing. Input: `likeInput`. */
export const likeComment = command({
  name: 'comment.like',
  input: likeInput,
  permission: commentWrite,
  seen: 'soon',
  load,
  at: ({ organisationId }) => [organisationId],
  run: async (cx, comment, { reader }) => {
    const { rows } = await sql`insert into comment_like (comment_id, reader, at)
      values (${comment.id}, ${readerHash(reader, comment.id)}, ${cx.clock.now()})
      on conflict do nothing returning comment_id`.execute(cx.db);
    if (rows.length > 0) await counted(cx, comment.id, 1);
    return done(comment, rows.length);
  },
});

/** The reader takes that back. */
export const unlikeComment = command({
  name: 'comment.unlike',
  input: likeInput,
  permission: commentWrite,
  seen: 'soon',
  load,
  at: ({ organisationId }) => [organisationId],
  run: async (cx, comment, { reader }) => {
    const { rows } = await sql`delete from comment_like where comment_id = ${comment.id}
      and reader = ${readerHash(reader, comment.id)} returning comment_id`.execute(cx.db);
    if (rows.length > 0) await counted(cx, comment.id, -1);
    return done(comment, -rows.length);
  },
});

/** A reader thinks that a comment should not be there: it stays until somebody has looked. Input: `reportInput`. */
export const reportComment = command({
  name: 'comment.report',
  input: reportInput,
  permission: commentWrite,
  seen: 'soon',
  load,
  at: ({ organisationId }) => [organisationId],
  run: async (cx, comment, { cause, note, trapped, site }) => {
    const now = cx.clock.now();
    await sql`insert into comment_report (id, comment_id, cause, note, at, settled_at)
      values (${cx.ids.uuid()}, ${comment.id}, ${cause}, ${note}, ${now},
        ${trapped ? now : null})`.execute(cx.db);
    if (!trapped) {
      await sql`update comment set reports = reports + 1 where id = ${comment.id}`.execute(cx.db);
      await orderTelling(cx, comment.organisationId, site);
    }
    return {
      result: { pid: comment.pid },
      subject: { type, id: comment.id },
      organisationId: comment.organisationId,
      changes: { cause: { new: cause } },
    };
  },
});
