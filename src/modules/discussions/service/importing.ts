import { sql } from 'kysely';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { commentModerate } from '../policy.ts';
import { importInput } from '../schema/index.ts';
import { discussionFor } from './discussion.ts';
import { authorHash } from './marks.ts';
import { insertComment, type } from './posting.ts';
import { subjectFor } from './subjects.ts';

type Input = z.output<typeof importInput>;

interface Brought {
  readonly pid: string;
  readonly state: 'added' | 'unchanged';
}

const originOf = (
  cx: Cx,
  { kind, subject, origin }: Pick<Input, 'kind' | 'subject' | 'origin'>,
  originId: string | null,
): Promise<{ pid: string; root: string } | null> =>
  originId === null
    ? Promise.resolve(null)
    : maybe(
        cx.db,
        sql<{ pid: string; root: string }>`select m.pid, coalesce(m.parent_id, m.id) as root
          from comment m join discussion d on d.id = m.discussion_id
          where d.subject_kind = ${kind} and d.subject_pid = ${subject} and m.origin = ${origin}
            and m.origin_id = ${originId}`,
      );

const bring = command({
  name: 'comment.import',
  input: importInput,
  permission: commentModerate,
  load: async (cx, input) => ({
    subject: await subjectFor(cx, { kind: input.kind, pid: input.subject }),
    parent: await originOf(cx, input, input.parent_origin_id),
  }),
  at: ({ subject }) => [subject.organisationId],
  check: ({ parent }, { parent_origin_id }): Issue[] =>
    parent_origin_id !== null && parent === null
      ? [issue('parent_origin_id', 'comment_parent_missing', { id: parent_origin_id })]
      : [],
  run: async (cx, { subject, parent }, input) => {
    const { organisationId } = subject;
    const ref = { kind: input.kind, pid: input.subject };
    const made = await insertComment(cx, {
      discussionId: await discussionFor(cx, ref, subject),
      parentId: parent?.root ?? null,
      voice: 'reader',
      name: input.name,
      email: input.email,
      body: input.body,
      author: authorHash(cx, {
        organisationId,
        name: input.name,
        email: input.email,
        reader: null,
      }),
      state: input.state,
      findings: [],
      postedAt: new Date(input.posted_at),
      origin: input.origin,
      originId: input.origin_id,
    });
    return {
      result: { pid: made.pid, state: 'added' } satisfies Brought as Brought,
      subject: { type, id: made.id },
      organisationId,
      changes: { state: { new: input.state }, origin: { new: input.origin } },
    };
  },
});

/**
 * Brings a comment in from elsewhere, with its day, what it answers and the id it had there; the second time nothing
 * is written. Nobody is written to. Input: `importInput`.
 */
export async function importComment(cx: Cx, raw: unknown): Promise<Outcome<Brought>> {
  const parsed = importInput.safeParse(raw);
  if (parsed.success) {
    const there = await originOf(cx, parsed.data, parsed.data.origin_id);
    if (there !== null) return { ok: true, value: { pid: there.pid, state: 'unchanged' } };
  }
  return execute(cx, bring, raw);
}
