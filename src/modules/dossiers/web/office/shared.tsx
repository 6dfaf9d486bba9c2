import { vietnamTime } from '../../../../kernel/clock.ts';
import type { Issue, IssueWords } from '../../../../kernel/issue.ts';
import { formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { uploadIssues } from '../../../../platform/records/uploads.ts';
import { Alert } from '../../../../ui/index.ts';
import { callsIssues, type Edition, editionByPid } from '../../../calls/index.ts';
import { dossierKeep, dossierRead } from '../../policy.ts';
import { dossierByPid } from '../../queries/index.ts';
import type { Dossier } from '../../schema/index.ts';
import { ownIssues } from '../../vi/index.ts';
import { listWords, dossierOfficeWords as words } from '../../vi/office/index.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition/ho-so';
const calls = 'hoi-thi';

export const issueWords: IssueWords = { ...uploadIssues, ...callsIssues, ...ownIssues };

/** Issues in words, one after the other, each once. */
export const told = (issues: readonly Issue[]): string =>
  [...new Set(issues.map((one) => wordsOf(one, issueWords)))].join(' ');

/** The address of a page of dossiers of an edition; of their list when left out. */
export const pathOf = (c: WebContext, edition: { readonly pid: string }, rest = ''): string =>
  office(c.var.place.code, `${calls}/${edition.pid}/ho-so${rest === '' ? '' : `/${rest}`}`);

export const dossierPath = (c: WebContext, { edition, pid }: Dossier, rest = ''): string =>
  pathOf(c, edition, rest === '' ? pid : `${pid}/${rest}`);

/** The edition, its dossiers, then `rest`. */
export const crumbsOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid' | 'content'>,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { label: edition.content.name, href: office(c.var.place.code, `${calls}/${edition.pid}`) },
  { label: listWords.title, href: pathOf(c, edition) },
  ...rest,
];

export const dossierCrumbs = (
  c: WebContext,
  dossier: Dossier,
  ...rest: readonly Crumb[]
): readonly Crumb[] =>
  crumbsOf(
    c,
    dossier.edition,
    { label: nameOf(dossier), ...(rest.length === 0 ? {} : { href: dossierPath(c, dossier) }) },
    ...rest,
  );

export const nameOf = ({ title }: Pick<Dossier, 'title'>): string =>
  title === '' ? words.untitled : title;

/** The edition of the address, for those who may read its dossiers. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, dossierRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export const mayKeep = (c: WebContext, { organisation }: Pick<Edition, 'organisation'>) =>
  may(c.var.cx, dossierKeep, organisation.id);

/** @throws Forbidden */
export async function needKeeping(
  c: WebContext,
  edition: Pick<Edition, 'organisation'>,
): Promise<void> {
  if (!(await mayKeep(c, edition))) throw new Forbidden(dossierKeep.name);
}

/** The edition of the address for its secretariat. @throws NotFound, Forbidden */
export async function keptEdition(c: WebContext): Promise<Edition> {
  const edition = await editionOf(c);
  await needKeeping(c, edition);
  return edition;
}

/** The dossier of the address, which is of its edition. @throws NotFound */
export async function dossierOf(c: WebContext): Promise<Dossier> {
  const dossier = await dossierByPid(c.var.cx, c.req.param('pid') ?? '');
  if (dossier.edition.pid !== c.req.param('edition')) throw new NotFound('dossier');
  return dossier;
}

/** The same for the secretariat. @throws NotFound, Forbidden */
export async function keptDossier(c: WebContext): Promise<Dossier> {
  const dossier = await dossierOf(c);
  await needKeeping(c, dossier.edition);
  return dossier;
}

/** The address that readers use, without a slash at the end. */
export const siteOf = (c: WebContext): string =>
  c.var.services?.publicUrl ?? new URL(c.req.url).origin;

export const moment = (at: Date): string => formatDateTime(vietnamTime(at));

/** What was just done with a dossier, said once. */
export function noticeOf(c: WebContext, mailed: boolean) {
  const { notice } = words;
  const title = saidIn(c, {
    'da-hop-le': notice.validated,
    'khong-hop-le': notice.invalidated,
    'da-xem-lai': notice.reopened,
    'da-tra-lai': notice.returned,
    'da-chuyen': notice.moved,
    'da-gia-han': notice.leave,
    'da-ghi-y-kien': notice.consent,
    'da-ghi-giai': notice.award,
    'da-xoa-giai': notice.awardGone,
    'da-nop': notice.submitted,
    'da-luu': notice.saved,
  });
  if (title === undefined) return undefined;
  const silent = ['da-tra-lai', 'da-hop-le', 'khong-hop-le', 'da-gia-han'].some(
    (said) => c.req.query(said) !== undefined,
  );
  return (
    <Alert tone="ok" title={title} live>
      {silent && !mailed ? words.notMailed : undefined}
    </Alert>
  );
}
