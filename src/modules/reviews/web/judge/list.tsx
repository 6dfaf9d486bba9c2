import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { checkMarks, type Phase, readMarks, scoreOf, timingOf } from '../../../calls/index.ts';
import { judgePage } from '../../../councils/index.ts';
import { type ListedTask, TaskList } from '../../pages/judge/list.tsx';
import { chairedPhase } from '../../queries/index.ts';
import { progressOf } from '../../rules/index.ts';
import type { Task } from '../../schema/index.ts';
import { judgeSight } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import {
  fieldNameOf,
  numberOf,
  type OpenedPhase,
  ownSheets,
  phaseOf,
  phasePath,
  sheetPath,
  titleIn,
} from './shared.ts';

const words = judgeWords.list;

/** What is to be judged in a phase. */
export function listDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/cham/:phase', listPage);
}

async function listPage(c: WebContext): Promise<Response> {
  const opened = await phaseOf(c);
  const { token, judge, phase, rubric } = opened;
  const { cx } = c.var;
  const tasks = await ownSheets(c, judge, phase);
  const progress = progressOf(tasks);
  const chairs = await chairedPhase(cx, judge.id, phase.key);
  const about = { edition: judge.edition, phase, own: null, chairs: false };
  const sight = judgeSight(cx, about);
  const open = timingOf(phase, cx.clock.now()) === 'open';
  const ready = tasks.filter(
    (task) =>
      task.state !== 'signed' &&
      task.version > 0 &&
      checkMarks(rubric, readMarks(rubric, task.working)).length === 0,
  );
  const next = tasks.find(({ state }) => state !== 'signed') ?? null;
  const said = saidIn(c, { 'da-ky': words.said.signed, 'da-tu-choi': words.said.recused });
  return judgePage(c, judge, token, {
    title: phase.name,
    crumbs: [{ label: phase.name }],
    body: (
      <TaskList
        title={phase.name}
        said={said ?? null}
        lead={leadOf(cx.clock.now(), phase, sight.authors)}
        progress={progress}
        kept={!sight.dossiers}
        rows={tasks.map((task) => listed(opened, task, sight))}
        next={
          next === null || !open
            ? null
            : {
                href: sheetPath(token, next),
                label:
                  progress.signed + progress.begun === 0 ? words.first : words.next(numberOf(next)),
              }
        }
        compareHref={
          progress.signed + progress.begun === 0 ? null : phasePath(token, phase.key, 'so-sanh')
        }
        signAll={
          ready.length === 0 || !open
            ? null
            : { href: phasePath(token, phase.key, 'ky'), many: ready.length }
        }
        councilHref={chairs ? phasePath(token, phase.key, 'hoi-dong') : null}
      />
    ),
  });
}

function leadOf(now: Date, phase: Phase, authors: boolean): readonly string[] {
  const timing = timingOf(phase, now);
  const time = {
    unset: words.noEnd,
    before: words.from(phase.opens ?? ''),
    open: phase.closes === null ? words.noEnd : words.until(phase.closes),
    closed: words.over(phase.closes ?? ''),
  }[timing];
  return [time, ...(authors ? [] : [words.blind])];
}

function listed(
  { token, judge, rubric }: OpenedPhase,
  task: Task,
  sight: ReturnType<typeof judgeSight>,
): ListedTask {
  return {
    number: numberOf(task),
    href: sheetPath(token, task),
    title: titleIn(judge.edition, sight, task.dossier.title),
    field: fieldNameOf(judge.edition, task.dossier.field),
    state: task.state,
    points: pointsText(task, sight.own, rubric),
  };
}

/** What a list tells of a judge's own points. */
function pointsText(task: Task, own: boolean, rubric: OpenedPhase['rubric']): string {
  if (task.state === 'signed')
    return own && task.points !== null ? judgeWords.points(task.points) : words.hiddenPoints;
  if (task.version === 0) return '';
  return judgeWords.points(scoreOf(rubric, readMarks(rubric, task.working)).points);
}
