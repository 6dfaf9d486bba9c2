import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, RecordHistory, type Term } from '../../../ui/index.ts';
import { formatPartialDate, historyOf } from '../../people/index.ts';
import { type CardFormProps, CardPage, ReplaceForm, RevokeForm } from '../pages/card.tsx';
import { StateBadge } from '../pages/state.tsx';
import { cardRead, cardWrite } from '../policy.ts';
import { issuersById } from '../queries/index.ts';
import { inFours, stateOn } from '../rules.ts';
import type { Card } from '../schema.ts';
import { replaceCard, revokeCard } from '../service/index.ts';
import { cardsPdf } from '../sheets/index.ts';
import { actionNames, labels, printingWords, words } from '../vi.ts';
import { allow, cardHere, crumbsTo, issueWords, pathOf, sendPdf, sheetsOf } from './shared.ts';

export function cardDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/the/:pid', cardPage);
  app.get('/hoi-vien/the/:pid/the.pdf', (c) => pdf(c, false));
  app.get('/hoi-vien/the/:pid/to-a4.pdf', (c) => pdf(c, true));
  app.get('/hoi-vien/the/:pid/cap-lai', async (c) => {
    const card = await standingHere(c);
    const until = card.validUntil === null ? '' : formatDate(card.validUntil);
    return formPage(c, card, 'replace', freshForm({ valid_until: until }));
  });
  app.post('/hoi-vien/the/:pid/cap-lai', replace);
  app.get('/hoi-vien/the/:pid/thu-hoi', async (c) =>
    formPage(c, await standingHere(c), 'revoke', freshForm()),
  );
  app.post('/hoi-vien/the/:pid/thu-hoi', revoke);
}

async function standingHere(c: WebContext): Promise<Card> {
  const card = await cardHere(c);
  allow(c, cardWrite);
  return card;
}

async function cardPage(c: WebContext): Promise<Response> {
  allow(c, cardRead);
  const card = await cardHere(c);
  const path = pathOf(c, card.pid);
  const acts = offers(c, cardWrite) && card.state === 'valid';
  const items = await historyHere(c, card);
  const title = saidIn(c, {
    'da-cap': words.issued,
    'da-cap-lai': words.replaced,
    'da-thu-hoi': words.revoked,
  });
  return c.var.shell.office(c, {
    title: words.named(card.number),
    lead: [card.personName, card.organisationName].join(' · '),
    crumbs: crumbsTo(c, { label: words.named(card.number) }),
    action: (
      <ButtonLink kind="primary" icon="download" href={`${path}/the.pdf`} download>
        {words.printOne}
      </ButtonLink>
    ),
    before: title === undefined ? undefined : <Alert tone="ok" title={title} live />,
    body: (
      <CardPage
        terms={termsOf(c, card)}
        sheetHref={`${path}/to-a4.pdf`}
        acts={acts ? { replaceHref: `${path}/cap-lai`, revokeHref: `${path}/thu-hoi` } : null}
        listHref={pathOf(c)}
      />
    ),
    aside: items.length === 0 ? undefined : <RecordHistory items={items} />,
  });
}

// What was done to it, and how it came with others.
async function historyHere(c: WebContext, { id, batchId }: Card) {
  const { db } = c.var.cx;
  const own = await historyOf(db, { type: 'card', id }, history);
  if (batchId === null) return own;
  return [...own, ...(await historyOf(db, { type: 'card_batch', id: batchId }, history))];
}

const history = { actions: actionNames, fields: labels };

function termsOf(c: WebContext, card: Card): readonly Term[] {
  const { columns } = words;
  const link = (pid: string, label: string) => <a href={pathOf(c, pid)}>{label}</a>;
  const address = `${siteOf(c)}/the/${card.token}`;
  const optional: readonly (readonly [string, Term['value'] | null])[] = [
    [columns.branch, card.branch],
    [columns.joined, card.joined === null ? null : formatPartialDate(card.joined)],
    [words.endedOn, card.endedOn === null ? null : formatDate(card.endedOn)],
    [labels.reason ?? '', card.reason],
    [words.earlier, card.replacesPid === null ? null : link(card.replacesPid, words.earlierCard)],
    [words.later, card.replacedByPid === null ? null : link(card.replacedByPid, words.laterCard)],
  ];
  return [
    { term: columns.person, value: card.personName },
    { term: words.state, value: <StateBadge state={stateOn(card, c.var.cx.clock.today())} /> },
    { term: columns.number, value: card.number },
    { term: columns.organisation, value: card.issuerName },
    { term: columns.issued, value: formatDate(card.issuedOn) },
    {
      term: labels.valid_until ?? '',
      value: card.validUntil === null ? words.noEnd : formatDate(card.validUntil),
    },
    ...optional.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
    { term: words.checkPage, value: <a href={address}>{inFours(card.token)}</a> },
  ];
}

async function pdf(c: WebContext, sheets: boolean): Promise<Response> {
  allow(c, cardRead);
  const card = await cardHere(c);
  const issuers = await issuersById(c.var.cx, [card.issuerId]);
  const bytes = await cardsPdf([card], issuers, sheetsOf(c, { sheets, back: !sheets }));
  return sendPdf(c, bytes, printingWords.oneFile(card.number));
}

type Act = 'replace' | 'revoke';

const forms: Readonly<Record<Act, { title: string; form: (props: CardFormProps) => unknown }>> = {
  replace: { title: words.replace, form: (props) => <ReplaceForm {...props} /> },
  revoke: { title: words.revoke, form: (props) => <RevokeForm {...props} /> },
};

function formPage(
  c: WebContext,
  card: Card,
  act: Act,
  state: FormView,
  newer?: number,
): Response | Promise<Response> {
  const bad = state.summary.length > 0;
  const back = pathOf(c, card.pid);
  const { title, form } = forms[act];
  return c.var.shell.office(c, {
    title,
    lead: [words.named(card.number), card.personName].join(' · '),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: words.named(card.number), href: back }, { label: title }),
    body: form({
      state,
      action: c.req.path,
      hidden: { version: newer ?? card.version },
      backHref: back,
      newerHref: newer === undefined ? undefined : back,
    }) as never,
  });
}

async function replace(c: WebContext): Promise<Response> {
  const card = await standingHere(c);
  const { values } = await formOf(c);
  const { reason, valid_until, new_number, version } = values;
  const raw = { pid: card.pid, reason, valid_until, new_number, version };
  return settle(c, card, 'replace', values, async () => {
    const outcome = await execute(c.var.cx, replaceCard, raw);
    return outcome.ok ? `${pathOf(c, outcome.value.pid)}?da-cap-lai=1` : outcome.issues;
  });
}

async function revoke(c: WebContext): Promise<Response> {
  const card = await standingHere(c);
  const { values } = await formOf(c);
  const raw = { pid: card.pid, reason: values.reason, version: values.version };
  return settle(c, card, 'revoke', values, async () => {
    const outcome = await execute(c.var.cx, revokeCard, raw);
    return outcome.ok ? `${pathOf(c, card.pid)}?da-thu-hoi=1` : outcome.issues;
  });
}

async function settle(
  c: WebContext,
  card: Card,
  act: Act,
  values: Readonly<Record<string, string>>,
  run: () => Promise<string | readonly ReturnType<typeof issue>[]>,
): Promise<Response> {
  const again = (issues: readonly ReturnType<typeof issue>[], newer?: number) =>
    formPage(c, card, act, returnedForm(values, issues, issueWords, labels), newer);
  try {
    const done = await run();
    return typeof done === 'string' ? c.redirect(done, 303) : await again(done);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version);
  }
}
