import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { callsIssues } from '../../../calls/index.ts';
import { DeclineForm } from '../../pages/judge/invitation.tsx';
import type { OpenedJudge } from '../../schema/index.ts';
import { answerInvitation } from '../../service/index.ts';
import { councilIssues } from '../../vi/index.ts';
import { homeWords as words } from '../../vi/judge.ts';
import { judgeOf, judgePage, judgePath, judgeRoom, tokenOf, tooOften } from './shared.ts';

export const issueWords = { ...callsIssues, ...councilIssues };

/** Declining the invitation, or leaving later. */
export function declineDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/tu-choi', async (c) => declinePage(c, await judgeOf(c)));
  app.post('/giam-khao/:token/tu-choi', decline);
}

/** The answer of the judge, written once; its issues where there are any. */
export async function answered(
  c: WebContext,
  judge: OpenedJudge,
  key: string | null,
  sent: object,
): Promise<readonly Issue[]> {
  if (!(await judgeRoom(c, judge))) return [tooOften];
  const raw = { token: tokenOf(c), site: siteOf(c), ...sent };
  return once<readonly Issue[]>(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, answerInvitation, raw);
    return outcome.ok ? { keep: true, answer: [] } : { keep: false, answer: outcome.issues };
  });
}

async function declinePage(
  c: WebContext,
  judge: OpenedJudge,
  state: FormView = freshForm(),
): Promise<Response> {
  const token = tokenOf(c);
  const serves = judge.state === 'accepted';
  const title = serves ? words.withdrawTitle : words.declineTitle;
  const bad = state.summary.length > 0;
  return judgePage(c, judge, token, {
    title,
    crumbs: [{ label: title }],
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{judge.edition.content.name}</p>
        <DeclineForm
          body={serves ? words.withdrawBody : words.declineBody}
          verb={serves ? words.withdraw : words.decline}
          keep={serves ? words.stay : words.keep}
          action={judgePath(token, 'tu-choi')}
          keepHref={judgePath(token)}
          formKey={c.var.cx.ids.pid()}
          state={state}
        />
      </>
    ),
  });
}

async function decline(c: WebContext): Promise<Response> {
  const judge = await judgeOf(c);
  const { values, key } = await formOf(c);
  const issues = await answered(c, judge, key, { answer: 'decline', reason: values.reason });
  if (issues.length === 0) return c.redirect(`${judgePath(tokenOf(c))}?da-tu-choi=1`, 303);
  return declinePage(c, judge, returnedForm(values, issues, issueWords, words.labels));
}
