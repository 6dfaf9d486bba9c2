import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { type JudgeTasks, judgePath } from '../councils/index.ts';
import { resultApprove, resultManage } from './policy.ts';
import { ballotsOfJudge, openBallots, waitingAllocations } from './queries/index.ts';
import { ballotWords, voteWords } from './vi/ballots.ts';
import { prizeWords } from './vi/prizes.ts';

/** The secret ballots of a judge, as lines of the page that the link opens. */
export const judgeTasks: JudgeTasks = async (cx, judge, token) => {
  const ballots = await ballotsOfJudge(cx, judge.id);
  const { task } = voteWords;
  return ballots.map((ballot) => {
    const done =
      ballot.state === 'closed' ||
      ballot.how === 'paper' ||
      ballot.voters.some(({ judgeId, voted }) => judgeId === judge.id && voted);
    return {
      phase: ballot.phase,
      title: ballot.subject,
      detail: ballot.state === 'closed' ? task.closed : task.detail,
      due: null,
      href: judgePath(token, `bieu-quyet/${ballot.pid}`),
      verb: ballot.state === 'closed' ? task.look : done ? task.done : task.verb,
      done,
    };
  });
};

/** Ballots that are open, and prizes that wait for approval or publication. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const lines: ToDo[] = [];
  if (await may(cx, resultManage, organisationId))
    for (const { edition, many } of await openBallots(cx, organisationId))
      lines.push({
        ...ballotWords.desk(many),
        due: null,
        href: office(code, `hoi-thi/${edition}/ket-qua/bieu-quyet`),
      });
  if (await may(cx, resultApprove, organisationId))
    for (const { edition, name, state } of await waitingAllocations(cx, organisationId))
      lines.push({
        ...prizeWords.desk(name, state),
        due: null,
        href: office(code, `hoi-thi/${edition}/ket-qua/giai`),
      });
  return lines;
}
