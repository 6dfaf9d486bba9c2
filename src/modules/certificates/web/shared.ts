import { contentDisposition } from '../../../platform/documents/filename.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { startRun } from '../../../platform/jobs/index.ts';
import { may } from '../../../platform/policy.ts';
import { type Edition, editionByPid } from '../../calls/index.ts';
import type { OrderedFor } from '../jobs.ts';
import { certificateIssue, certificateRead } from '../policy.ts';
import { certificateByPid } from '../queries/index.ts';
import type { Certificate } from '../schema/index.ts';
import { words } from '../vi/index.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition{[0-9a-z]{16}}/chung-nhan';
export const one = `${base}/:pid{[0-9a-z]{16}}`;

/** The address of a page of certificates of an edition; of their list when left out. */
export const pathOf = (c: WebContext, { pid }: { readonly pid: string }, rest = ''): string =>
  office(c.var.place.code, `hoi-thi/${pid}/chung-nhan${rest === '' ? '' : `/${rest}`}`);

/** The edition, its certificates, then `rest`. */
export const crumbsOf = (
  c: WebContext,
  edition: Edition,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { label: edition.content.name, href: office(c.var.place.code, `hoi-thi/${edition.pid}`) },
  { label: words.list, ...(rest.length === 0 ? {} : { href: pathOf(c, edition) }) },
  ...rest,
];

/** The edition of the address, for those who may read its certificates. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, certificateRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export const mayIssue = (c: WebContext, { organisation }: Edition): Promise<boolean> =>
  may(c.var.cx, certificateIssue, organisation.id);

/** The edition of the address for those who issue. @throws NotFound, Forbidden */
export async function issuedHere(c: WebContext): Promise<Edition> {
  const edition = await editionOf(c);
  if (!(await mayIssue(c, edition))) throw new Forbidden(certificateIssue.name);
  return edition;
}

/** The certificate of the address, which is of its edition. @throws NotFound */
export async function certificateOf(c: WebContext, edition: Edition): Promise<Certificate> {
  const certificate = await certificateByPid(c.var.cx, c.req.param('pid') ?? '');
  if (certificate.edition.pid !== edition.pid) throw new NotFound('certificate');
  return certificate;
}

export const orderedFor = (c: WebContext, { pid, code }: Edition): OrderedFor => ({
  place: c.var.place.code,
  edition: { pid, code },
});

/** Orders a long job and gives the address of its page. */
export async function ordered(
  c: WebContext,
  cx: WebContext['var']['cx'],
  name: string,
  payload: unknown,
): Promise<string> {
  const run = await startRun(cx, name, c.var.place.organisationId, payload);
  return office(c.var.place.code, `viec/${run.pid}`);
}

/** Answers with a file to be saved or looked at; it holds names and is kept nowhere. */
export function sendFile(
  c: WebContext,
  bytes: Uint8Array | string,
  file: { readonly name: string; readonly type: string; readonly kind?: 'attachment' | 'inline' },
): Response {
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return c.body(body, 200, {
    'content-type': file.type,
    'content-disposition': contentDisposition(file.name, file.kind ?? 'attachment'),
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  });
}

export const sendPdf = (
  c: WebContext,
  bytes: Buffer,
  name: string,
  kind: 'attachment' | 'inline' = 'attachment',
): Response => sendFile(c, bytes, { name, type: 'application/pdf', kind });

/** The media type of a credential with an embedded proof. */
export const credentialType = 'application/vc';
