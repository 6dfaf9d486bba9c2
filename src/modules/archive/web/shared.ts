import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { siteWords as words } from '../vi/index.ts';

/** First word of the archive's addresses. */
export const path = 'kho-giai-phap';

/** Whose solutions a site shows: those of everybody at the root, else its own and below. */
export const scopeOf = (c: WebContext): string | null =>
  c.var.place.code === rootCode() ? null : c.var.place.organisationId;

export const crumbsTo = (c: WebContext, ...rest: readonly Crumb[]) => [
  { label: words.home, href: site(c.var.place.code) },
  ...(rest.length === 0
    ? [{ label: words.title }]
    : [{ label: words.title, href: site(c.var.place.code, path) }, ...rest]),
];

/** The address that readers use, without a slash at the end. */
export const siteOf = (c: WebContext): string =>
  c.var.services?.publicUrl ?? new URL(c.req.url).origin;
