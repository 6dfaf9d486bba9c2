import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { speaking } from '../../../../platform/http/language.ts';
import { Next, ReportForm } from '../../pages/write.tsx';
import { type SeenComment, seenComment } from '../../queries/index.ts';
import { likeComment, reportComment, subjectOf, unlikeComment } from '../../service/index.ts';
import { ownIssues, commentWords as words } from '../../vi/index.ts';
import { earlier, newReader, readerOf, rememberReader } from '../reader.ts';
import {
  mostAnHour,
  opened,
  openedIssue,
  ownPage,
  commentsPath as path,
  siteCrumbs,
  sitePath,
} from '../shared.ts';

/** Agreeing with a comment, and reporting one. */
export function agreeDoors(app: Hono<Env>): void {
  app.post(`/${path}/:pid/dong-tinh`, agreed);
  app.get(`/${path}/:pid/bao-vi-pham`, (c) =>
    aboutSeen(c, (comment) => reportPage(c, comment, freshForm())),
  );
  app.post(`/${path}/:pid/bao-vi-pham`, (c) => aboutSeen(c, (comment) => reported(c, comment)));
  app.get(`/${path}/:pid/da-bao`, (c) => aboutSeen(c, (comment) => nextPage(c, comment)));
}

const nextPage = (c: WebContext, { href }: SeenComment): Promise<Response> =>
  ownPage(c, {
    title: words.reportedTitle,
    crumbs: siteCrumbs(c, { label: words.reportTitle }),
    styles: ['discussion'],
    body: (
      <Next
        heading={words.reportTitle}
        title={words.reportedTitle}
        next={words.reportedNext}
        backHref={`${href}#binh-luan`}
        backLabel={words.back}
      />
    ),
  });

/** Answers about a comment in the language of what it is about. */
async function aboutSeen(
  c: WebContext,
  answer: (comment: SeenComment) => Promise<Response>,
): Promise<Response> {
  const comment = await seenIn(c);
  const subject = await subjectOf(c.var.cx, comment.subject);
  return speaking(subject?.language ?? 'vi', () => answer(comment));
}

async function seenIn(c: WebContext): Promise<SeenComment> {
  const found = await seenComment(c.var.cx.db, c.req.param('pid') ?? '');
  if (found === null) throw new NotFound('comment');
  return found;
}

/** The page that the form stood on: one of this site, else the page of what is talked about. */
export function backTo(c: WebContext, typed: string | undefined, otherwise: string): string {
  const own = new URL(c.req.url).origin;
  if (typed === undefined || !typed.startsWith('/') || !URL.canParse(typed, own)) return otherwise;
  const to = new URL(typed, own);
  return to.origin === own ? `${to.pathname}${to.search}` : otherwise;
}

async function agreed(c: WebContext): Promise<Response> {
  const comment = await seenIn(c);
  const { values } = await formOf(c);
  const back = backTo(c, values.ve, comment.href);
  const known = readerOf(c);
  // A browser that keeps no cookie agrees as somebody new each time: only so often from one place.
  const many = await earlier(c, 'like');
  if (many >= mostAnHour.like) settled({ ok: false, issues: [issue('', 'like_many')] }, ownIssues);
  const reader = known ?? newReader();
  const act = values.act === 'unlike' ? unlikeComment : likeComment;
  settled(await execute(c.var.cx, act, { pid: comment.pid, reader }), ownIssues);
  rememberReader(c, reader, back, comment.href);
  return c.redirect(`${back}#bl-${comment.pid}`, 303);
}

const formName = ({ pid }: SeenComment): string => `report:${pid}`;

async function reportPage(c: WebContext, comment: SeenComment, form: FormView): Promise<Response> {
  const bad = form.summary.length > 0;
  return ownPage(c, {
    title: words.reportTitle,
    crumbs: siteCrumbs(c, { label: words.reportTitle }),
    styles: ['discussion'],
    status: bad ? 422 : 200,
    error: bad,
    body: (
      <ReportForm
        form={form}
        action={sitePath(c, `${path}/${comment.pid}/bao-vi-pham`)}
        hidden={{ luc: opened(c, formName(comment)) }}
        name={comment.name}
        body={comment.body}
        backHref={`${comment.href}#bl-${comment.pid}`}
      />
    ),
  });
}

async function reported(c: WebContext, comment: SeenComment): Promise<Response> {
  const { values } = await formOf(c);
  const labels = { cause: words.cause, note: words.note };
  const again = (issues: readonly Issue[]) =>
    reportPage(c, comment, returnedForm(values, issues, ownIssues, labels));
  const wrong = openedIssue(c, formName(comment), values.luc);
  if (wrong !== null) return again([wrong]);
  if ((await earlier(c, 'report')) >= mostAnHour.report) return again([issue('', 'too_many')]);
  const { cause, note } = values;
  const outcome = await execute(c.var.cx, reportComment, {
    pid: comment.pid,
    cause,
    note,
    trapped: (values.website ?? '') !== '',
    site: siteOf(c),
  });
  if (!outcome.ok) return again(outcome.issues);
  return c.redirect(sitePath(c, `${path}/${comment.pid}/da-bao`), 303);
}
