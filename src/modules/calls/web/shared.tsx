import type { Issue } from '../../../kernel/issue.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { saidIn, sectionOf } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import { callManage, callRead } from '../policy.ts';
import { findEdition } from '../queries/index.ts';
import type { Edition } from '../schema/index.ts';
import { callsIssues } from '../vi/index.ts';
import { pageWords as words } from '../vi/pages.ts';

export const base = '/hoi-thi';
export const menuPath = 'hoi-thi';
export const section = sectionOf(menuPath, words.list);
export const { pathOf } = section;

export const crumbsOf = (c: WebContext, edition: Edition, ...rest: Crumb[]): readonly Crumb[] =>
  section.crumbsTo(c, { label: edition.content.name, href: pathOf(c, edition.pid) }, ...rest);

/**
 * The edition of the address, a deleted one too, for those who work in the office that holds it or above:
 * others see what is public on the public pages. @throws NotFound
 */
export async function anyEditionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await findEdition(cx, c.req.param('pid') ?? '');
  if (edition === null || !(await may(cx, callRead, edition.organisation.id)))
    throw new NotFound('edition');
  return edition;
}

/** @throws NotFound, also when it was deleted */
export async function editionOf(c: WebContext): Promise<Edition> {
  const edition = await anyEditionOf(c);
  if (edition.deletedAt !== null) throw new NotFound('edition');
  return edition;
}

export const mayManage = (c: WebContext, edition: Edition): Promise<boolean> =>
  may(c.var.cx, callManage, edition.organisation.id);

/** The edition of the address for one who may change it. @throws NotFound, Forbidden */
export async function managedOf(c: WebContext): Promise<Edition> {
  const edition = await editionOf(c);
  if (!(await mayManage(c, edition))) throw new Forbidden(callManage.name);
  return edition;
}

/** Issues in words, one after the other. */
export const told = (issues: readonly Issue[]): string =>
  issues.map((one) => wordsOf(one, callsIssues)).join(' ');

/** What was just done, said once. */
export function noticeOf(c: WebContext) {
  if (c.req.query('da-doi') !== undefined)
    return <Alert tone="warn" title={words.said.changed} live />;
  const title = saidIn(c, {
    'da-lap': words.said.created,
    'da-luu': words.said.saved,
    'da-chuyen': words.said.moved,
    'da-cong-bo': words.said.opened,
    'da-khep': words.said.closed,
    'da-mo-lai': words.said.reopened,
    'da-khoi-phuc': words.said.restored,
    'khong-doi': words.said.nothing,
    'dang-khep': words.said.over,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}
