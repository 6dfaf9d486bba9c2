import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { type Edition, editionByPid } from '../../../calls/index.ts';
import { type complaintAnswer, complaintHandle, complaintRead } from '../../policy.ts';
import { complaintByPid } from '../../queries/index.ts';
import type { Complaint } from '../../schema/index.ts';
import { words } from '../../vi/index.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition{[0-9a-z]{16}}/khieu-nai';
export const one = `${base}/:pid{[0-9a-z]{16}}`;

/** The address of a page of complaints of an edition; of their list when left out. */
export const pathOf = (c: WebContext, { pid }: { readonly pid: string }, rest = ''): string =>
  office(c.var.place.code, `hoi-thi/${pid}/khieu-nai${rest === '' ? '' : `/${rest}`}`);

/** The edition, its complaints, then `rest`. */
export const crumbsOf = (
  c: WebContext,
  edition: { readonly pid: string; readonly name: string },
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { label: edition.name, href: office(c.var.place.code, `hoi-thi/${edition.pid}`) },
  { label: words.list, ...(rest.length === 0 ? {} : { href: pathOf(c, edition) }) },
  ...rest,
];

/** The edition of the address, for those who may read its complaints. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, complaintRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export const named = ({ pid, content }: Edition) => ({ pid, name: content.name });

/** @throws NotFound, Forbidden */
export async function handledEdition(c: WebContext): Promise<Edition> {
  const edition = await editionOf(c);
  if (!(await may(c.var.cx, complaintHandle, edition.organisation.id)))
    throw new Forbidden(complaintHandle.name);
  return edition;
}

/** The complaint of the address, which is of its edition. @throws NotFound */
export async function complaintOf(c: WebContext): Promise<Complaint> {
  const complaint = await complaintByPid(c.var.cx, c.req.param('pid') ?? '');
  if (complaint.edition.pid !== c.req.param('edition')) throw new NotFound('complaint');
  return complaint;
}

/** The same for those who handle it, or who answer. @throws NotFound, Forbidden */
export const openedFor =
  (wanted: typeof complaintHandle | typeof complaintAnswer) =>
  async (c: WebContext): Promise<Complaint> => {
    const complaint = await complaintOf(c);
    if (!(await may(c.var.cx, wanted, complaint.edition.organisationId)))
      throw new Forbidden(wanted.name);
    return complaint;
  };
