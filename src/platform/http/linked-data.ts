import { site } from './addresses.ts';
import { siteOf } from './client.ts';
import type { Crumb, PageHead, WebContext } from './env.ts';

// What programs are told of public pages: search engines, and those who show a page that was shared.

const context = 'https://schema.org';

/** A whole address of a path of ours. */
export const wholeOf = (c: WebContext, path: string): string => new URL(path, `${siteOf(c)}/`).href;

/** The way to a page; the last one, the page itself, has its own address. */
export function breadcrumbs(
  steps: readonly { readonly name: string; readonly href: string }[],
): object {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: href,
    })),
  };
}

/** Something as schema.org has it; what is null, empty or not there is left out. */
export function thing(type: string, said: Readonly<Record<string, unknown>>): object {
  const known = Object.entries(said).filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && !isEmpty(value),
  );
  return { '@context': context, '@type': type, ...Object.fromEntries(known) };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export interface Told {
  readonly title: string;
  /** The page's own path, with what makes it another: the number of a page of a list. */
  readonly href: string;
  /** As the page shows them; what has no address is left out. */
  readonly crumbs: readonly Crumb[];
  readonly type?: 'website' | 'profile';
  readonly data?: readonly object[];
  readonly links?: PageHead['links'];
  /** False: search engines leave it. */
  readonly indexed?: boolean;
}

/** The head of a public page that is no article: its address, what is shared of it, the way to it, what it is. */
export function toldOf(c: WebContext, page: Told): PageHead {
  const own = wholeOf(c, page.href);
  const steps = page.crumbs.flatMap(({ label, href }) =>
    href === undefined ? [] : [{ name: label, href: wholeOf(c, href) }],
  );
  return {
    canonical: own,
    properties: [
      { property: 'og:type', content: page.type ?? 'website' },
      { property: 'og:title', content: page.title },
      { property: 'og:url', content: own },
      { property: 'og:site_name', content: c.var.place.name },
    ],
    metas: page.indexed === false ? [{ name: 'robots', content: 'noindex' }] : [],
    links: page.links ?? [],
    data: [...(page.data ?? []), breadcrumbs([...steps, { name: page.title, href: own }])],
  };
}

/** An organisation as schema.org has it, inside of something else. */
export const organisationOf = (c: WebContext, code: string, name: string): object => ({
  '@type': 'Organization',
  name,
  url: wholeOf(c, site(code)),
});
