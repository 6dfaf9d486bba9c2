import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { CountForm } from '../../pages/office/count.tsx';
import type { Ballot } from '../../schema.ts';
import { countBallot } from '../../service/index.ts';
import { ballotWords as words } from '../../vi/ballots.ts';
import { ballotIssues } from '../../vi/issues.ts';
import { issuesOf, managedEdition } from './section.tsx';
import { ballotCrumbs, ballotOf, ballotPath, one } from './shared.ts';

/** Totals of a ballot on paper, as the tellers counted them. */
export function countDoors(app: Hono<Env>): void {
  app.get(`${one}/kiem-phieu`, async (c) => {
    await managedEdition(c);
    const ballot = await ballotOf(c);
    return page(c, ballot, freshForm(valuesOf(ballot)), false);
  });
  app.post(`${one}/kiem-phieu`, count);
}

const parts = ['yes', 'no', 'blank'] as const;
const totals = ['issued', 'collected', 'valid', 'blank', 'invalid'] as const;

function valuesOf({ totals: counted, tellers, voters }: Ballot): Record<string, string> {
  const present = voters.filter((one) => one.present).length;
  if (counted === null) return { issued: String(present) };
  return {
    tellers: tellers.join('\n'),
    ...Object.fromEntries(totals.map((name) => [name, String(counted[name])])),
    ...Object.fromEntries(
      counted.options.flatMap((option, at) =>
        parts.map((part) => [`options.${at}.${part}`, String(option[part])]),
      ),
    ),
  };
}

function page(c: WebContext, ballot: Ballot, state: FormView, bad: boolean) {
  return c.var.shell.office(c, {
    title: words.countTitle,
    lead: ballot.subject,
    crumbs: ballotCrumbs(c, ballot, words.countTitle),
    ...(bad ? { error: true, status: 422 as const } : {}),
    body: (
      <CountForm
        state={state}
        action={ballotPath(c, ballot, 'kiem-phieu')}
        hidden={{ version: ballot.version }}
        options={ballot.options.map(({ label, position }) => ({ at: position, label }))}
        choose={ballot.kind === 'choose'}
        backHref={ballotPath(c, ballot)}
      />
    ),
  });
}

async function count(c: WebContext): Promise<Response> {
  await managedEdition(c);
  const ballot = await ballotOf(c);
  const { values } = await formOf(c);
  const raw = {
    pid: ballot.pid,
    version: values.version,
    tellers: (values.tellers ?? '')
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean),
    ...Object.fromEntries(totals.map((name) => [name, values[name] ?? ''])),
    // A box that is left empty is none.
    options: ballot.options.map(({ position }) =>
      Object.fromEntries(parts.map((part) => [part, values[`options.${position}.${part}`] || '0'])),
    ),
  };
  const issues = await issuesOf(() => execute(c.var.cx, countBallot, raw));
  if (issues.length === 0) return c.redirect(`${ballotPath(c, ballot)}?da-dem=1`, 303);
  return page(c, ballot, returnedForm(values, issues, ballotIssues, words.labels), true);
}
