import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { site } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { FeedbackForm } from '../../pages/feedback.tsx';
import { Next } from '../../pages/write.tsx';
import { settingsOf } from '../../queries/index.ts';
import { sendFeedback } from '../../service/index.ts';
import { homeWords, ownIssues, feedbackWords as words } from '../../vi/index.ts';
import { earlier } from '../reader.ts';
import {
  mostAnHour,
  opened,
  openedIssue,
  ownPage,
  feedbackPath as path,
  siteCrumbs,
  sitePath,
} from '../shared.ts';

/** Writing to the office of a site. */
export function feedbackDoors(app: Hono<Env>): void {
  app.get(`/${path}`, (c) => show(c, freshForm()));
  app.post(`/${path}`, sent);
  app.get(`/${path}/da-gui`, (c) =>
    ownPage(c, {
      title: words.sentTitle,
      crumbs: siteCrumbs(c, { label: words.title }),
      styles: ['discussion'],
      body: (
        <Next
          heading={words.title}
          title={words.sentTitle}
          next={words.sent(c.var.place.name)}
          backHref={site(c.var.place.code)}
          backLabel={homeWords.home}
        />
      ),
    }),
  );
}

const formName = (c: WebContext): string => `feedback:${c.var.place.code}`;

async function show(c: WebContext, form: FormView): Promise<Response> {
  const { cx, place } = c.var;
  const { feedback } = await settingsOf(cx.db, place.organisationId);
  const bad = form.summary.length > 0;
  return ownPage(c, {
    title: words.title,
    description: words.lead(place.name),
    crumbs: siteCrumbs(c, { label: words.title }),
    styles: ['discussion'],
    status: bad ? 422 : 200,
    error: bad,
    body:
      feedback || bad ? (
        <FeedbackForm
          form={form}
          action={sitePath(c, path)}
          hidden={{ luc: opened(c, formName(c)), _key: cx.ids.pid() }}
          office={place.name}
        />
      ) : (
        <>
          <h1>{words.title}</h1>
          <p>{words.closed}</p>
        </>
      ),
  });
}

const labels = { name: words.name, email: words.email, topic: words.topic, body: words.body };

async function sent(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const { values, key } = await formOf(c);
  const again = (issues: readonly Issue[]) =>
    show(c, returnedForm(values, issues, ownIssues, labels));
  const wrong = openedIssue(c, formName(c), values.luc);
  if (wrong !== null) return again([wrong]);
  const recent = await earlier(c, 'feedback');
  if (recent >= mostAnHour.feedback) return again([issue('', 'too_many')]);
  const { name, email, topic, body } = values;
  const raw = {
    organisation: place.organisationId,
    name,
    email,
    topic,
    body,
    trapped: (values.website ?? '') !== '',
    recent,
    site: siteOf(c),
  };
  const answer = await once(
    cx,
    key,
    async (inner) => {
      const outcome = await execute(inner, sendFeedback, raw);
      return { keep: outcome.ok, answer: outcome.ok ? [] : outcome.issues };
    },
    sendFeedback.seen,
  );
  return answer.length > 0 ? again(answer) : c.redirect(sitePath(c, `${path}/da-gui`), 303);
}
