import { joinName } from '../../../kernel/vietnamese/names.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { Place, WebContext } from '../../../platform/http/env.ts';
import type { ListEntry } from '../../../ui/index.ts';
import { titleBefore } from '../rules/index.ts';
import type { Directory, Expert } from '../schema/index.ts';

/** First word of the addresses of the public directory. */
export const path = 'chuyen-gia';

/** The directory of a site. */
export const directoryOf = ({ organisationId, code }: Place): Directory => ({
  organisationId,
  root: code === rootCode(),
});

/** 'PGS.TS. Nguyễn Văn A' */
export const titled = (one: Expert): string =>
  [titleBefore(one.degrees), joinName(one)].filter(Boolean).join(' ');

/** Where somebody works and belongs, in one line. */
export const placesOf = (one: Expert): string =>
  [one.workplace, ...one.organisations.map(({ name }) => name)].filter(Boolean).join(' · ');

/** Somebody in a list of the site. */
export const expertEntry = (c: WebContext, one: Expert): ListEntry => ({
  title: titled(one),
  href: site(c.var.place.code, `${path}/${one.pid}`),
  meta: [one.field, placesOf(one)].filter(Boolean).join(' · '),
});
