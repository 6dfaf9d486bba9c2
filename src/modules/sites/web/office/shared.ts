import type { Issue, IssueWords } from '../../../../kernel/issue.ts';
import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { office } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import { offers } from '../../../../platform/records/section.ts';
import { mediaIssues, readMediaField } from '../../../media/index.ts';
import { siteLook, siteManage } from '../../policy.ts';
import { siteIssues, words } from '../../vi/index.ts';

export const base = '/trang-dien-tu';
export const issueWords: IssueWords = { ...mediaIssues, ...siteIssues };

/** The address of a page of this room. */
export const pathOf = (c: WebContext, rest = ''): string =>
  office(c.var.place.code, rest === '' ? 'trang-dien-tu' : `trang-dien-tu/${rest}`);

export const crumbsTo = (c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] => [
  { label: words.title, href: pathOf(c) },
  ...rest,
];

/** Throws NotFound for those who may not look, Forbidden for those who may not write. */
export function mayLook(c: WebContext): void {
  if (!offers(c, siteLook)) throw new NotFound('site');
}
export function mayWrite(c: WebContext): void {
  mayLook(c);
  if (!offers(c, siteManage)) throw new Forbidden(siteManage.name);
}

/** A row of this office: that of another one has no page here. @throws NotFound */
export function ofPlace<
  Row extends { readonly organisationId: string; readonly deletedAt: Date | null },
>(c: WebContext, row: Row | null): Row {
  if (row === null || row.deletedAt !== null || row.organisationId !== c.var.place.organisationId)
    throw new NotFound('site');
  return row;
}

/** What a form does not send as it is: `values`, and the picture that was chosen, found or sent in `field`. */
export async function withPicture(
  c: WebContext,
  field: string | undefined,
  values: Readonly<Record<string, unknown>>,
): Promise<{ values: Readonly<Record<string, unknown>>; issues?: readonly Issue[] }> {
  if (field === undefined) return { values };
  const { pid, issues } = await readMediaField(c, await formOf(c), field, ['picture']);
  return { values: { ...values, [field]: pid ?? '' }, issues };
}
