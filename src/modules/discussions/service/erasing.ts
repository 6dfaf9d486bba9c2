import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { commentModerate } from '../policy.ts';
import { commentByPid } from '../queries/index.ts';
import { searched } from '../rules/index.ts';
import { eraseInput } from '../schema/index.ts';
import { forgottenWords } from '../vi/index.ts';
import { textHash } from './marks.ts';
import { type } from './posting.ts';

/**
 * Who wrote asks to be forgotten: name, address and marks go, with `text` the words too, of this comment and of every
 * other one that the same address or the same mark tells to be of the same writer here. It cannot be taken back,
 * and no event has what was there. Answers stay. Input: `eraseInput`.
 */
export const eraseWriter = command({
  name: 'comment.erase',
  input: eraseInput,
  permission: commentModerate,
  load: (cx, { pid }) => commentByPid(cx, pid, true),
  at: ({ organisationId }) => [organisationId],
  version: ({ version }) => version,
  run: async (cx, comment, { text }) => {
    const { name, body } = forgottenWords;
    const rows = await all<{ id: string; body: string }>(
      cx.db,
      sql`select m.id, m.body from comment m join discussion d on d.id = m.discussion_id,
          (select email, author_hash from comment where id = ${comment.id}) own
        where m.id = ${comment.id} or d.organisation_id = ${comment.organisationId}
          and (lower(m.email) = lower(own.email) or m.author_hash = own.author_hash)
        order by m.id for update of m`,
    );
    const after = rows.map((row) => ({ id: row.id, body: text ? body : row.body }));
    await sql`update comment m set name = ${name}, email = null, author_hash = null, body = n.body,
        search = n.search, text_hash = n.hash, version = version + 1
      from unnest(${after.map(({ id }) => id)}::uuid[], ${after.map((one) => one.body)}::text[],
        ${after.map((one) => searched(name, one.body))}::text[],
        ${after.map((one) => textHash(one.body))}::bytea[]) as n (id, body, search, hash)
      where m.id = n.id`.execute(cx.db);
    return {
      result: { pid: comment.pid, comments: rows.length },
      subject: { type, id: comment.id },
      organisationId: comment.organisationId,
      changes: { erased: { new: rows.length }, ...(text ? { text: { new: true } } : {}) },
    };
  },
});
