import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { fileHeaders, filesOf } from '../../../../platform/files.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ReopenForm, SheetShown } from '../../pages/office/sheet.tsx';
import { reopeningsOf, versionsOfSheets } from '../../queries/index.ts';
import { refusalOf } from '../../rules/index.ts';
import type { OpenedTask } from '../../schema/index.ts';
import { partySight, readSheet, reopenSheet, sheetFiles, standingOf } from '../../service/index.ts';
import { officeWords } from '../../vi/index.ts';
import {
  base,
  crumbsOf,
  issueWords,
  judgeNameOf,
  managedTask,
  moment,
  numberOf,
  pathOf,
  sheetPathOf,
  taskOf,
} from './shared.ts';

const words = officeWords.sheet;

/** One sheet with all that was signed on it; opening it again. */
export function sheetDoors(app: Hono<Env>): void {
  app.get(`${base}/phieu/:assignment`, sheetPage);
  app.get(`${base}/phieu/:assignment/tep/:file`, sendScan);
  app.get(`${base}/phieu/:assignment/mo-lai`, async (c) =>
    reopenPage(c, await managedTask(c), freshForm()),
  );
  app.post(`${base}/phieu/:assignment/mo-lai`, reopen);
}

/** The dossier of a sheet, in its phase. */
export const dossierPathOf = (
  c: WebContext,
  task: OpenedTask,
  said: Readonly<Record<string, string>> = {},
): string =>
  pathOf(c, task.edition, `ho-so/${task.dossier.pid}`, { 'giai-doan': task.phase, ...said });

export const sheetCrumbs = (c: WebContext, task: OpenedTask, label: string) =>
  crumbsOf(
    c,
    task.edition,
    { label: task.at.name, href: pathOf(c, task.edition, '', { 'giai-doan': task.phase }) },
    { label: numberOf(task), href: dossierPathOf(c, task) },
    { label },
  );

const seen = (c: WebContext, task: OpenedTask): boolean =>
  partySight(c.var.cx, task.edition, task.at, 'secretariat').others;

async function sheetPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const task = await taskOf(c);
  const versions = (await versionsOfSheets(cx.db, [task.id])).get(task.id) ?? [];
  const scans = (await filesOf(cx.db, sheetFiles, [task.id])).get(task.id) ?? [];
  const shown = seen(c, task);
  const title = words.title(judgeNameOf(task), numberOf(task));
  return shell.office(c, {
    title,
    lead: task.dossier.title,
    crumbs: sheetCrumbs(c, task, judgeNameOf(task)),
    body: (
      <SheetShown
        hidden={!shown}
        versions={
          shown
            ? versions.toReversed().map((one) => {
                const { rubric, marks } = readSheet(one.frozen);
                return {
                  title: words.version(one.number, one.round),
                  standing: one.number === task.signed ? standingName(task) : null,
                  paper: one.reason === null ? null : words.paper(one.reason),
                  signed: moment(one.signedAt),
                  sha256: one.sha256,
                  rubric,
                  marks,
                };
              })
            : []
        }
        scans={
          shown
            ? scans.map(({ pid, name }) => ({ name, href: sheetPathOf(c, task, `tep/${pid}`) }))
            : []
        }
        reopenings={(await reopeningsOf(cx.db, [task.id])).map((one) => ({
          when: moment(one.at),
          title: words.reopening(one.number, words.by[one.by]),
          reason: one.reason,
        }))}
      />
    ),
  });
}

const standingName = ({ barred, outdated }: OpenedTask): string =>
  barred ? words.barred : outdated ? words.outdated : words.holds;

/** A scan of a sheet on paper. @throws NotFound, also where points are kept from the office */
async function sendScan(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const task = await taskOf(c);
  const scans = (await filesOf(cx.db, sheetFiles, [task.id])).get(task.id) ?? [];
  const found = scans.find(({ pid }) => pid === c.req.param('file'));
  if (found === undefined || !seen(c, task)) throw new NotFound('file');
  const body = Readable.toWeb(await c.var.services.files.open(found.sha256)) as ReadableStream;
  return c.body(body, 200, { ...fileHeaders(found), 'Cache-Control': 'private, no-store' });
}

async function reopenPage(c: WebContext, task: OpenedTask, state: FormView): Promise<Response> {
  const refusal = refusalOf('reopen', standingOf(task, c.var.cx.clock.now()));
  if (refusal !== null && state.summary.length === 0) throw new NotFound('score_sheet');
  const bad = state.summary.length > 0;
  const { title } = officeWords.reopen;
  return c.var.shell.office(c, {
    title,
    crumbs: sheetCrumbs(c, task, title),
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <ReopenForm
        question={officeWords.reopen.question(judgeNameOf(task))}
        action={sheetPathOf(c, task, 'mo-lai')}
        keepHref={dossierPathOf(c, task)}
        version={task.version}
        state={state}
      />
    ),
  });
}

async function reopen(c: WebContext): Promise<Response> {
  const task = await managedTask(c);
  const { values } = await formOf(c);
  const { reason, version } = values;
  const labels = { reason: officeWords.reopen.reason };
  try {
    const sent = { pid: task.pid, reason, version };
    const outcome = await execute(c.var.cx, reopenSheet, sent);
    if (!outcome.ok)
      return await reopenPage(c, task, returnedForm(values, outcome.issues, issueWords, labels));
    return c.redirect(dossierPathOf(c, task, { 'da-mo-lai': '1' }), 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const issues = [{ path: '', code: 'changed_meanwhile' }];
    const again = await managedTask(c);
    return reopenPage(c, again, returnedForm(values, issues, issueWords, labels));
  }
}
