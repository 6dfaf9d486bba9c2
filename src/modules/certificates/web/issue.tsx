import type { Hono } from 'hono';
import type { Day } from '../../../kernel/day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, once } from '../../../platform/command.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import { isAssumed, siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import type { Edition } from '../../calls/index.ts';
import { type IssueOrder, issueAndPrint } from '../jobs.ts';
import { IssuePage, type WaitingRow } from '../pages/issue.tsx';
import { candidatesOf, waiting } from '../queries/index.ts';
import { addressIssues, atOnce } from '../rules/index.ts';
import { type Candidate, issueBody } from '../schema/index.ts';
import { designOfEdition } from '../service/index.ts';
import { certificateIssues, labels, words } from '../vi/index.ts';
import { base, crumbsOf, issuedHere, ordered, orderedFor, pathOf } from './shared.ts';

const shown = 100;

type Typed = Readonly<Record<string, string>>;
type Answer = { readonly href: string } | { readonly issues: readonly Issue[] };

/** Issuing to all who wait for a certificate. */
export function issueDoors(app: Hono<Env>): void {
  app.get(`${base}/cap`, async (c) => {
    const edition = await issuedHere(c);
    const today = formatDate(c.var.cx.clock.today());
    const asked = c.req.query('ho-so');
    const again = asked === undefined ? {} : { again: '1' };
    return show(c, edition, c.req.query(), freshForm({ issued_on: today, letters: '1', ...again }));
  });
  app.post(`${base}/cap`, async (c) => sent(c, await issuedHere(c)));
}

async function sent(c: WebContext, edition: Edition): Promise<Response> {
  const { values, key } = await formOf(c);
  const answer = await once<Answer>(c.var.cx, key, async (cx) => {
    const done = await issueAll(c, cx, edition, values);
    return { keep: 'href' in done, answer: done };
  });
  if ('href' in answer) return c.redirect(answer.href, 303);
  const again = returnedForm(values, answer.issues, certificateIssues, labels);
  return show(c, edition, values, again);
}

async function issueAll(c: WebContext, cx: Cx, edition: Edition, values: Typed): Promise<Answer> {
  // Read before anything is ordered, so that the form comes back with what is wrong.
  const parsed = issueBody.safeParse({
    issued_on: values.issued_on,
    prize: values.giai,
    again: values.again,
    letters: values.letters,
    any_address: values.any_address,
  });
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const dossier = values['ho-so'] ?? '';
  const { design, version } = await designOfEdition(cx, edition);
  const { prize, again, letters, issued_on, any_address } = parsed.data;
  const printed = { any_address, site: siteOf(c), assumed: isAssumed(c) };
  const dossiers = dossier === '' ? {} : { dossiers: [dossier] };
  const found = await candidatesOf(cx.db, edition, design, { prize, ...dossiers });
  const total = waiting(found, again).length;
  if (version === 0) return { issues: [issue('', 'design_missing')] };
  if (total === 0) return { issues: [issue('', 'nobody_waits')] };
  const order: IssueOrder = {
    ...orderedFor(c, edition),
    sent: { issued_on, prize, ...dossiers, again, letters, ...printed },
    batch: cx.ids.uuid(),
  };
  const issues = [...addressIssues(printed), ...dayIssues(found, issued_on, cx.clock.today())];
  if (issues.length > 0) return { issues };
  if (total > atOnce) return { href: await ordered(c, cx, 'certificates.issue', order) };
  try {
    const done = await issueAndPrint(cx, order);
    return { href: pathOf(c, edition, `ban-in/${done?.pid}`) };
  } catch (error) {
    if (error instanceof Invalid) return { issues: error.issues };
    throw error;
  }
}

function dayIssues(found: readonly Candidate[], on: Day, today: Day): readonly Issue[] {
  const decided = found
    .flatMap(({ award }) => award.decidedOn ?? [])
    .toSorted()
    .at(-1);
  if (on > today) return [issue('issued_on', 'day_in_future', { today })];
  return decided !== undefined && on < decided
    ? [issue('issued_on', 'before_decision', { decided })]
    : [];
}

async function show(
  c: WebContext,
  edition: Edition,
  typed: Typed,
  state: FormView,
): Promise<Response> {
  const { cx } = c.var;
  const bad = state.summary.length > 0;
  const { design, version } = await designOfEdition(cx, edition);
  const dossier = typed['ho-so'] ?? '';
  const found = await candidatesOf(cx.db, edition, design, {
    prize: typed.giai || null,
    dossiers: dossier === '' ? null : [dossier],
  });
  const wait = waiting(found);
  const again = waiting(found, true).length - wait.length;
  const rows = state.values.again === undefined ? wait : waiting(found, true);
  return c.var.shell.office(c, {
    title: words.issue,
    lead: words.issueLead(rows.length),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsOf(c, edition, { label: words.issue }),
    body: (
      <IssuePage
        state={state}
        action={pathOf(c, edition, 'cap')}
        hidden={{ 'ho-so': dossier === '' ? undefined : dossier, _key: cx.ids.pid() }}
        backHref={pathOf(c, edition)}
        designHref={version === 0 ? pathOf(c, edition, 'mau') : null}
        prizes={edition.content.prizes.prizes.map(({ key, name }) => ({ value: key, label: name }))}
        prize={typed.giai ?? ''}
        address={isAssumed(c) ? siteOf(c) : null}
        total={rows.length}
        again={again}
        unnamed={found.filter(({ holder }) => holder === null).length}
        rows={rows.slice(0, shown).map(listed)}
      />
    ),
  });
}

const listed = ({ award, dossier, holder }: Candidate): WaitingRow => ({
  holder: holder?.names.join(', ') ?? '',
  unit: holder?.unit ?? '',
  prize: award.name,
  title: [dossier.number, dossier.title].filter(Boolean).join(' · '),
  decision: award.decision ?? '',
});
