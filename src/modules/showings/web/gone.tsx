import { site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { GonePage } from '../pages/list.tsx';
import { newestOf } from '../queries/index.ts';
import { searchShowings } from '../service/index.ts';
import { listWords as words } from '../vi/index.ts';
import { articleCards } from './cards.ts';

/** The page of an address whose article was taken off: what may be meant instead. */
export async function gone(c: WebContext, slug: string): Promise<Response> {
  const { cx, place, shell } = c.var;
  const siteId = place.organisationId;
  const like = await searchShowings(cx, {
    siteId,
    q: slug.split('-').slice(0, 3).join(' '),
    page: 1,
    size: 5,
  });
  const newest = await newestOf(cx, { siteId, kind: 'all', language: 'vi' }, 5);
  const rows = [...like.items.map(({ article }) => article), ...newest]
    .filter((one, at, every) => every.findIndex(({ pid }) => pid === one.pid) === at)
    .slice(0, 5);
  return shell.portal(c, {
    title: words.goneTitle,
    status: 410,
    crumbs: [{ label: words.home, href: site(place.code) }, { label: words.goneTitle }],
    styles: ['article'],
    head: { metas: [{ name: 'robots', content: 'noindex' }] },
    body: (
      <GonePage
        likely={await articleCards(cx, rows, { siteId, shownAt: place.code })}
        newsHref={site(place.code, 'tin')}
      />
    ),
  });
}
