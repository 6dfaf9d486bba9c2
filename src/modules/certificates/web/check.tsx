import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { verifyText } from '../../../platform/keys.ts';
import type { Term } from '../../../ui/index.ts';
import { CheckPage, CodeForm, Outcomes } from '../pages/check.tsx';
import { type Checked, certificateByCode, mayBeNamed } from '../queries/index.ts';
import { codeOf, type Frozen, issuerIn, issuerNamed, readFrozen } from '../rules/index.ts';
import { certificateKeys } from '../service/index.ts';
import { printingWords, checkWords as words } from '../vi/index.ts';
import { unkept } from './own.tsx';
import { credentialType, sendFile } from './shared.ts';

const home = { label: words.home, href: '/' };

/** Where anybody checks a certificate; the page of its QR code. */
export function checkDoors(app: Hono<Env>): void {
  app.get('/chung-nhan', askPage);
  app.get('/chung-nhan/:file{[0-9A-Za-z]+\\.json}', credential);
  app.get('/chung-nhan/:code', verdictPage);
}

async function askPage(c: WebContext): Promise<Response> {
  const typed = (c.req.query('ma') ?? '').trim();
  // What cannot be a code goes the same way: it is answered as every code that is nobody's.
  if (typed !== '') return c.redirect(`/chung-nhan/${codeOf(typed) ?? '0'.repeat(16)}`, 303);
  return unkept(
    await c.var.shell.portal(c, {
      title: words.title,
      crumbs: [home, { label: words.title }],
      body: (
        <>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
          <CodeForm titled={false} />
        </>
      ),
      aside: <Outcomes />,
    }),
  );
}

/** Valid, and every consent that is due is there. */
const isNamed = async (c: WebContext, found: Checked): Promise<boolean> =>
  found.state === 'valid' && (await mayBeNamed(c.var.cx, found));

/**
 * What everybody may know of a certificate: whether it stands, its number, edition, prize and decision; the
 * name only where it may be public today. One status and one shape whether there is such a code or not.
 */
async function verdictPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const code = codeOf(c.req.param('code') ?? '');
  const found = await certificateByCode(cx.db, code);
  const named = found !== null && (await isNamed(c, found));
  const keys = certificateKeys(cx.keys);
  const key = keys.find(({ id }) => id === found?.keyId) ?? (found === null ? keys[0] : undefined);
  const page = await c.var.shell.portal(c, {
    title: words.title,
    crumbs: [home, { label: words.title, href: '/chung-nhan' }],
    body: (
      <CheckPage
        verdict={found?.state ?? 'unknown'}
        checkedAt={formatDateTime(vietnamTime(cx.clock.now()))}
        terms={termsOf(c, found, named)}
        multikey={key?.multikey ?? words.fingerprintUnknown}
        credential={found === null ? null : { href: `/chung-nhan/${code}.json`, named }}
      />
    ),
    aside: (
      <>
        <CodeForm titled />
        <Outcomes />
      </>
    ),
  });
  return unkept(page);
}

function termsOf(c: WebContext, found: Checked | null, named: boolean): readonly Term[] {
  const frozen = found === null ? null : readFrozen(found.frozen);
  const told = (value: string | null | undefined): string => value || words.nothing;
  const holder = frozen === null ? null : named ? frozen.holder.names.join(', ') : words.withheld;
  return [
    { term: words.number, value: told(frozen?.number) },
    {
      term: words.issuer,
      value: told(
        found === null || frozen === null ? null : issuerNamed(frozen, issuerIn(found.nameless)),
      ),
    },
    { term: words.edition, value: told(frozen?.edition.name) },
    { term: words.prize, value: told(frozen?.award.prize) },
    { term: words.holder, value: told(holder) },
    { term: words.decision, value: told(frozen === null ? null : decisionIn(frozen)) },
    { term: words.issued, value: told(frozen === null ? null : formatDate(frozen.issuedOn)) },
    {
      term: words.ended,
      value: told(found?.endedOn ? formatDate(found.endedOn) : null),
    },
    { term: words.revokedBy, value: told(found?.decision) },
    { term: words.signature, value: told(found === null ? null : signed(c, found)) },
  ];
}

const decisionIn = ({ award }: Frozen): string | null =>
  award.decision === null
    ? null
    : words.decisionOf(
        award.decision,
        award.decidedOn === null ? null : formatDate(award.decidedOn),
      );

const signed = (c: WebContext, found: Checked): string =>
  words.signed[verifyText(c.var.cx.keys, 'certificate', found.frozen, found)](found.keyId);

/** The credential as everybody may have it: with a name only where that may be public today. */
async function credential(c: WebContext): Promise<Response> {
  const code = codeOf((c.req.param('file') ?? '').replace(/\.json$/, ''));
  const found = await certificateByCode(c.var.cx.db, code);
  if (found === null) throw new NotFound('certificate');
  const text = (await isNamed(c, found)) ? found.credential : found.nameless;
  const name = printingWords.credentialFile(readFrozen(found.frozen).number);
  return unkept(sendFile(c, text, { name, type: credentialType }));
}
