import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import {
  type Admission,
  admission,
  editionByPid,
  isReviewing,
  readMarks,
  rubricOf,
} from '../../calls/index.ts';
import { judgeByToken, type OpenedJudge } from '../../councils/index.ts';
import { type Hold, taskByPid, taskOfChair, taskOfJudge } from '../queries/index.ts';
import { discussedIn, type SheetStanding } from '../rules/index.ts';
import type { OpenedTask, SheetEdition, Task } from '../schema/index.ts';

/** A task with its edition, phase and rubric; null where judges no longer judge in the phase. */
export function openedTask(task: Task, edition: SheetEdition): OpenedTask | null {
  const at = edition.content.phases.find(({ key }) => key === task.phase);
  const rubric = at === undefined ? null : rubricOf(edition.content, at);
  if (at === undefined || rubric === null) return null;
  return { ...task, working: readMarks(rubric, task.working), edition, at, rubric };
}

function needed(task: Task | null, edition: SheetEdition): OpenedTask {
  const opened = task === null ? null : openedTask(task, edition);
  if (opened === null) throw new NotFound('score_sheet');
  return opened;
}

/** A judge who agreed to serve. @throws NotFound, also for one who did not answer or declined */
export async function servingJudge(cx: Cx, token: string): Promise<OpenedJudge> {
  const judge = await judgeByToken(cx, token);
  if (judge.state !== 'accepted') throw new NotFound('judge');
  return judge;
}

/** The judge's own sheet, by the public id of the assignment. @throws NotFound */
export const ownTask = async (
  cx: Cx,
  judge: OpenedJudge,
  pid: string,
  how: Hold = 'read',
): Promise<OpenedTask> => needed(await taskOfJudge(cx, judge.id, pid, how), judge.edition);

/** A sheet in a council that the judge chairs. @throws NotFound */
export const chairedTask = async (
  cx: Cx,
  judge: OpenedJudge,
  pid: string,
  how: Hold = 'read',
): Promise<OpenedTask> => needed(await taskOfChair(cx, judge.id, pid, how), judge.edition);

/** A sheet that the actor's office may see. @throws NotFound */
export async function officeTask(cx: Cx, pid: string, how: Hold = 'read'): Promise<OpenedTask> {
  const task = await taskByPid(cx, pid, how);
  if (task === null) throw new NotFound('score_sheet');
  return needed(task, await editionByPid(cx, task.editionPid));
}

/** Whether the council discusses what was judged in a phase, at an instant. */
export function discussing({ content }: SheetEdition, phase: string, at: Date): Admission {
  const steps = content.phases.map((one) => ({
    key: one.key,
    reviews: isReviewing(one),
    phase: one,
  }));
  const phases = discussedIn(steps, phase).map((step) => step.phase);
  const chair = admission(phases, 'chair', 'discuss', at);
  return chair.ok ? chair : admission(phases, 'secretariat', 'discuss', at);
}

/** What decides on acts on a sheet, at an instant. */
export const standingOf = (task: OpenedTask, at: Date): SheetStanding => ({
  state: task.state,
  active: task.active,
  edition: task.edition.state,
  dossier: task.dossier.state,
  judging: admission([task.at], 'judge', 'judge', at),
  discussing: discussing(task.edition, task.phase, at),
});
