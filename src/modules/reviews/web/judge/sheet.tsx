import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { checkMarks } from '../../../calls/index.ts';
import { judgePage } from '../../../councils/index.ts';
import { SheetPage, type SheetPageProps } from '../../pages/judge/sheet.tsx';
import type { Neighbour } from '../../pages/judge/sheet-parts.tsx';
import { versionsOfSheets } from '../../queries/index.ts';
import { refusalOf } from '../../rules/index.ts';
import type { Task } from '../../schema/index.ts';
import { standingOf } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { blindView } from './blind.ts';
import { noticesOf } from './notices.ts';
import { differences, type Returned, saveTyped } from './saving.ts';
import { numberOf, type OpenedSheet, ownSheets, phasePath, sheetOf, sheetPath } from './shared.ts';

const words = judgeWords.sheet;

/** One dossier with its sheet: read, written, saved. */
export function sheetDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/phieu/:assignment', async (c) => show(c, await sheetOf(c)));
  app.post('/giam-khao/:token/phieu/:assignment', save);
}

async function save(c: WebContext): Promise<Response> {
  const { opened, typed, saved } = await saveTyped(c);
  if (saved.kind !== 'saved') return show(c, opened, { typed, saved });
  const { token, task } = opened;
  if (typed.act === 'review') {
    const missing = checkMarks(task.rubric, task.working).length > 0;
    const rest = missing ? '' : 'ky';
    return c.redirect(`${sheetPath(token, task, rest)}${missing ? '?thieu=1' : ''}`, 303);
  }
  return c.redirect(`${sheetPath(token, task)}?da-luu=1#phieu-cham`, 303);
}

async function show(
  c: WebContext,
  opened: OpenedSheet,
  back: Returned | null = null,
): Promise<Response> {
  const { cx } = c.var;
  const { token, judge, task } = opened;
  const own = await ownSheets(c, judge, task.at);
  const at = own.findIndex(({ pid }) => pid === task.pid);
  const writes = refusalOf('save', standingOf(task, cx.clock.now())) === null;
  const near = (step: number): Neighbour | null => {
    const other = own[at + step];
    return other === undefined ? null : { href: sheetPath(token, other), number: numberOf(other) };
  };
  const typing = writes || (back !== null && task.state !== 'signed');
  const parts = await versionLines(c, opened);
  return judgePage(c, judge, token, {
    title: words.title(numberOf(task)),
    crumbs: [
      { label: task.at.name, href: phasePath(token, task.phase) },
      { label: numberOf(task) },
    ],
    islands: ['reviews/sheet'],
    ...(back === null ? {} : { error: true, status: back.saved.kind === 'conflict' ? 409 : 422 }),
    body: (
      <SheetPage
        title={words.title(numberOf(task))}
        lead={leadOf(at, own.length, opened)}
        previous={near(-1)}
        next={near(1)}
        onward={task.state === 'signed' ? onwardOf(opened, own) : null}
        notices={await noticesOf(c, opened, back)}
        dossier={await blindView(c, opened)}
        rubric={task.rubric}
        marks={back?.typed.marks ?? task.working}
        form={typing ? writtenOf(c, opened, back) : null}
        read={typing ? null : readOf(opened)}
        versions={parts}
        recuseHref={task.signed === 0 ? sheetPath(token, task, 'tu-choi') : null}
        printHref={task.signed === 0 || opened.sight.own ? sheetPath(token, task, 'in') : null}
        discussHref={discussable(c, opened) ? sheetPath(token, task, 'hoi-dong') : null}
      />
    ),
  });
}

/** The next sheet to be signed, after this one or from the beginning. */
function onwardOf({ token, task }: OpenedSheet, own: readonly Task[]): Neighbour | null {
  const at = own.findIndex(({ pid }) => pid === task.pid);
  const turned = [...own.slice(at + 1), ...own.slice(0, Math.max(0, at))];
  const next = turned.find(({ state }) => state !== 'signed');
  return next === undefined
    ? null
    : { href: sheetPath(token, next), number: judgeWords.list.next(numberOf(next)) };
}

function leadOf(at: number, all: number, { task, sight }: OpenedSheet): string {
  const { closes } = task.at;
  return [
    at < 0 ? '' : words.place(at + 1, all),
    closes === null ? '' : judgeWords.list.until(closes),
    sight.authors ? '' : judgeWords.list.blind,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The council's page has something to show: others' points, or a discussion. */
const discussable = (c: WebContext, { task, sight }: OpenedSheet): boolean => {
  const { discussing } = standingOf(task, c.var.cx.clock.now());
  return sight.others || discussing.ok || task.state === 'reopened' || task.role === 'chair';
};

function writtenOf(
  c: WebContext,
  { token, task }: OpenedSheet,
  back: Returned | null,
): NonNullable<SheetPageProps['form']> {
  const { cx } = c.var;
  const marks = back?.typed.marks ?? task.working;
  const missing = c.req.query('thieu') !== undefined && back === null;
  const conflict = back?.saved.kind === 'conflict';
  return {
    action: sheetPath(token, task),
    autosave: sheetPath(token, task, 'tu-luu'),
    pid: task.pid,
    version: task.version,
    dossier: task.dossier.submitted,
    issues: missing ? checkMarks(task.rubric, marks) : wrongOnly(task.rubric, marks),
    saved: task.savedAt === null ? words.nothing : words.savedAt(task.savedAt, cx.clock.now()),
    conflict: conflict
      ? {
          parts: differences(task.rubric, back.typed.marks, task.working),
          takeHref: sheetPath(token, task),
        }
      : null,
  };
}

// What cannot be right whatever follows is told at once; what is only missing, when it is to be signed.
const wrongOnly = (rubric: OpenedSheet['task']['rubric'], marks: OpenedSheet['task']['working']) =>
  checkMarks(rubric, marks).filter(({ code }) => !code.endsWith('_missing'));

function readOf({ token, task, sight }: OpenedSheet): NonNullable<SheetPageProps['read']> {
  const hidden = task.state === 'signed' && !sight.own;
  return {
    pid: task.pid,
    autosave: sheetPath(token, task, 'tu-luu'),
    shown: !hidden && task.version > 0,
    hidden,
  };
}

async function versionLines(c: WebContext, { task, sight }: OpenedSheet) {
  if (task.signed < 2 || !sight.own) return [];
  const versions = (await versionsOfSheets(c.var.cx.db, [task.id])).get(task.id) ?? [];
  return versions.map(({ number, round, points, failed }) => ({
    label: words.version(number, round),
    text: words.versionLine(points, failed),
  }));
}
