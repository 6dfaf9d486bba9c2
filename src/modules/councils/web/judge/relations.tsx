import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert } from '../../../../ui/index.ts';
import { RelationsPage } from '../../pages/judge/relations.tsx';
import { relationsOf } from '../../queries/index.ts';
import type { OpenedJudge } from '../../schema/index.ts';
import { declareRelation, withdrawRelation } from '../../service/index.ts';
import { relationNames } from '../../vi/index.ts';
import { homeWords, relationWords as words } from '../../vi/judge.ts';
import { issueWords } from './answering.tsx';
import { judgeOf, judgePage, judgePath, judgeRoom, tokenOf, tooOften } from './shared.ts';

/** What a judge is related to: declared, and taken back. */
export function relationDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/quan-he', async (c) => page(c, await judgeOf(c), freshForm()));
  app.post('/giam-khao/:token/quan-he', declare);
  app.post('/giam-khao/:token/quan-he/:relation/rut', withdraw);
}

async function page(c: WebContext, judge: OpenedJudge, state: FormView): Promise<Response> {
  const token = tokenOf(c);
  const { cx } = c.var;
  const changes = judge.state === 'accepted' && judge.edition.state === 'open';
  const bad = state.summary.length > 0;
  const said = saidIn(c, { 'da-khai': words.saved, 'da-rut': words.removed });
  return judgePage(c, judge, token, {
    title: words.title,
    crumbs: [{ label: words.title }],
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {said === undefined ? null : <Alert tone="ok" title={said} live />}
        <RelationsPage
          rows={(await relationsOf(cx, [judge.id])).map((one) => ({
            who: [one.name, one.unit].filter((text) => text !== null).join(', '),
            relation: relationNames[one.relation],
            note: one.note,
            removeAction: changes ? judgePath(token, `quan-he/${one.pid}/rut`) : null,
          }))}
          action={changes ? judgePath(token, 'quan-he') : null}
          formKey={cx.ids.pid()}
          state={state}
          backHref={judgePath(token)}
        />
      </>
    ),
  });
}

async function declare(c: WebContext): Promise<Response> {
  const judge = await judgeOf(c);
  const { values, key } = await formOf(c);
  const { relation, name, unit, note } = values;
  const input = { token: tokenOf(c), relation, name, unit, note, site: siteOf(c) };
  if (!(await judgeRoom(c, judge)))
    return page(c, judge, returnedForm(values, [tooOften], issueWords, homeWords.labels));
  const issues = await once<readonly Issue[]>(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, declareRelation, input);
    return outcome.ok ? { keep: true, answer: [] } : { keep: false, answer: outcome.issues };
  });
  if (issues.length === 0) return c.redirect(`${judgePath(tokenOf(c), 'quan-he')}?da-khai=1`, 303);
  return page(c, judge, returnedForm(values, issues, issueWords, homeWords.labels));
}

async function withdraw(c: WebContext): Promise<Response> {
  const judge = await judgeOf(c);
  if (!(await judgeRoom(c, judge)))
    return page(c, judge, returnedForm({}, [tooOften], issueWords, homeWords.labels));
  const input = { token: tokenOf(c), pid: c.req.param('relation') ?? '' };
  settled(await execute(c.var.cx, withdrawRelation, input), issueWords);
  return c.redirect(`${judgePath(tokenOf(c), 'quan-he')}?da-rut=1`, 303);
}
