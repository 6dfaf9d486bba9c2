import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { type JudgeTasks, judgePath } from '../councils/index.ts';
import { resultManage } from './policy.ts';
import { ballotsOfJudge, openBallots } from './queries/index.ts';
import { ballotWords, voteWords } from './vi/ballots.ts';

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

/** Ballots that are open. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, resultManage, organisationId))) return [];
  return (await openBallots(cx, organisationId)).map(({ edition, many }) => ({
    ...ballotWords.desk(many),
    due: null,
    href: office(code, `hoi-thi/${edition}/ket-qua/bieu-quyet`),
  }));
}
