import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute, type Outcome } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { listQuestion } from '../../../../platform/forms/list.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { FeedbackList, OneFeedback } from '../../pages/feedback-office.tsx';
import { feedbackAnswer, feedbackRead } from '../../policy.ts';
import {
  feedbackByPid,
  feedbackFigures,
  feedbackViews,
  listFeedback,
} from '../../queries/index.ts';
import type { Feedback } from '../../schema/index.ts';
import { answerFeedback, closeFeedback, reopenFeedback } from '../../service/index.ts';
import { ownIssues, feedbackOffice as words } from '../../vi/index.ts';
import { allow, officePath, ofOffice, feedbackPath as path } from '../shared.ts';
import { sectionTabs } from './tabs.tsx';

const pageSize = 25;

/** What readers wrote to the office. */
export function feedbackOfficeDoors(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  app.get(`/${path}/:pid`, async (c) => show(c, await feedbackIn(c), {}));
  app.post(`/${path}/:pid/tra-loi`, (c) => act(c, 'answer'));
  app.post(`/${path}/:pid/dong`, (c) => act(c, 'close'));
  app.post(`/${path}/:pid/mo-lai`, (c) => act(c, 'reopen'));
}

async function feedbackIn(c: WebContext): Promise<Feedback> {
  await allow(c, feedbackRead);
  return ofOffice(c, await feedbackByPid(c.var.cx, c.req.param('pid') ?? ''));
}

async function listPage(c: WebContext): Promise<Response> {
  await allow(c, feedbackRead);
  const { cx, place, shell } = c.var;
  const view = feedbackViews.find((one) => one === c.req.query('xem')) ?? 'new';
  const question = listQuestion(officePath(c, path), c.req.query(), {
    filters: ['q', 'xem'],
    sorts: ['ngay'],
    sort: 'ngay',
  });
  const { rows, total } = await listFeedback(cx, {
    organisation: place.organisationId,
    view,
    q: question.values.q ?? '',
    page: question.page,
    size: pageSize,
  });
  const figures = await feedbackFigures(cx, place.organisationId);
  return shell.office(c, {
    title: words.title,
    lead: words.lead(figures.new),
    crumbs: [{ label: words.title }],
    before: sectionTabs(c, path),
    body: (
      <FeedbackList
        rows={rows.map((feedback) => ({
          feedback,
          href: officePath(c, `${path}/${feedback.pid}`),
        }))}
        total={total}
        size={pageSize}
        question={question}
        path={officePath(c, path)}
        view={view}
        tabs={feedbackViews.map((one) => ({
          view: one,
          href: officePath(c, path, one === 'new' ? {} : { xem: one }),
          count: figures[one],
        }))}
      />
    ),
  });
}

interface Forms {
  readonly answer?: FormView;
  readonly close?: FormView;
  readonly status?: 409 | 422;
}

async function show(c: WebContext, feedback: Feedback, forms: Forms): Promise<Response> {
  return c.var.shell.office(c, {
    title: words.one(feedback.name ?? words.forgotten),
    crumbs: [
      { label: words.title, href: officePath(c, path) },
      { label: feedback.name ?? words.forgotten },
    ],
    styles: ['discussion'],
    status: forms.status ?? 200,
    error: forms.status !== undefined,
    body: (
      <OneFeedback
        feedback={feedback}
        action={offers(c, feedbackAnswer) ? officePath(c, `${path}/${feedback.pid}`) : null}
        answer={forms.answer ?? freshForm()}
        close={forms.close ?? freshForm()}
        said={saidIn(c, {
          'da-tra-loi': words.answered,
          'da-dong': words.closed,
          'da-mo-lai': words.reopened,
        })}
        listHref={officePath(c, path)}
      />
    ),
  });
}

const said = { answer: 'da-tra-loi', close: 'da-dong', reopen: 'da-mo-lai' } as const;

async function act(c: WebContext, name: keyof typeof said): Promise<Response> {
  const feedback = await feedbackIn(c);
  await allow(c, feedbackRead, feedbackAnswer);
  const { values } = await formOf(c);
  const again = async (issues: readonly Issue[], status: 409 | 422) => {
    const labels = { answer: words.answerLabel, reason: words.closeReason };
    const form = returnedForm(values, issues, ownIssues, labels);
    return show(c, await feedbackIn(c), { [name === 'answer' ? 'answer' : 'close']: form, status });
  };
  try {
    const outcome = await run(c, name, feedback.pid, values);
    if (!outcome.ok) return again(outcome.issues, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409);
  }
  return c.redirect(officePath(c, `${path}/${feedback.pid}?${said[name]}=1`), 303);
}

function run(
  c: WebContext,
  name: keyof typeof said,
  pid: string,
  { answer, reason, version }: Readonly<Record<string, string>>,
): Promise<Outcome<{ pid: string }>> {
  const { cx } = c.var;
  if (name === 'answer') return execute(cx, answerFeedback, { pid, answer, version });
  if (name === 'close') return execute(cx, closeFeedback, { pid, reason, version });
  return execute(cx, reopenFeedback, { pid, version });
}
