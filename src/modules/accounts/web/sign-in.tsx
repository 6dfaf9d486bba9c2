import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { errorsOf } from '../../../platform/forms/state.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import { clientAddress } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { passwordLength } from '../../../platform/sign-in.ts';
import { AccountPage, OfficeList } from '../pages/account.tsx';
import { LinkConfirm, LinkForm, SignInForm, SignInHelp } from '../pages/sign-in.tsx';
import { officesOf } from '../queries.ts';
import { accountIssues, accountWords as words } from '../vi.ts';

/** Sign-in, sign-out, one's own account, and `/vp`, which leads to the only or chosen office. */
export function accountDoors(app: Hono<Env>): void {
  app.get('/dang-nhap', (c) => signInPage(c, '', []));
  app.post('/dang-nhap', signIn);
  app.get('/dang-nhap/thu', (c) => linkPage(c, { email: '', sent: false, code: null }));
  app.post('/dang-nhap/thu', requestLink);
  app.get('/dang-nhap/duong-dan', (c) => confirmPage(c, null));
  app.post('/dang-nhap/duong-dan', useLink);
  app.post('/dang-xuat', signOut);
  app.get('/tai-khoan', (c) => accountPage(c, []));
  app.post('/tai-khoan', changePassword);
  app.get('/vp', chooseOffice);
}

/**
 * Only a path of this product: a link cannot send a person elsewhere after signing in. A browser
 * leaves tabs and line ends out of an address, so `/<tab>/evil.example` would be another place.
 */
export function safeNext(raw: string | undefined): string {
  return raw !== undefined && /^\/(?![/\\])[^\u0000-\u001f\u007f]*$/.test(raw) ? raw : '/vp';
}

const statusOf = (codes: readonly string[]) =>
  codes.includes('too_many') ? 429 : codes.length > 0 ? 422 : 200;

function signInPage(c: WebContext, email: string, codes: readonly string[]) {
  const next = safeNext(c.req.query('tiep'));
  return c.var.shell.plain(c, {
    title: words.signIn,
    lead: words.signInIntro,
    aside: <SignInHelp phone={c.var.place.contact.phone} />,
    error: codes.length > 0,
    status: statusOf(codes),
    body: (
      <SignInForm
        email={email}
        next={next}
        errors={errorsOf(
          codes.map((code) => issue('email', code)),
          accountIssues,
        )}
      />
    ),
  });
}

async function signIn(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const email = (values.email ?? '').trim().toLowerCase();
  const answer = await c.var.services.signIn.byPassword({
    email,
    password: values.password ?? '',
    address: clientAddress(c),
  });
  if (!answer.ok)
    return signInPage(c, values.email ?? '', [
      answer.reason === 'too_many' ? 'too_many' : 'sign_in_refused',
    ]);
  return newSession(c, answer.cookies, safeNext(values.tiep));
}

/** The session that this browser had before, if any, ends with the new one's beginning. */
async function newSession(
  c: WebContext,
  cookies: readonly string[],
  next: string,
): Promise<Response> {
  await c.var.services.signIn.signOut(c.req.raw.headers);
  return withCookies(c, cookies, next);
}

function withCookies(c: WebContext, cookies: readonly string[], next: string): Response {
  const response = c.redirect(next, 303);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

function linkPage(c: WebContext, state: { email: string; sent: boolean; code: string | null }) {
  const next = safeNext(c.req.query('tiep'));
  const issues = state.code === null ? [] : [issue('email', state.code)];
  return c.var.shell.plain(c, {
    title: state.sent ? words.linkSentTitle : words.linkTitle,
    lead: state.sent ? undefined : words.linkIntro,
    aside: <SignInHelp phone={c.var.place.contact.phone} />,
    error: issues.length > 0,
    status: statusOf(issues.map((i) => i.code)),
    body: (
      <LinkForm
        email={state.email}
        next={next}
        sent={state.sent}
        errors={errorsOf(issues, accountIssues)}
      />
    ),
  });
}

async function requestLink(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const email = (values.email ?? '').trim().toLowerCase();
  const answer = await c.var.services.signIn.requestLink({ email, address: clientAddress(c) });
  return linkPage(c, {
    email,
    sent: answer === 'sent',
    code: answer === 'sent' ? null : 'too_many',
  });
}

function confirmPage(c: WebContext, code: string | null) {
  const issues = code === null ? [] : [issue('', code)];
  return c.var.shell.plain(c, {
    title: words.linkConfirmTitle,
    lead: words.linkConfirm,
    error: issues.length > 0,
    status: statusOf(issues.map((i) => i.code)),
    body: (
      <LinkConfirm
        token={c.req.query('token') ?? ''}
        next={safeNext(c.req.query('tiep'))}
        errors={errorsOf(issues, accountIssues)}
      />
    ),
  });
}

async function useLink(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const answer = await c.var.services.signIn.byLink({
    token: values.token ?? '',
    address: clientAddress(c),
  });
  if (!answer.ok) return confirmPage(c, answer.reason === 'too_many' ? 'too_many' : 'link_refused');
  return newSession(c, answer.cookies, safeNext(values.tiep));
}

async function signOut(c: WebContext): Promise<Response> {
  return withCookies(c, await c.var.services.signIn.signOut(c.req.raw.headers), '/');
}

async function ownOffices(c: WebContext) {
  const { cx } = c.var;
  if (cx.actor.kind !== 'account') return null;
  return officesOf(
    cx.db,
    cx.actor.grants.map((g) => g.organisationId),
    cx.clock.today(),
  );
}

async function accountPage(
  c: WebContext,
  issues: readonly { path: string; code: string; data?: Record<string, unknown> }[],
) {
  const offices = await ownOffices(c);
  if (offices === null || c.var.cx.actor.kind !== 'account')
    return c.redirect(withQuery('/dang-nhap', { tiep: '/tai-khoan' }), 303);
  return c.var.shell.plain(c, {
    title: words.account,
    lead: `${c.var.cx.actor.label}, ${c.var.cx.actor.email}`,
    error: issues.length > 0,
    status: statusOf(issues.map((i) => i.code)),
    body: (
      <AccountPage
        email={c.var.cx.actor.email}
        offices={offices}
        errors={errorsOf(issues, accountIssues)}
        passwordChanged={c.req.query('da-doi') === '1'}
        minimum={passwordLength.min}
      />
    ),
  });
}

async function changePassword(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const next = values.next ?? '';
  if (next.length < passwordLength.min)
    return accountPage(c, [issue('next', 'password_short', { min: passwordLength.min })]);
  const answer = await c.var.services.signIn.changePassword(c.req.raw.headers, {
    current: values.current ?? '',
    next,
    address: clientAddress(c),
  });
  if (!answer.ok)
    return accountPage(c, [
      issue('current', answer.reason === 'too_many' ? 'too_many' : 'password_refused'),
    ]);
  return withCookies(c, answer.cookies, '/tai-khoan?da-doi=1');
}

async function chooseOffice(c: WebContext): Promise<Response> {
  const offices = await ownOffices(c);
  if (offices === null) return c.redirect(withQuery('/dang-nhap', { tiep: '/vp' }), 303);
  const only = offices[0];
  if (offices.length === 1 && only !== undefined) return c.redirect(office(only.code), 303);
  return c.var.shell.plain(c, {
    title: words.officesTitle,
    body: <OfficeList offices={offices} />,
  });
}
