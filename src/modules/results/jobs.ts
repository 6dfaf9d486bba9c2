import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { type JudgeTasks, judgePath } from '../councils/index.ts';
import { resultApprove } from './policy.ts';
import { waitingAllocations } from './queries/index.ts';
import { headedPhases } from './service/index.ts';
import { pageWords } from './vi/pages.ts';
import { prizeWords } from './vi/prizes.ts';

/** Prizes that wait for approval or publication. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, resultApprove, organisationId))) return [];
  return (await waitingAllocations(cx, organisationId)).map(({ edition, name, state }) => ({
    ...prizeWords.desk(name, state),
    due: null,
    href: office(code, `hoi-thi/${edition}/ket-qua/giai`),
  }));
}

/** How the points of each phase that ended were calibrated, for those who head a council in it. */
export const judgeTasks: JudgeTasks = async (cx, judge, token) =>
  (await headedPhases(cx, judge)).map(({ phase }) => ({
    phase: phase.key,
    title: pageWords.judgesTask.title(phase.name),
    detail: pageWords.judgesTask.detail,
    due: null,
    href: judgePath(token, `muc-cham/${phase.key}`),
    verb: pageWords.judgesTask.verb,
    done: true,
  }));
