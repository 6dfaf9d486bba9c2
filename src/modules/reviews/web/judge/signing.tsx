import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { checkMarks, readMarks, scoreOf } from '../../../calls/index.ts';
import { judgePage } from '../../../councils/index.ts';
import { type ReadySheet, SignAllPage, SignPage } from '../../pages/judge/signing.tsx';
import type { Task } from '../../schema/index.ts';
import { judgeSight, refusals, signSheet } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import {
  numberOf,
  type OpenedPhase,
  type OpenedSheet,
  ownSheets,
  phaseOf,
  phasePath,
  sheetOf,
  sheetPath,
  titleIn,
  told,
} from './shared.ts';

const words = judgeWords.sign;
const all = judgeWords.signAll;

/** Signing one sheet after a last look, and all that are complete. */
export function signingDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/phieu/:assignment/ky', async (c) => page(c, await sheetOf(c)));
  app.post('/giam-khao/:token/phieu/:assignment/ky', sign);
  app.get('/giam-khao/:token/cham/:phase/ky', async (c) => allPage(c, await phaseOf(c)));
  app.post('/giam-khao/:token/cham/:phase/ky', signAll);
}

/** What keeps a sheet from being signed as it was saved. */
const missing = (c: WebContext, { task }: OpenedSheet): boolean =>
  refusals(c.var.cx, 'sign', task).length > 0 || checkMarks(task.rubric, task.working).length > 0;

async function page(
  c: WebContext,
  opened: OpenedSheet,
  issues: readonly Issue[] = [],
): Promise<Response> {
  const { token, judge, task } = opened;
  // What cannot be signed is looked at on its own page, which says why.
  if (missing(c, opened) && issues.length === 0)
    return c.redirect(`${sheetPath(token, task)}?thieu=1`, 303);
  return judgePage(c, judge, token, {
    title: words.title(numberOf(task)),
    crumbs: [
      { label: task.at.name, href: phasePath(token, task.phase) },
      { label: numberOf(task), href: sheetPath(token, task) },
      { label: words.verb },
    ],
    ...(issues.length === 0 ? {} : { error: true, status: 422 }),
    body: (
      <SignPage
        title={words.title(numberOf(task))}
        name={titleIn(task.edition, opened.sight, task.dossier.title)}
        action={sheetPath(token, task, 'ky')}
        backHref={sheetPath(token, task)}
        version={task.version}
        dossier={task.dossier.submitted}
        rubric={task.rubric}
        marks={task.working}
        refused={issues.length === 0 ? null : told(issues)}
      />
    ),
  });
}

async function sign(c: WebContext): Promise<Response> {
  const opened = await sheetOf(c);
  const { token, task } = opened;
  const { values } = await formOf(c);
  try {
    const outcome = await execute(c.var.cx, signSheet, {
      token,
      assignment: task.pid,
      version: values.version,
      dossier: values.dossier,
      received: c.var.received,
    });
    if (outcome.ok) return c.redirect(`${sheetPath(token, task)}?da-ky=1`, 303);
    return await page(c, await sheetOf(c), outcome.issues);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = await sheetOf(c);
    // Pressed twice: it is signed.
    if (now.task.state === 'signed') return c.redirect(`${sheetPath(token, task)}?da-ky=1`, 303);
    return page(c, now, [{ path: '', code: 'sheet_changed' }]);
  }
}

/** The judge's sheets that are complete and not signed. */
async function readySheets(c: WebContext, opened: OpenedPhase): Promise<readonly Task[]> {
  const { judge, phase, rubric } = opened;
  return (await ownSheets(c, judge, phase)).filter(
    ({ state, version, working }) =>
      state !== 'signed' &&
      version > 0 &&
      checkMarks(rubric, readMarks(rubric, working)).length === 0,
  );
}

interface Unsigned {
  readonly number: string;
  readonly why: string;
}

async function allPage(
  c: WebContext,
  opened: OpenedPhase,
  failed: { readonly done: number; readonly left: readonly Unsigned[] } | null = null,
): Promise<Response> {
  const { token, judge, phase, rubric } = opened;
  const ready = await readySheets(c, opened);
  const about = { edition: judge.edition, phase, own: null, chairs: false };
  const sight = judgeSight(c.var.cx, about);
  const rowOf = (task: Task): ReadySheet => {
    const score = scoreOf(rubric, readMarks(rubric, task.working));
    return {
      value: `${task.pid}:${task.version}:${task.dossier.submitted}`,
      number: numberOf(task),
      title: titleIn(judge.edition, sight, task.dossier.title),
      href: sheetPath(token, task),
      points: judgeWords.points(score.points),
      failed: score.failed,
    };
  };
  return judgePage(c, judge, token, {
    title: all.title,
    crumbs: [{ label: phase.name, href: phasePath(token, phase.key) }, { label: all.title }],
    ...(failed === null ? {} : { error: true, status: 422 }),
    body: (
      <SignAllPage
        action={phasePath(token, phase.key, 'ky')}
        backHref={phasePath(token, phase.key)}
        rows={ready.map(rowOf)}
        failed={failed}
      />
    ),
  });
}

async function signAll(c: WebContext): Promise<Response> {
  const opened = await phaseOf(c);
  const { token, judge, phase } = opened;
  const { lists } = await formOf(c);
  const chosen = lists.ky ?? [];
  const tasks = new Map((await ownSheets(c, judge, phase)).map((task) => [task.pid, task]));
  const left: Unsigned[] = [];
  let done = 0;
  for (const one of chosen) {
    const [pid = '', version, dossier] = one.split(':');
    const task = tasks.get(pid);
    if (task === undefined) continue;
    const why = await signOne(c, { token, assignment: pid, version, dossier });
    if (why === null) done += 1;
    else left.push({ number: numberOf(task), why });
  }
  if (chosen.length === 0) left.push({ number: '', why: all.nothing });
  if (left.length > 0) return allPage(c, opened, { done, left });
  return c.redirect(`${phasePath(token, phase.key)}?da-ky=1`, 303);
}

/** Null when it was signed, else why not. */
async function signOne(c: WebContext, sent: object): Promise<string | null> {
  try {
    const outcome = await execute(c.var.cx, signSheet, { ...sent, received: c.var.received });
    if (outcome.ok) return null;
    return outcome.issues.some(({ path }) => path !== '') ? all.incomplete : told(outcome.issues);
  } catch (error) {
    if (error instanceof Conflict) return all.changed;
    throw error;
  }
}
