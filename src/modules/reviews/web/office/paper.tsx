import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { saveFile } from '../../../../platform/files.ts';
import { type FormBody, formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { type Marks, readMarks, sentMarks } from '../../../calls/index.ts';
import { PaperForm } from '../../pages/office/paper.tsx';
import { refusalOf } from '../../rules/index.ts';
import type { OpenedTask } from '../../schema/index.ts';
import { paperSheet, standingOf } from '../../service/index.ts';
import { officeWords } from '../../vi/index.ts';
import { base, judgeNameOf, managedTask, numberOf, sheetPathOf, told } from './shared.ts';
import { dossierPathOf, sheetCrumbs } from './sheet.tsx';

const words = officeWords.paper;
const largestScan = 20_000_000;

/** Typing in a sheet that its judge signed on paper. */
export function paperDoors(app: Hono<Env>): void {
  app.get(`${base}/phieu/:assignment/nhap-giay`, async (c) => page(c, await managedTask(c)));
  app.post(`${base}/phieu/:assignment/nhap-giay`, post);
}

interface Returned {
  readonly marks: Marks;
  readonly reason: string;
  readonly issues: readonly Issue[];
}

async function page(
  c: WebContext,
  task: OpenedTask,
  back: Returned | null = null,
): Promise<Response> {
  const refusal = refusalOf('paper', standingOf(task, c.var.cx.clock.now()));
  if (refusal !== null && back === null) throw new NotFound('score_sheet');
  const title = words.title(judgeNameOf(task));
  const own = (path: string) => back?.issues.filter((one) => one.path === path) ?? [];
  const wordsAt = (path: string) => told(own(path)) || undefined;
  const issues = back?.issues ?? [];
  return c.var.shell.office(c, {
    title,
    lead: `${numberOf(task)} · ${task.dossier.title}`,
    crumbs: sheetCrumbs(c, task, title),
    error: back !== null,
    status: back === null ? 200 : 422,
    body: (
      <PaperForm
        action={sheetPathOf(c, task, 'nhap-giay')}
        keepHref={dossierPathOf(c, task)}
        version={task.version}
        rubric={task.rubric}
        marks={back?.marks ?? {}}
        issues={issues.filter(({ path }) => !['', 'reason', 'file'].includes(path))}
        reason={back?.reason ?? ''}
        errors={{ whole: wordsAt(''), reason: wordsAt('reason'), file: wordsAt('file') }}
      />
    ),
  });
}

async function post(c: WebContext): Promise<Response> {
  const task = await managedTask(c);
  const body = await formOf(c);
  const { values } = body;
  const sent = sentMarks(task.rubric, values);
  const again = (now: OpenedTask, issues: readonly Issue[]) =>
    page(c, now, { marks: readMarks(task.rubric, sent), reason: values.reason ?? '', issues });
  const scan = await received(c, body);
  if (!scan.ok) return again(task, scan.issues);
  try {
    const outcome = await execute(c.var.cx, paperSheet, {
      pid: task.pid,
      marks: sent,
      reason: values.reason,
      file: scan.pid,
      version: values.version,
    });
    if (!outcome.ok) return await again(task, outcome.issues);
    return c.redirect(dossierPathOf(c, task, { 'da-nhap': '1' }), 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again(await managedTask(c), [issue('', 'sheet_changed')]);
  }
}

type Scan =
  | { readonly ok: true; readonly pid: string | null }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The scan that came with the form; none where none was chosen. */
async function received(c: WebContext, { files }: FormBody): Promise<Scan> {
  const file = files.file?.[0];
  if (file === undefined) return { ok: true, pid: null };
  const { cx } = c.var;
  const bytes = Buffer.from(await file.arrayBuffer());
  const saved = await saveFile(cx, cx.files, { name: file.name, bytes, limit: largestScan });
  if (saved.ok) return { ok: true, pid: saved.value.pid };
  return { ok: false, issues: saved.issues.map((one) => ({ ...one, path: 'file' })) };
}
