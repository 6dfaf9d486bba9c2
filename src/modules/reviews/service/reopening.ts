import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { reviewJudge, reviewManage } from '../policy.ts';
import { roundAfter } from '../rules/index.ts';
import { type OpenedTask, reopenByLink, reopenInput } from '../schema/index.ts';
import { about } from './freezing.ts';
import { chairedTask, officeTask, servingJudge, standingOf } from './opening.ts';
import { refusals } from './writing.ts';

async function reopen(cx: Cx, task: OpenedTask, by: 'chair' | 'secretariat', reason: string) {
  const now = cx.clock.now();
  const round = roundAfter(task.round, standingOf(task, now));
  await sql`update score_sheet set state = 'reopened', round = ${round}, version = version + 1
    where assignment_id = ${task.id}`.execute(cx.db);
  await sql`insert into score_reopening (id, assignment_id, number, round, by_party, reason, at)
    values (${cx.ids.uuid()}, ${task.id}, ${task.signed}, ${round}, ${by}, ${reason}, ${now})`.execute(
    cx.db,
  );
  return {
    ...about(task),
    result: { pid: task.pid, version: task.version + 1, round },
    changes: {
      state: { old: task.state, new: 'reopened' },
      round: { old: task.round, new: round },
    },
    reason,
  };
}

/**
 * Opens a signed sheet again, to be mended or judged anew after a discussion; what was signed stays.
 * Input: `reopenInput`.
 */
export const reopenSheet = command({
  name: 'sheet.reopen',
  input: reopenInput,
  permission: reviewManage,
  load: (cx, { pid }) => officeTask(cx, pid, 'held'),
  at: (task) => [task.edition.organisation.id],
  version: (task) => task.version,
  check: (task, _sent, cx) => refusals(cx, 'reopen', task),
  run: (cx, task, { reason }) => reopen(cx, task, 'secretariat', reason),
});

/** The same by the chair of the council. Input: `reopenByLink`. */
export const reopenAsChair = command({
  name: 'sheet.reopen_as_chair',
  input: reopenByLink,
  permission: reviewJudge,
  load: async (cx, { token, assignment }) =>
    chairedTask(cx, await servingJudge(cx, token), assignment, 'held'),
  at: (task) => [task.edition.organisation.id],
  version: (task) => task.version,
  check: (task, _sent, cx) => refusals(cx, 'reopen', task),
  run: (cx, task, { reason }) => reopen(cx, task, 'chair', reason),
});
