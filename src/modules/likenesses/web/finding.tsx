import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert, type Term } from '../../../ui/index.ts';
import { FindingPage } from '../pages/finding.tsx';
import type { SideView } from '../pages/side.tsx';
import { likenessDecide } from '../policy.ts';
import { comparedByPid } from '../queries/index.ts';
import { amountOf, markedIn, shownParts } from '../rules/index.ts';
import type { ComparedFinding, Side } from '../schema.ts';
import { decideLikeness } from '../service/index.ts';
import { amountNames, labels, words } from '../vi.ts';
import { crumbsTo, issueWords, nameOf, path, pathOf } from './shared.tsx';

const pid = ':pid{[0-9a-z]{16}}';

export function findingDoors(app: Hono<Env>): void {
  app.get(`/${path}/${pid}`, async (c) => page(c, await findingOf(c), null));
  app.post(`/${path}/${pid}`, decide);
}

const findingOf = (c: WebContext): Promise<ComparedFinding> =>
  comparedByPid(c.var.cx, c.req.param('pid') ?? '');

async function page(
  c: WebContext,
  finding: ComparedFinding,
  returned: FormView | null,
  newer?: number,
): Promise<Response> {
  const said = saidIn(c, { 'da-ghi': words.saved });
  const bad = (returned?.summary.length ?? 0) > 0;
  const decides = await may(c.var.cx, likenessDecide, finding.organisationId);
  const { score, passages, bodies } = finding;
  const marked = { newer: markedIn(passages, 'first'), earlier: markedIn(passages, 'second') };
  const { open } = finding.earlier;
  return c.var.shell.office(c, {
    title: nameOf(finding.newer),
    lead: words.amountLine(amountNames[amountOf(score)], score, finding.words),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: words.one }),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <FindingPage
        state={finding.state}
        decision={decisionOf(finding)}
        changedSince={finding.changedSince}
        passages={passages.length}
        newer={{
          ...sideView(finding.newer, 'newer', shownParts(bodies.newer, marked.newer, true)),
          href: dossierHref(c, finding.newer),
        }}
        earlier={sideView(
          finding.earlier,
          'earlier',
          shownParts(bodies.earlier, marked.earlier, open),
        )}
        form={
          decides
            ? {
                action: pathOf(c, finding.pid),
                version: newer ?? finding.version,
                state: returned ?? freshForm(decidedValues(finding)),
                newerHref: newer === undefined ? undefined : pathOf(c, finding.pid),
              }
            : null
        }
        listHref={pathOf(c)}
      />
    ),
  });
}

/** What was decided, to be changed. */
const decidedValues = ({ state, reason }: ComparedFinding): Record<string, string> =>
  state === 'open' ? {} : { answer: state, reason: reason ?? '' };

function decisionOf({ state, reason, decidedAt, decidedBy }: ComparedFinding): readonly Term[] {
  if (state === 'open' || decidedAt === null) return [];
  const { by, at } = words.decidedTerm;
  return [
    { term: labels.reason ?? '', value: reason ?? '' },
    ...(decidedBy === null ? [] : [{ term: by, value: decidedBy }]),
    { term: at, value: formatDateTime(vietnamTime(decidedAt)) },
  ];
}

const dossierHref = (c: WebContext, { edition, dossier }: Side): string | null =>
  edition === null || dossier === null
    ? null
    : office(c.var.place.code, `hoi-thi/${edition.pid}/ho-so/${dossier}`);

function sideView(side: Side, which: 'newer' | 'earlier', parts: SideView['parts']): SideView {
  return {
    which,
    title: which === 'newer' ? words.newer : side.imported ? words.earlierFile : words.earlier,
    name: nameOf(side),
    href: null,
    terms: termsOf(side),
    keptBack: !side.open,
    parts,
  };
}

function termsOf(side: Side): readonly Term[] {
  if (!side.open) return [];
  const { terms, unknown } = words;
  const optional: readonly (readonly [string, string | null])[] = [
    [terms.number, side.number],
    [terms.edition, side.edition?.name ?? null],
    [terms.year, side.edition === null && side.year !== null ? String(side.year) : null],
  ];
  return [
    ...optional.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
    { term: side.imported ? terms.broughtBy : terms.organisation, value: side.organisation.name },
    { term: terms.authors, value: side.authors ?? unknown },
  ];
}

async function decide(c: WebContext): Promise<Response> {
  const finding = await findingOf(c);
  const { values } = await formOf(c);
  const { answer, reason, version } = values;
  const again = (issues: readonly Issue[], newer?: number) =>
    page(c, finding, returnedForm(values, issues, issueWords, labels), newer);
  try {
    const raw = { pid: finding.pid, answer, reason, version };
    const done = await execute(c.var.cx, decideLikeness, raw);
    if (!done.ok) return await again(done.issues);
    return c.redirect(`${pathOf(c, finding.pid)}?da-ghi=1`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version);
  }
}
