import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { PassForm, RefusePage } from '../../pages/passing.tsx';
import { Next } from '../../pages/write.tsx';
import { passedLetter, settingsOf } from '../../queries/index.ts';
import type { SubjectRef } from '../../schema/index.ts';
import { mailSubject, refuseLetters } from '../../service/index.ts';
import { ownIssues, passWords as words } from '../../vi/index.ts';
import { earlier } from '../reader.ts';
import {
  aboutSubject,
  type Found,
  mostAnHour,
  opened,
  openedIssue,
  ownPage,
  mailPath as path,
  siteCrumbs,
  sitePath,
} from '../shared.ts';

/** Passing something on by e-mail. */
export function passDoors(app: Hono<Env>): void {
  app.get(`/${path}/:kind/:pid`, (c) => aboutSubject(c, (found) => show(c, found, freshForm())));
  app.post(`/${path}/:kind/:pid`, (c) => aboutSubject(c, (found) => sent(c, found)));
  app.get(`/${path}/:kind/:pid/da-gui`, (c) => aboutSubject(c, (found) => nextPage(c, found)));
}

const nextPage = (c: WebContext, { subject }: Found): Promise<Response> =>
  ownPage(c, {
    title: words.sentTitle,
    crumbs: siteCrumbs(c, { label: words.title }),
    styles: ['discussion'],
    body: (
      <Next
        heading={words.title}
        title={words.sentTitle}
        next={words.sent}
        backHref={subject.href}
        backLabel={words.back}
      />
    ),
  });

export const passHref = (c: WebContext, { kind, pid }: SubjectRef): string =>
  sitePath(c, `${path}/${kind}/${pid}`);

const formName = ({ kind, pid }: SubjectRef): string => `letter:${kind}:${pid}`;

async function show(c: WebContext, { ref, subject }: Found, form: FormView): Promise<Response> {
  const { cx } = c.var;
  if (!(await settingsOf(cx.db, subject.organisationId)).letters) throw new NotFound('letters');
  const bad = form.summary.length > 0;
  const { title, href } = subject;
  return ownPage(c, {
    title: words.title,
    crumbs: siteCrumbs(
      c,
      { label: title.length > 60 ? `${title.slice(0, 59)}…` : title, href },
      { label: words.title },
    ),
    styles: ['discussion'],
    status: bad ? 422 : 200,
    error: bad,
    body: (
      <PassForm
        form={form}
        action={passHref(c, ref)}
        hidden={{ luc: opened(c, formName(ref)), _key: cx.ids.pid() }}
        title={title}
        backHref={href}
      />
    ),
  });
}

const labels = () => ({ to: words.to, name: words.name });

async function sent(c: WebContext, found: Found): Promise<Response> {
  const { ref } = found;
  const { values, key } = await formOf(c);
  const again = (issues: readonly Issue[]) =>
    show(c, found, returnedForm(values, issues, ownIssues, labels()));
  const done = () => c.redirect(`${passHref(c, ref)}/da-gui`, 303);
  const wrong = openedIssue(c, formName(ref), values.luc);
  if (wrong !== null) return again([wrong]);
  if ((values.website ?? '') !== '' || (await earlier(c, 'letter')) >= mostAnHour.letter)
    return again([issue('', 'too_many')]);
  const { to, name } = values;
  const raw = { kind: ref.kind, subject: ref.pid, to, name, site: siteOf(c) };
  const answer = await once(
    c.var.cx,
    key,
    async (inner) => {
      const outcome = await execute(inner, mailSubject, raw);
      return { keep: outcome.ok, answer: outcome.ok ? [] : outcome.issues };
    },
    mailSubject.seen,
  );
  return answer.length > 0 ? again(answer) : done();
}

/** Behind the link of such a letter. */
export function refuseDoors(app: Hono<Env>): void {
  app.get('/thu/bai/:token', async (c) => {
    const found = await passedLetter(c.var.cx.db, c.req.param('token'));
    if (found === null) throw new NotFound('letter');
    c.header('cache-control', 'private, no-store');
    return c.var.shell.plain(c, {
      title: words.refuseTitle,
      lead: words.refuseLead,
      body: <RefusePage action={c.req.path} refused={found.refusedAt !== null} />,
    });
  });
  app.post('/thu/bai/:token', async (c) => {
    const { values } = await formOf(c);
    settled(await execute(c.var.cx, refuseLetters, { token: c.req.param('token') }));
    // A mail program's own press of its button wants no page (RFC 8058).
    return values['List-Unsubscribe'] === 'One-Click'
      ? c.body(null, 200)
      : c.redirect(c.req.path, 303);
  });
}
