import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { office } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, RecordHistory, type Term } from '../../../ui/index.ts';
import type { Edition } from '../../calls/index.ts';
import { historyOf } from '../../people/index.ts';
import { CertificatePage } from '../pages/certificate.tsx';
import { StateBadge } from '../pages/state.tsx';
import { issuedOf } from '../queries/index.ts';
import { inFours, pageAddress, readFrozen } from '../rules/index.ts';
import type { Certificate } from '../schema/index.ts';
import { certificatePdf } from '../sheets/index.ts';
import { actionNames, labels, printingWords, words } from '../vi/index.ts';
import {
  certificateOf,
  credentialType,
  crumbsOf,
  editionOf,
  mayIssue,
  one,
  pathOf,
  sendFile,
  sendPdf,
} from './shared.ts';

/** One certificate: its page and its files. */
export function certificateDoors(app: Hono<Env>): void {
  app.get(one, page);
  app.get(`${one}/giay.pdf`, pdf);
  app.get(`${one}/ban-ky.json`, credential);
}

async function page(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const certificate = await certificateOf(c, edition);
  const path = pathOf(c, edition, certificate.pid);
  const issues = await mayIssue(c, edition);
  const items = await historyHere(c, certificate);
  const said = saidIn(c, { 'da-thay': words.replaced, 'da-thu-hoi': words.revoked });
  const { state, number } = certificate;
  const again = issues && state === 'revoked' && certificate.awardId !== null;
  return c.var.shell.office(c, {
    title: words.named(number),
    lead: certificate.holderName,
    crumbs: crumbsOf(c, edition, { label: words.named(number) }),
    action: (
      <ButtonLink kind="primary" icon="download" href={`${path}/giay.pdf`} download>
        {words.pdf}
      </ButtonLink>
    ),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <CertificatePage
        terms={termsOf(c, edition, certificate)}
        proof={[
          { term: words.sha256, value: <span class="hash">{certificate.sha256}</span> },
          { term: words.signature, value: <span class="hash">{certificate.signature}</span> },
          { term: words.key, value: certificate.keyId },
        ]}
        credentialHref={`${path}/ban-ky.json`}
        acts={
          issues && state === 'valid'
            ? { replaceHref: `${path}/thay`, revokeHref: `${path}/thu-hoi` }
            : null
        }
        againHref={again ? `${pathOf(c, edition, 'cap')}?ho-so=${certificate.dossier.pid}` : null}
        listHref={pathOf(c, edition)}
      />
    ),
    aside: items.length === 0 ? undefined : <RecordHistory items={items} />,
  });
}

// What was done to it, and how it came with others.
async function historyHere(c: WebContext, { id, batchId }: Certificate) {
  const { db } = c.var.cx;
  const history = { actions: actionNames, fields: labels };
  const own = await historyOf(db, { type: 'certificate', id }, history);
  if (batchId === null) return own;
  return [...own, ...(await historyOf(db, { type: 'certificate_batch', id: batchId }, history))];
}

function termsOf(c: WebContext, edition: Edition, certificate: Certificate): readonly Term[] {
  const { columns } = words;
  const { dossier, code } = certificate;
  const link = (pid: string | null, label: string) =>
    pid === null ? null : <a href={pathOf(c, edition, pid)}>{label}</a>;
  const prize = edition.content.prizes.prizes.find(({ key }) => key === certificate.prize);
  const optional: readonly (readonly [string, Term['value'] | null])[] = [
    [words.ended, certificate.endedOn === null ? null : formatDate(certificate.endedOn)],
    [labels.reason ?? '', certificate.reason],
    [labels.decision ?? '', certificate.decision],
    [words.earlier, link(certificate.replacesPid, words.list)],
    [words.later, link(certificate.replacedByPid, words.list)],
  ];
  const dossierHref = office(c.var.place.code, `hoi-thi/${edition.pid}/ho-so/${dossier.pid}`);
  return [
    { term: columns.holder, value: certificate.holderName },
    { term: words.state, value: <StateBadge state={certificate.state} /> },
    { term: columns.number, value: certificate.number },
    { term: columns.prize, value: prize?.name ?? certificate.prize },
    {
      term: words.dossier,
      value: (
        <a href={dossierHref}>{[dossier.number, dossier.title].filter(Boolean).join(' · ')}</a>
      ),
    },
    { term: columns.issued, value: formatDate(certificate.issuedOn) },
    ...optional.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
    {
      term: words.checkPage,
      value: <a href={pageAddress(siteOf(c), code)}>{inFours(code)}</a>,
    },
  ];
}

async function filesHere(c: WebContext) {
  const edition = await editionOf(c);
  const certificate = await certificateOf(c, edition);
  return { certificate, issued: await issuedOf(c.var.cx.db, certificate.id) };
}

async function pdf(c: WebContext): Promise<Response> {
  const { certificate, issued } = await filesHere(c);
  const bytes = await certificatePdf(readFrozen(issued.frozen), issued.credential);
  return sendPdf(c, bytes, printingWords.oneFile(certificate.number));
}

async function credential(c: WebContext): Promise<Response> {
  const { certificate, issued } = await filesHere(c);
  const name = printingWords.credentialFile(certificate.number);
  return sendFile(c, issued.credential, { name, type: credentialType });
}
