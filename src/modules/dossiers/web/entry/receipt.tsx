import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { verifyText } from '../../../../platform/keys.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import type { AlertProps } from '../../../../ui/index.ts';
import { authorsIn, entrantNames, readFrozen, titleIn } from '../../../calls/index.ts';
import { inGroups, ReceiptPage } from '../../pages/entry/receipt.tsx';
import { filesOfDossier, filesOfVersion, versionOf } from '../../queries/index.ts';
import type { Dossier, DossierVersion } from '../../schema/index.ts';
import { receiptPdf } from '../../sheets/entry.ts';
import { receiptWords as words } from '../../vi/entry/index.ts';
import { proofAnswer, saved } from './proof.ts';
import { hidden, type Opened, ownDossier, ownPage, pathOf } from './shared.tsx';

/** The receipts of a dossier, for whoever holds its link. */
export function receiptDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/bien-nhan/:version', show);
  app.get('/ho-so/:token/bien-nhan/:version/pdf', pdf);
  app.get('/ho-so/:token/bien-nhan/:version/noi-dung', frozen);
  app.get('/ho-so/:token/bien-nhan/:version/chu-ky', proof);
}

interface Received extends Opened {
  readonly version: DossierVersion;
  readonly number: string;
}

/** The version of the address. @throws NotFound */
async function received(c: WebContext): Promise<Received> {
  const found = await ownDossier(c);
  const asked = c.req.param('version') ?? '';
  const version = /^\d{1,6}$/.test(asked)
    ? await versionOf(c.var.cx.db, found.dossier.id, Number(asked))
    : null;
  if (version === null) throw new NotFound('receipt');
  return { ...found, version, number: found.dossier.number ?? '' };
}

/** Where anybody may check a receipt. */
const checkPath = (number: string, sha256: string): string =>
  withQuery('/bien-nhan', { so: number, ma: sha256 });

function linesOf({ dossier, version }: Received) {
  const { content } = dossier.edition;
  const sent = readFrozen(version.frozen);
  const field = content.fields.find(({ code }) => code === sent.field);
  const authors = authorsIn(content, sent).map(({ name }) => name);
  return [
    { term: words.name, value: titleIn(content, sent) || dossier.title },
    { term: words.authors, value: authors.join(', ') },
    ...(sent.entrant === null ? [] : [{ term: words.entrant, value: entrantNames[sent.entrant] }]),
    ...(field === undefined ? [] : [{ term: words.field, value: field.name }]),
    { term: words.at, value: words.atWords(version.receivedAt) },
    { term: words.version, value: String(version.number) },
  ];
}

async function show(c: WebContext): Promise<Response> {
  const found = await received(c);
  const { dossier, token, version, number } = found;
  const { cx } = c.var;
  const every = await filesOfDossier(cx.db, dossier.id);
  const files = filesOfVersion(every, readFrozen(version.frozen).files);
  const signed = verifyText(cx.keys, 'receipt', version.receipt, version);
  const to = (rest: string) => pathOf(token, `bien-nhan/${version.number}${rest}`);
  return ownPage(c, found, {
    title: `${words.title} ${number}`,
    crumbs: [{ label: `${words.title} ${number}` }],
    body: (
      <ReceiptPage
        notices={noticesOf(c, dossier, version)}
        organiser={dossier.edition.organisation.name}
        committee={dossier.edition.content.committee.name}
        edition={dossier.edition.content.name}
        number={number}
        terms={[
          ...linesOf(found).map((line) =>
            line.term === words.at
              ? {
                  term: line.term,
                  value: (
                    <>
                      {line.value}
                      <p class="help">{words.atNote}</p>
                    </>
                  ),
                }
              : line,
          ),
          {
            term: words.sha256,
            value: (
              <>
                <span class="hash">{inGroups(version.sha256)}</span>
                <p class="help">{words.shaNote}</p>
              </>
            ),
          },
          { term: words.signature, value: words.signed[signed](version.keyId) },
        ]}
        files={files.map((one) => ({
          name: one.name,
          size: fileSize(one.size),
          href: pathOf(token, `tep/${one.pid}`),
          dropAction: null,
        }))}
        hrefs={{
          pdf: to('/pdf'),
          frozen: to('/noi-dung'),
          proof: to('/chu-ky'),
          check: checkPath(number, version.sha256),
          dossier: pathOf(token),
        }}
      />
    ),
  });
}

function noticesOf(c: WebContext, dossier: Dossier, version: DossierVersion): AlertProps[] {
  const fresh = c.req.query('moi') !== undefined && version.number === dossier.submitted;
  return [
    ...(fresh
      ? [
          {
            tone: 'ok' as const,
            title: words.received,
            children: dossier.email === null ? null : words.mailed(hidden(dossier.email)),
            live: true,
          },
        ]
      : []),
    ...(version.number < dossier.submitted
      ? [{ tone: 'warn' as const, children: words.newer(dossier.submitted) }]
      : []),
    ...(dossier.state === 'withdrawn'
      ? [{ tone: 'warn' as const, children: words.withdrawn }]
      : []),
  ];
}

async function pdf(c: WebContext): Promise<Response> {
  const found = await received(c);
  const { dossier, version, number } = found;
  const bytes = await receiptPdf({
    organiser: dossier.edition.organisation.name,
    committee: dossier.edition.content.committee.name,
    edition: dossier.edition.content.name,
    number,
    lines: linesOf(found),
    sha256: version.sha256,
    signature: version.signature,
    keyId: version.keyId,
    page: `${siteOf(c)}/bien-nhan`,
    check: `${siteOf(c)}${checkPath(number, version.sha256)}`,
  });
  const name = words.pdfName(number, version.number);
  return c.body(bytes as Buffer<ArrayBuffer>, 200, saved(name, 'application/pdf'));
}

/** The very bytes whose SHA-256 the receipt tells. */
async function frozen(c: WebContext): Promise<Response> {
  const { version, number } = await received(c);
  const name = words.frozenName(number, version.number);
  return c.body(version.frozen, 200, saved(name, 'application/json; charset=utf-8'));
}

async function proof(c: WebContext): Promise<Response> {
  const { version, number } = await received(c);
  return proofAnswer(c, version, words.proofName(number, version.number));
}
