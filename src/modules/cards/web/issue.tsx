import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, once } from '../../../platform/command.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { pickedCode } from '../../../platform/records/narrowing.ts';
import { formatPartialDate } from '../../people/index.ts';
import { type IssueOrder, issueAndPrint } from '../jobs.ts';
import { IssuePage, type IssueProps, type ListedMember } from '../pages/issue.tsx';
import { cardWrite } from '../policy.ts';
import {
  branchesUnder,
  type CandidateFilter,
  countCandidates,
  listCandidates,
} from '../queries/index.ts';
import { atOnce } from '../rules.ts';
import { type Candidate, issueManyInput } from '../schema.ts';
import { issueCard, memberOf } from '../service/index.ts';
import { labels, words } from '../vi.ts';
import {
  allow,
  crumbsTo,
  issueWords,
  ordered,
  ownersOf,
  pathOf,
  placeHere,
  sheetsOf,
} from './shared.ts';

const shown = 50;

export function issueDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/the/cap', async (c) => {
    allow(c, cardWrite);
    const today = formatDate(c.var.cx.clock.today());
    return show(c, c.req.query(), freshForm({ issued_on: today }));
  });
  app.post('/hoi-vien/the/cap', async (c) => {
    allow(c, cardWrite);
    return sent(c);
  });
}

type Typed = Readonly<Record<string, string>>;

async function filterOf(c: WebContext, typed: Typed): Promise<CandidateFilter> {
  const { options } = await ownersOf(c);
  return {
    under: c.var.place.organisationId,
    organisation: pickedCode(options, typed['don-vi']),
    branch: (typed['chi-hoi'] ?? '').slice(0, 200) || null,
    q: (typed.q ?? '').slice(0, 200),
  };
}

type Answer = { readonly href: string } | { readonly issues: readonly Issue[] };

async function sent(c: WebContext): Promise<Response> {
  const { values, key } = await formOf(c);
  const one = values['hoi-vien'] ?? '';
  const filter = await filterOf(c, values);
  const answer = await once<Answer>(c.var.cx, key, async (cx) => {
    const done =
      one === '' ? await issueAll(c, cx, filter, values) : await issueOne(c, cx, one, values);
    return { keep: 'href' in done, answer: done };
  });
  if ('href' in answer) return c.redirect(answer.href, 303);
  return show(c, values, returnedForm(values, answer.issues, issueWords, labels));
}

async function issueOne(c: WebContext, cx: Cx, membership: string, values: Typed): Promise<Answer> {
  const { issued_on, valid_until } = values;
  const outcome = await issueCard(cx, { membership, issued_on, valid_until });
  if (!outcome.ok) return { issues: outcome.issues };
  return { href: `${pathOf(c, outcome.value.pid)}?da-cap=1` };
}

async function issueAll(
  c: WebContext,
  cx: Cx,
  filter: CandidateFilter,
  values: Typed,
): Promise<Answer> {
  const { issued_on, valid_until } = values;
  // Read before anything is ordered, so that the form comes back with what is wrong.
  const parsed = issueManyInput(cx.clock.today()).safeParse({
    memberships: ['-'],
    issued_on,
    valid_until,
  });
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  const total = await countCandidates(cx, filter);
  if (total === 0) return { issues: [issue('', 'nobody')] };
  const order: IssueOrder = {
    place: placeHere(c),
    filter,
    days: { issued_on: parsed.data.issued_on, valid_until: parsed.data.valid_until },
    batch: cx.ids.uuid(),
    how: sheetsOf(c, { sheets: true, back: values.back !== undefined }),
  };
  if (total > atOnce) return { href: await ordered(c, cx, 'cards.issue', order) };
  const printed = await issueAndPrint(cx, order);
  return { href: pathOf(c, `ban-in/${printed?.pid}`) };
}

async function show(c: WebContext, typed: Typed, state: FormView): Promise<Response> {
  const one = typed['hoi-vien'] ?? '';
  const bad = state.summary.length > 0;
  const member = one === '' ? null : await memberOf(c.var.cx, one);
  const many = member === null ? await manyOf(c, typed) : null;
  const title = member === null ? words.issue : words.issueOne;
  const { values } = many ?? { values: { 'hoi-vien': one } };
  return c.var.shell.office(c, {
    title,
    lead:
      member === null ? words.issueLead(many?.total ?? 0, many?.filtered ?? false) : leadOf(member),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: title }),
    body: (
      <IssuePage
        state={state}
        action={c.req.path}
        hidden={{ ...values, _key: c.var.cx.ids.pid() }}
        backHref={pathOf(c)}
        verb={many === null ? words.issue : words.issueMany(many.total)}
        many={many}
      />
    ),
  });
}

const leadOf = (member: Candidate): string =>
  [member.personName, member.organisationName, member.branch].filter(Boolean).join(' · ');

async function manyOf(c: WebContext, typed: Typed): Promise<NonNullable<IssueProps['many']>> {
  const { cx, place } = c.var;
  const filter = await filterOf(c, typed);
  const owners = await ownersOf(c);
  const branches = await branchesUnder(cx, place.organisationId);
  const values = {
    q: typed.q ?? '',
    'don-vi': typed['don-vi'] ?? '',
    'chi-hoi': typed['chi-hoi'] ?? '',
  };
  return {
    values,
    filtered: Object.values(values).some((value) => value !== ''),
    total: await countCandidates(cx, filter),
    rows: (await listCandidates(cx, filter, shown)).map(listed),
    organisations: owners.organisations,
    suggestHref: owners.suggestHref,
    branches: branches.map((value) => ({ value, label: value })),
  };
}

function listed(member: Candidate): ListedMember {
  return {
    name: member.personName,
    organisation: member.organisationName,
    branch: member.branch ?? '',
    joined: member.joined === null ? '' : formatPartialDate(member.joined),
    number: member.standingNumber ?? member.cardNumber ?? '',
  };
}
