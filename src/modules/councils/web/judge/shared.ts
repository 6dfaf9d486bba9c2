import type { PageContent, WebContext } from '../../../../platform/http/env.ts';
import { placeOf } from '../../../organisations/index.ts';
import { judgeByToken } from '../../queries/index.ts';
import type { OpenedJudge } from '../../schema/index.ts';
import { homeWords as words } from '../../vi/judge.ts';

/** Where a judge's pages are. The secret stands in them, so they are told to nobody else. */
export const judgePath = (token: string, rest = ''): string =>
  `/giam-khao/${token}${rest === '' ? '' : `/${rest}`}`;

export const tokenOf = (c: WebContext): string => c.req.param('token') ?? '';

/** The judge of the address's link. @throws NotFound */
export const judgeOf = (c: WebContext): Promise<OpenedJudge> => judgeByToken(c.var.cx, tokenOf(c));

/** Neither kept on the way, nor found by search engines. */
function unkept(page: Response): Response {
  page.headers.set('cache-control', 'private, no-store');
  page.headers.set('x-robots-tag', 'noindex, nofollow');
  return page;
}

/**
 * A page behind a judge's link, in the colours of the union that holds the edition, with the way back to the
 * judge's home. `crumbs` are those below it; left out on the home itself.
 */
export async function judgePage(
  c: WebContext,
  judge: OpenedJudge,
  token: string,
  page: PageContent,
): Promise<Response> {
  const { cx, shell } = c.var;
  const place = await placeOf(cx.db, judge.edition.organisation.code, cx.clock.today());
  if (place !== null && !('movedTo' in place)) c.set('place', place);
  const crumbs =
    page.crumbs === undefined
      ? [{ label: judge.edition.content.name }]
      : [{ label: words.home, href: judgePath(token) }, ...page.crumbs];
  return unkept(await shell.portal(c, { ...page, crumbs }));
}
