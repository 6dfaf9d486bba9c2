import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { placeOf } from '../../organisations/index.ts';
import { type OwnCertificate, OwnPage } from '../pages/own.tsx';
import { StateBadge } from '../pages/state.tsx';
import { type Checked, certificatesOfDossier, dossierOfToken } from '../queries/index.ts';
import { readFrozen } from '../rules/index.ts';
import { certificatePdf } from '../sheets/index.ts';
import { printingWords, ownWords as words } from '../vi/index.ts';
import { credentialType, sendFile, sendPdf } from './shared.ts';

const base = '/chung-nhan/nhan/:token';

/** The certificates of a dossier with their names, for whoever holds the link of a letter. */
export function ownDoors(app: Hono<Env>): void {
  app.get(base, ownPage);
  app.get(`${base}/:pid/giay.pdf`, async (c) => {
    const { frozen, credential } = await certificateOf(c);
    const read = readFrozen(frozen);
    const bytes = await certificatePdf(read, credential);
    return unkept(sendPdf(c, bytes, printingWords.oneFile(read.number)));
  });
  app.get(`${base}/:pid/ban-ky.json`, async (c) => {
    const { frozen, credential } = await certificateOf(c);
    const name = printingWords.credentialFile(readFrozen(frozen).number);
    return unkept(sendFile(c, credential, { name, type: credentialType }));
  });
}

/** Neither kept on the way, nor found by search engines. */
export function unkept(page: Response): Response {
  page.headers.set('cache-control', 'private, no-store');
  page.headers.set('x-robots-tag', 'noindex, nofollow');
  return page;
}

/** @throws NotFound for a link that opens nothing, or no longer */
async function opened(c: WebContext): Promise<{ token: string; found: readonly Checked[] }> {
  const { cx } = c.var;
  const token = c.req.param('token') ?? '';
  const dossier = await dossierOfToken(cx, token);
  if (dossier === null) throw new NotFound('certificate');
  return { token, found: await certificatesOfDossier(cx.db, dossier) };
}

async function certificateOf(c: WebContext): Promise<Checked> {
  const { found } = await opened(c);
  const certificate = found.find(({ pid }) => pid === c.req.param('pid'));
  if (certificate === undefined) throw new NotFound('certificate');
  return certificate;
}

async function ownPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const { token, found } = await opened(c);
  const [first] = found;
  const place =
    first === undefined ? null : await placeOf(cx.db, first.organisation.code, cx.clock.today());
  // It wears the colours of the union that holds the edition.
  if (place !== null && !('movedTo' in place)) c.set('place', place);
  const page = await c.var.shell.portal(c, {
    title: words.title,
    crumbs: [{ label: words.title }],
    body: (
      <>
        <h1>{words.title}</h1>
        <OwnPage items={found.map((one) => itemOf(one, token))} />
      </>
    ),
  });
  return unkept(page);
}

function itemOf({ pid, frozen, state }: Checked, token: string): OwnCertificate {
  const { number, holder, award, edition, code } = readFrozen(frozen);
  const { columns } = words;
  return {
    title: words.number(number),
    terms: [
      { term: columns.holder, value: holder.names.join(', ') },
      { term: columns.prize, value: `${award.prize}, ${edition.name}` },
      { term: columns.state, value: <StateBadge state={state} /> },
    ],
    pdfHref: `/chung-nhan/nhan/${token}/${pid}/giay.pdf`,
    credentialHref: `/chung-nhan/nhan/${token}/${pid}/ban-ky.json`,
    pageHref: `/chung-nhan/${code}`,
  };
}
