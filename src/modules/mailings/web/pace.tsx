import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert } from '../../../ui/index.ts';
import { PaceForm } from '../pages/pace.tsx';
import { mailingPaceSet } from '../policy.ts';
import { paceOf } from '../queries/index.ts';
import { setPace } from '../service/index.ts';
import { labels, mailingIssues, words } from '../vi.ts';
import { crumbsTo, needs, pathOf } from './shared.tsx';

/** How many letters an hour: one setting for the installation, asked of its administrators. */
export function paceDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/thu/toc-do', async (c) => {
    const { perHour } = await paceOf(c.var.cx.db);
    return show(c, freshForm({ per_hour: String(perHour) }));
  });
  app.post('/hoi-vien/thu/toc-do', async (c) => {
    needs(c, mailingPaceSet);
    const { values } = await formOf(c);
    const { per_hour } = values;
    const outcome = await execute(c.var.cx, setPace, { per_hour });
    if (outcome.ok) return c.redirect(`${pathOf(c, 'toc-do')}?da-luu=1`, 303);
    return show(c, returnedForm(values, outcome.issues, mailingIssues, labels));
  });
}

function show(c: WebContext, state: FormView): Response | Promise<Response> {
  needs(c, mailingPaceSet);
  const bad = state.summary.length > 0;
  return c.var.shell.office(c, {
    title: words.pace,
    lead: words.paceLead,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: words.pace }),
    before:
      c.req.query('da-luu') === undefined ? undefined : (
        <Alert tone="ok" title={words.paceSaved} live />
      ),
    body: <PaceForm state={state} action={c.req.path} backHref={pathOf(c)} />,
  });
}
