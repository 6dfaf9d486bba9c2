import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { councilManage } from '../policy.ts';
import { judgeByPid } from '../queries/index.ts';
import { endJudgeInput, removeJudgeInput } from '../schema/index.ts';
import { aboutJudge, dropLink, vacate } from './shared.ts';

/** Ends a judge's part: link and seats are gone, what was judged stays. Input: `endJudgeInput`. */
export const endJudge = command({
  name: 'judge.end',
  input: endJudgeInput,
  permission: councilManage,
  load: (cx, { pid }) => judgeByPid(cx, pid, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  version: (judge) => judge.version,
  check: (judge): Issue[] =>
    judge.state === 'ended' ? [issue('', 'judge_state', { state: judge.state, act: 'end' })] : [],
  run: async (cx, judge, { reason }) => {
    await sql`update judge set state = 'ended', reason = ${reason}, version = version + 1
      where id = ${judge.id}`.execute(cx.db);
    await dropLink(cx, judge.id);
    const seats = await vacate(cx, judge.id);
    return {
      ...aboutJudge(judge),
      changes: {
        state: { old: judge.state, new: 'ended' },
        ...(seats.length === 0 ? {} : { seats: { old: seats, new: [] } }),
      },
      reason,
    };
  },
});

/** Takes somebody off the list who was never invited. Input: `removeJudgeInput`. */
export const removeJudge = command({
  name: 'judge.remove',
  input: removeJudgeInput,
  permission: councilManage,
  load: (cx, { pid }) => judgeByPid(cx, pid, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  version: (judge) => judge.version,
  check: (judge): Issue[] =>
    judge.invitedAt === null
      ? []
      : [issue('', 'judge_state', { state: judge.state, act: 'remove' })],
  run: async (cx, judge) => {
    await vacate(cx, judge.id);
    await sql`delete from judge where id = ${judge.id}`.execute(cx.db);
    return {
      ...aboutJudge(judge),
      changes: { name: { old: judge.name, new: null } },
    };
  },
});
