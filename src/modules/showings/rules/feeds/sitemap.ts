import { declaration, element } from './xml.ts';

/** The most addresses that a sitemap may have. */
export const MOST_PLACES = 50_000;

/** A public page; its address is whole. */
export interface Place {
  readonly href: string;
  readonly changedAt: Date | null;
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** One sitemap: at most `MOST_PLACES` addresses. */
export function placeMapOf(places: readonly Place[]): string {
  if (places.length > MOST_PLACES) throw new Error('a sitemap has at most 50,000 addresses');
  return written('urlset', 'url', places);
}

/** The index of the sitemaps. */
export function sitemapIndexOf(maps: readonly Place[]): string {
  return written('sitemapindex', 'sitemap', maps);
}

function written(root: string, name: string, places: readonly Place[]): string {
  return [
    declaration,
    `<${root} xmlns="${NAMESPACE}">`,
    ...places.map(
      ({ href, changedAt }) =>
        `<${name}>${element('loc', href)}${changedAt === null ? '' : element('lastmod', changedAt.toISOString())}</${name}>`,
    ),
    `</${root}>`,
    '',
  ].join('\n');
}

/** What programs that walk through the web are asked to leave alone, and where the sitemaps are. */
export function robotsOf(closed: readonly string[], sitemaps: readonly string[]): string {
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    ...sitemaps.map((href) => `Sitemap: ${href}`),
    '',
  ].join('\n');
}
