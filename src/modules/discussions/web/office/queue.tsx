import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { contentDisposition } from '../../../../platform/documents/filename.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { listQuestion } from '../../../../platform/forms/list.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { offers } from '../../../../platform/records/section.ts';
import { Alert } from '../../../../ui/index.ts';
import { Queue } from '../../pages/queue.tsx';
import { commentModerate, commentRead } from '../../policy.ts';
import {
  commentByPid,
  listQueue,
  type QueueView,
  queueFigures,
  queueSubject,
  queueViews,
} from '../../queries/index.ts';
import { type CommentAct, commentActs } from '../../rules/index.ts';
import {
  approveComment,
  hideComment,
  keepComment,
  refuseComment,
  restoreComment,
} from '../../service/index.ts';
import { commentsWorkbook, sheetType } from '../../sheets/index.ts';
import { ownIssues, queueWords as words } from '../../vi/index.ts';
import { allow, officePath, ofOffice, commentsPath as path, told } from '../shared.ts';
import { sectionTabs } from './tabs.tsx';

const pageSize = 25;

export const actCommands = {
  approve: approveComment,
  refuse: refuseComment,
  hide: hideComment,
  restore: restoreComment,
  keep: keepComment,
} as const;

/** What a view lets do with its rows, the usual first. */
const viewActs: Readonly<Record<QueueView, readonly CommentAct[]>> = {
  held: ['approve', 'refuse'],
  reported: ['keep', 'hide'],
  published: ['hide'],
  refused: ['approve'],
  hidden: ['restore'],
  all: [],
};

/** The queue of comments. */
export function queueDoors(app: Hono<Env>): void {
  app.get(`/${path}`, (c) => show(c));
  app.post(`/${path}`, decide);
  app.get(`/${path}.xlsx`, async (c) => {
    await allow(c, commentRead);
    const { cx, place } = c.var;
    const book = await commentsWorkbook(cx, place.organisationId, words.title);
    return c.body(new Uint8Array(book), 200, {
      'content-type': sheetType,
      'content-disposition': contentDisposition(words.file(place.code)),
      'cache-control': 'private, no-store',
    });
  });
}

interface Returned {
  readonly problem: string;
  readonly chosen: readonly string[];
  readonly reason: string;
}

const viewIn = (typed: string | undefined): QueueView =>
  queueViews.find((one) => one === typed) ?? 'held';

async function show(c: WebContext, returned?: Returned): Promise<Response> {
  await allow(c, commentRead);
  const { cx, place, shell } = c.var;
  const view = viewIn(c.req.query('xem'));
  const action = officePath(c, path);
  const question = listQuestion(action, c.req.query(), {
    filters: ['q', 'xem', 'bai'],
    sorts: ['ngay'],
    sort: 'ngay',
  });
  const subject = question.values.bai || null;
  const about = subject === null ? null : await queueSubject(cx, place.organisationId, subject);
  const list = { ...question, filtered: question.values.q !== '' || subject !== null };
  const { rows, total } = await listQueue(cx, {
    organisation: place.organisationId,
    view,
    q: question.values.q ?? '',
    subject,
    page: question.page,
    size: pageSize,
  });
  const figures = await queueFigures(cx, place.organisationId, subject);
  const allChosen = c.req.query('chon') === 'tat-ca';
  const said = saidIn(c);
  return shell.office(c, {
    title: words.title,
    lead: words.lead(figures.held, figures.reported),
    crumbs: [{ label: words.menu }],
    styles: ['discussion'],
    status: returned === undefined ? 200 : 422,
    error: returned !== undefined,
    before: (
      <>
        {said.map((sentence) => (
          <Alert tone="ok" title={sentence} live />
        ))}
        {sectionTabs(c, path)}
      </>
    ),
    body: (
      <Queue
        rows={rows}
        total={total}
        size={pageSize}
        question={list}
        view={view}
        tabs={queueViews.map((one) => ({
          view: one,
          href: officePath(c, path, { xem: one === 'held' ? null : one, bai: subject }),
          count: one === 'all' ? null : figures[one],
        }))}
        path={action}
        action={
          offers(c, commentModerate)
            ? officePath(c, path, { xem: view === 'held' ? null : view, bai: subject })
            : null
        }
        acts={viewActs[view]}
        allChosen={allChosen}
        chooseHref={question.href({
          chon: allChosen ? null : 'tat-ca',
          trang: String(question.page),
        })}
        chosen={returned?.chosen ?? []}
        reason={returned?.reason ?? ''}
        problem={returned?.problem ?? null}
        subject={subject === null ? null : { pid: subject, title: about?.title ?? null }}
        withoutSubject={question.href({ bai: null })}
        subjectHref={(pid) => officePath(c, path, { xem: view === 'held' ? null : view, bai: pid })}
        hrefOf={(pid) => officePath(c, `${path}/${pid}`)}
        xlsxHref={officePath(c, `${path}.xlsx`)}
      />
    ),
  });
}

// '?da-lam=approve:3&con=1'
function saidIn(c: WebContext): string[] {
  const [, typed = '', many = ''] = /^([a-z]+):(\d{1,4})$/.exec(c.req.query('da-lam') ?? '') ?? [];
  const act = commentActs.find((one) => one === typed);
  const left = /^\d{1,4}$/.exec(c.req.query('con') ?? '')?.[0];
  return [
    ...(act === undefined || many === '0' ? [] : [words.doneMany[act](Number(many))]),
    ...(left === undefined ? [] : [words.left(Number(left))]),
  ];
}

/** Each on its own: what somebody else has decided meanwhile stays as it is, and is told. */
async function decide(c: WebContext): Promise<Response> {
  await allow(c, commentRead, commentModerate);
  const { cx } = c.var;
  const { values, lists } = await formOf(c);
  const chosen = [...new Set(lists.pids ?? [])].slice(0, pageSize);
  const reason = values.reason ?? '';
  const act = commentActs.find((one) => one === values.act);
  if (act === undefined || chosen.length === 0)
    return show(c, { problem: told([{ path: '', code: 'choose_comments' }])[0]!, chosen, reason });
  if (act === 'hide' && reason.trim() === '')
    return show(c, { problem: ownIssues['reason.required']!({}), chosen, reason });
  let done = 0;
  for (const pid of chosen) {
    ofOffice(c, await commentByPid(cx, pid));
    const outcome = await execute(cx, actCommands[act] as typeof hideComment, {
      pid,
      reason,
    }).catch((error: unknown) => {
      if (error instanceof Conflict) return { ok: false as const };
      throw error;
    });
    if (outcome.ok) done += 1;
  }
  const view = viewIn(c.req.query('xem'));
  return c.redirect(
    officePath(c, path, {
      xem: view === 'held' ? null : view,
      bai: c.req.query('bai') ?? null,
      'da-lam': `${act}:${done}`,
      con: done < chosen.length ? chosen.length - done : null,
    }),
    303,
  );
}
