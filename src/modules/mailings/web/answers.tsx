import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { AnswerPage } from '../pages/answer.tsx';
import { subscriptionOf } from '../queries/index.ts';
import { answerLink } from '../service/index.ts';
import { answerWords as words } from '../vi.ts';

/** The page behind a letter's link. Opening it changes nothing: mail programs open links to look. */
export function mailingWeb(app: Hono<Env>): void {
  app.get('/thu/:token', answerPage);
  app.post('/thu/:token', answered);
}

async function answerPage(c: WebContext): Promise<Response> {
  const found = await subscriptionOf(c.var.cx, c.req.param('token') ?? '');
  if (found === null) throw new NotFound('letter');
  c.header('cache-control', 'private, no-store');
  const day = (at: Date | null) => (at === null ? null : words.day(vietnamDay(at)));
  return c.var.shell.plain(c, {
    title: words.title,
    lead: words.lead(found.organisationName, hidden(found.address)),
    body: (
      <AnswerPage
        action={c.req.path}
        sender={found.organisationName}
        refusedOn={day(found.refusedAt)}
        allRefusedOn={day(found.allRefusedAt)}
        takenBack={c.req.query('nhan-lai') !== undefined}
      />
    ),
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
  const raw = oneClick
    ? { token, act: 'refuse', scope: 'organisation', via: 'one_click' }
    : { token, act: values.act, scope: values.scope === 'all' ? 'all' : 'organisation' };
  settled(await execute(c.var.cx, answerLink, raw));
  if (oneClick) return c.body(null, 200);
  return c.redirect(values.act === 'take_back' ? `${c.req.path}?nhan-lai=1` : c.req.path, 303);
}
