import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert } from '../../../ui/index.ts';
import { DesignForm } from '../pages/design.tsx';
import { cardRead, cardWrite } from '../policy.ts';
import { findDesign, issuersById } from '../queries/index.ts';
import { cardNumber, firstNumber } from '../rules.ts';
import type { Design } from '../schema.ts';
import { defaultDesign, setDesign } from '../service/index.ts';
import { cardsPdf } from '../sheets/index.ts';
import { labels, printingWords, words } from '../vi.ts';
import { allow, crumbsTo, issueWords, pathOf, sendPdf, sheetsOf } from './shared.ts';

export function designDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/the/mau', async (c) => {
    allow(c, cardWrite);
    const design = await designHere(c);
    return show(c, freshForm(typedOf(design)), design.version);
  });
  app.post('/hoi-vien/the/mau', save);
  app.get('/hoi-vien/the/mau/the-mau.pdf', sample);
}

async function designHere(c: WebContext): Promise<Design> {
  const { cx, place } = c.var;
  const { organisationId, code } = place;
  return (await findDesign(cx, organisationId)) ?? defaultDesign(organisationId, code);
}

async function save(c: WebContext): Promise<Response> {
  allow(c, cardWrite);
  const { values } = await formOf(c);
  const { pattern, title, signer_post, signer_name, note, version } = values;
  const raw = {
    organisation: c.var.place.code,
    pattern,
    title,
    signer_post,
    signer_name,
    note,
    version,
  };
  try {
    const outcome = await execute(c.var.cx, setDesign, raw);
    if (outcome.ok) return c.redirect(`${pathOf(c, 'mau')}?da-luu=1`, 303);
    return show(c, returnedForm(values, outcome.issues, issueWords, labels), Number(version ?? 0));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const state = returnedForm(values, [issue('', 'changed_meanwhile')], issueWords, labels);
    return show(c, state, error.version, pathOf(c, 'mau'));
  }
}

function show(
  c: WebContext,
  state: FormView,
  version: number,
  newerHref?: string,
): Response | Promise<Response> {
  const bad = state.summary.length > 0;
  return c.var.shell.office(c, {
    title: words.design,
    lead: words.designOf(c.var.place.shortName),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: words.design }),
    before:
      c.req.query('da-luu') === undefined ? undefined : (
        <Alert tone="ok" title={words.designSaved} live />
      ),
    body: (
      <DesignForm
        state={state}
        action={c.req.path}
        hidden={{ version: version > 0 ? version : undefined }}
        backHref={pathOf(c)}
        newerHref={newerHref}
        sampleHref={pathOf(c, 'mau/the-mau.pdf')}
      />
    ),
  });
}

function typedOf(design: Design): Record<string, string> {
  return {
    pattern: design.pattern,
    title: design.title,
    signer_post: design.signerPost ?? '',
    signer_name: design.signerName ?? '',
    note: design.note ?? '',
  };
}

/** A card as the design makes it, of nobody: its code is nobody's. */
async function sample(c: WebContext): Promise<Response> {
  allow(c, cardRead);
  const { cx, place } = c.var;
  const { pattern } = await designHere(c);
  const today = cx.clock.today();
  const card = {
    issuerId: place.organisationId,
    issuerName: place.name,
    personName: words.sample.name,
    number: cardNumber(pattern, firstNumber(pattern), today),
    branch: words.sample.branch,
    joined: today.slice(0, 4),
    validUntil: null,
    token: '0'.repeat(16),
  };
  const issuers = await issuersById(cx, [place.organisationId]);
  const bytes = await cardsPdf([card], issuers, sheetsOf(c, { sheets: false, back: true }));
  return sendPdf(c, bytes, printingWords.sampleFile);
}
