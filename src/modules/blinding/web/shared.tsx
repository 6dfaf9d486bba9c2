import { Readable } from 'node:stream';
import type { IssueWords } from '../../../kernel/issue.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { fileHeaders, openFile } from '../../../platform/files.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import {
  type Edition,
  editionByPid,
  fieldsFor,
  type Hideable,
  hiddenFrom,
  tellsWho,
} from '../../calls/index.ts';
import { type Dossier, findDossier } from '../../dossiers/index.ts';
import { blindingManage, blindingRead } from '../policy.ts';
import { filesOf, holdingOf } from '../queries/index.ts';
import { seenFields } from '../rules/index.ts';
import type { GivenFile, KeptBlindFile } from '../schema.ts';
import { blindingIssues, words } from '../vi/index.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition/an-danh';

export const issueWords: IssueWords = { ...uploadIssues, ...blindingIssues };

/** The address of a page of an edition's blinding; of the list when left out. */
export const pathOf = (c: WebContext, edition: string, rest = '', said?: string): string =>
  withQuery(
    office(c.var.place.code, `hoi-thi/${edition}/an-danh${rest === '' ? '' : `/${rest}`}`),
    said === undefined ? {} : { [said]: '1' },
  );

/** The edition, its list, then `rest`. */
export const crumbsOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid' | 'content'>,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { label: words.section, href: office(c.var.place.code, 'hoi-thi') },
  { label: edition.content.name, href: office(c.var.place.code, `hoi-thi/${edition.pid}`) },
  { label: words.title, ...(rest.length === 0 ? {} : { href: pathOf(c, edition.pid) }) },
  ...rest,
];

/** The edition of the address, for those who may see what judges will. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, blindingRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

/** The dossier of the address, which was submitted in its edition. @throws NotFound */
export async function dossierOf(c: WebContext): Promise<Dossier> {
  const { cx } = c.var;
  const dossier = await findDossier(cx, c.req.param('pid') ?? '');
  if (dossier === null || dossier.submitted === 0 || dossier.state === 'withdrawn')
    throw new NotFound('dossier');
  if (dossier.edition.pid !== c.req.param('edition')) throw new NotFound('dossier');
  if (!(await may(cx, blindingRead, dossier.edition.organisation.id)))
    throw new NotFound('dossier');
  return dossier;
}

export const mayManage = (c: WebContext, { edition }: Dossier): Promise<boolean> =>
  may(c.var.cx, blindingManage, edition.organisation.id);

/** The dossier and one of its files, for those who decide. @throws NotFound, Forbidden */
export async function managedFile(
  c: WebContext,
): Promise<{ readonly dossier: Dossier; readonly file: KeptBlindFile & { readonly pid: string } }> {
  const dossier = await dossierOf(c);
  if (!(await mayManage(c, dossier))) throw new Forbidden(blindingManage.name);
  const file = (await seenFiles(c, dossier)).find(({ pid }) => pid === c.req.param('file'));
  if (file === undefined || file.pid === null) throw new NotFound('blind_file');
  return { dossier, file: { ...file, pid: file.pid } };
}

/** The files of a dossier that judges see, in the order of the form. */
export async function seenFiles(c: WebContext, { id }: Dossier): Promise<KeptBlindFile[]> {
  const { db } = c.var.cx;
  const { form, frozen } = await holdingOf(db, id);
  const files = await filesOf(db, id);
  return seenFields(fieldsFor(form, frozen.entrant), new Set(['authors']), tellsWho).flatMap(
    ({ key }) => files.filter(({ field }) => field === key),
  );
}

/** What the phases of an edition keep from judges, authors in any case: what a blind judge sees. */
export function hiddenFromJudges({ edition }: Dossier): ReadonlySet<Hideable> {
  const phases = edition.content.phases.filter(({ hidden }) =>
    hidden.some(({ from, what }) => from === 'judge' && what.includes('authors')),
  );
  const hidden = hiddenFrom(phases, 'judge');
  return new Set<Hideable>(['authors', ...[...hidden].filter((one) => one !== 'dossiers')]);
}

/** Sends what `blindFile` gave: to be saved under its name, kept by nobody on the way. */
export async function sendBlindFile(c: WebContext, file: GivenFile): Promise<Response> {
  const content = await openFile(c.var.cx, file);
  const headers = { ...fileHeaders(file), 'Cache-Control': 'no-store' };
  return c.body(Readable.toWeb(Readable.from(pieces(content))) as ReadableStream, 200, headers);
}

const STEP = 256 * 1024;

async function* pieces(content: Awaited<ReturnType<typeof openFile>>): AsyncGenerator<Buffer> {
  try {
    for (let at = 0; at < content.size; ) {
      const piece = await content.read(at, Math.min(STEP, content.size - at));
      if (piece.length === 0) return;
      at += piece.length;
      yield piece;
    }
  } finally {
    await content.close();
  }
}
