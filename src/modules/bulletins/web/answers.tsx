import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { AnswerPage } from '../pages/site.tsx';
import { subscriptionOf } from '../queries/index.ts';
import { answerSubscription } from '../service/index.ts';
import { answerWords as words } from '../vi.ts';

/** The page behind a letter's link. Opening it changes nothing: mail programs open links to look. */
export function bulletinWeb(app: Hono<Env>): void {
  app.get('/thu/ban-tin/:token', answerPage);
  app.post('/thu/ban-tin/:token', answered);
}

async function answerPage(c: WebContext): Promise<Response> {
  const found = await subscriptionOf(c.var.cx, c.req.param('token') ?? '');
  if (found === null) throw new NotFound('letter');
  c.header('cache-control', 'private, no-store');
  const state =
    found.endedAt !== null ? 'ended' : found.confirmedAt === null ? 'asked' : 'receives';
  return c.var.shell.plain(c, {
    title: words.title,
    lead: words.lead(found.organisationName, hidden(found.address)),
    body: <AnswerPage action={c.req.path} state={state} />,
  });
}

/** Enough of an address for its owner to know it by. */
function hidden(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 2)}***@${domain}`;
}

// A press of the button, or the mail program's own (RFC 8058), which wants no page.
async function answered(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const token = c.req.param('token') ?? '';
  const oneClick = values['List-Unsubscribe'] === 'One-Click';
  const act = oneClick ? 'end' : values.act;
  settled(await execute(c.var.cx, answerSubscription, { token, act }));
  return oneClick ? c.body(null, 200) : c.redirect(c.req.path, 303);
}
