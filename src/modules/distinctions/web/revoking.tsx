import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { RevokeForm } from '../pages/record.tsx';
import { distinctionWrite } from '../policy.ts';
import type { Distinction } from '../schema.ts';
import { revokeDistinction, unrevokeDistinction } from '../service/index.ts';
import { labels, words } from '../vi.ts';
import { crumbsTo, issueWords, liveOf, nameOf, pathOf } from './shared.ts';

/** Revoking a distinction from a day on, and taking that back. */
export function revokingDoors(app: Hono<Env>): void {
  app.get('/khen-thuong/:pid/huy-bo', async (c) => revokePage(c, await liveOf(c), freshForm()));
  app.post('/khen-thuong/:pid/huy-bo', revoke);
  app.post('/khen-thuong/:pid/con-hieu-luc', unrevoke);
}

function revokePage(
  c: WebContext,
  distinction: Distinction,
  state: FormView,
): Response | Promise<Response> {
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  const bad = state.summary.length > 0;
  const back = pathOf(c, distinction.pid);
  return c.var.shell.office(c, {
    title: words.revokeTitle,
    lead: nameOf(distinction),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: nameOf(distinction), href: back }, { label: words.revokeTitle }),
    body: (
      <RevokeForm
        state={state}
        action={c.req.path}
        hidden={{ version: distinction.version }}
        keepHref={back}
      />
    ),
  });
}

async function revoke(c: WebContext): Promise<Response> {
  const distinction = await liveOf(c);
  const { values } = await formOf(c);
  const { revoked_on, reason, version } = values;
  const input = { pid: distinction.pid, revoked_on, reason, version };
  const outcome = await execute(c.var.cx, revokeDistinction, input);
  if (outcome.ok) return c.redirect(`${pathOf(c, distinction.pid)}?da-huy-bo=1`, 303);
  return revokePage(c, distinction, returnedForm(values, outcome.issues, issueWords, labels));
}

async function unrevoke(c: WebContext): Promise<Response> {
  const pid = c.req.param('pid') ?? '';
  settled(await execute(c.var.cx, unrevokeDistinction, { pid }), issueWords);
  return c.redirect(`${pathOf(c, pid)}?con-hieu-luc=1`, 303);
}
