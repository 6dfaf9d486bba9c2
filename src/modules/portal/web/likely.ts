import { site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { LinkItem } from '../../../ui/index.ts';
import { findOrganisations } from '../queries/index.ts';
import { soughtIn, wordsOfPath } from '../rules.ts';
import { siteWords as words } from '../vi/index.ts';

const most = 3;

/** For an address that leads nowhere: its words, for a search box, and up to three pages to try. */
export async function likelyPages(
  c: WebContext,
): Promise<{ readonly typed: string; readonly pages: readonly LinkItem[] }> {
  const { cx, place } = c.var;
  const typed = wordsOfPath(c.req.path, [place.code, 'vp']);
  const pages: LinkItem[] = [];
  // The last word is the one that is most often mistyped or cut off.
  for (const text of new Set([typed, typed.split(' ').slice(0, -1).join(' ')])) {
    const sought = soughtIn(text);
    if (pages.length > 0 || sought.patterns.length === 0) continue;
    const found = await findOrganisations(cx.db, {
      sought,
      on: cx.clock.today(),
      under: place.organisationId,
      only: false,
      page: 1,
      size: most,
    });
    pages.push(...found.items.map((one) => ({ label: one.name, href: site(one.code) })));
  }
  const standing = [
    { label: words.membersAll, href: site(place.code, 'to-chuc') },
    { label: place.name, href: site(place.code) },
  ];
  return { typed, pages: [...pages, ...standing].slice(0, most) };
}
