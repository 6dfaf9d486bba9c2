import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { OpenedJudge } from '../../councils/index.ts';
import { reviewJudge } from '../policy.ts';
import { commentInput, type OpenedTask } from '../schema/index.ts';
import { about } from './freezing.ts';
import { chairedTask, ownTask, servingJudge, standingOf } from './opening.ts';

/** The judge's own sheet, or one in a council that they chair. @throws NotFound */
export async function taskToDiscuss(
  cx: Cx,
  judge: OpenedJudge,
  pid: string,
): Promise<{ readonly task: OpenedTask; readonly own: boolean }> {
  try {
    return { task: await ownTask(cx, judge, pid), own: true };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { task: await chairedTask(cx, judge, pid), own: false };
  }
}

/** Whether the council may say something about the dossier of a sheet now. */
export function mayDiscuss(cx: Cx, task: OpenedTask): boolean {
  const { edition, active, discussing, state } = standingOf(task, cx.clock.now());
  return edition === 'open' && active && (discussing.ok || state === 'reopened');
}

/** Says something about a dossier to the other members of the council. Input: `commentInput`. */
export const sayInCouncil = command({
  name: 'review.comment',
  input: commentInput,
  permission: reviewJudge,
  load: async (cx, { token, assignment }) => {
    const judge = await servingJudge(cx, token);
    return { judge, ...(await taskToDiscuss(cx, judge, assignment)) };
  },
  at: ({ task }) => [task.edition.organisation.id],
  check: ({ task }, _sent, cx): Issue[] =>
    mayDiscuss(cx, task) ? [] : [issue('', 'review_not_discussed')],
  run: async (cx, { task, judge }, { text }) => {
    const pid = cx.ids.pid();
    await sql`insert into review_comment (id, pid, council_id, phase, dossier_id, judge_id, text, at)
      values (${cx.ids.uuid()}, ${pid}, ${task.council.id}, ${task.phase}, ${task.dossier.id},
        ${judge.id}, ${text}, ${cx.clock.now()})`.execute(cx.db);
    // What was said is the council's: the log only tells that something was.
    return { ...about(task), result: { pid }, changes: { comment: { new: pid } } };
  },
});
