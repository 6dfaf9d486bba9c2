import { issue } from '../../../../kernel/issue.ts';
import type { PageContent, WebContext } from '../../../../platform/http/env.ts';
import { takeTry } from '../../../../platform/tries.ts';
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

/** So often in an hour may whoever holds a link send something, besides writing score sheets. */
const limit = { most: 60, within: 3_600_000 };

/** Notes one more thing sent by a judge's link; false when it is one too many: `tooOften` says so. */
export const judgeRoom = (c: WebContext, { id }: Pick<OpenedJudge, 'id'>): Promise<boolean> =>
  takeTry(c.var.cx, `judge:${id}`, limit);

export const tooOften = issue('', 'judge_too_often');

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
