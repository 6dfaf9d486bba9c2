import { language } from '../../../kernel/language.ts';
import { site as address } from '../../../platform/http/addresses.ts';
import type { Crumb, PageHead, WebContext } from '../../../platform/http/env.ts';
import { breadcrumbs, wholeOf } from '../../../platform/http/linked-data.ts';
import type { LinkItem } from '../../../ui/index.ts';
import { listWords as words } from '../vi/index.ts';
import { homeCrumb } from './english.tsx';
import type { ListSpec } from './list-spec.ts';
import type { Period } from './periods.ts';

/** The way to a list, or to a year or a month of it. */
export const crumbsOf = (
  c: WebContext,
  spec: ListSpec,
  period: Period | null,
  all: string,
): Crumb[] => [
  homeCrumb(c),
  ...(spec.above ?? []),
  ...(period === null
    ? [crumbOf(spec)]
    : [{ ...crumbOf(spec), href: all }, { label: period.label }]),
];

const crumbOf = ({ title, lang }: ListSpec): Crumb => ({
  label: title,
  ...(lang === undefined ? {} : { lang }),
});

/** Of English there is one feed. */
export const feedLinks = (c: WebContext, { feed }: ListSpec): LinkItem[] =>
  (['rss', 'atom'] as const).map((kind) => ({
    href: address(c.var.place.code, `${language() === 'en' ? 'en/' : (feed ?? '')}${kind}.xml`),
    label: words[kind],
  }));

/** What programs are told of a list. */
export function headOf(
  c: WebContext,
  spec: ListSpec,
  site: string,
  of: { readonly page: number; readonly last: number; readonly at: (page: number) => string },
): PageHead {
  const { page, last, at } = of;
  const whole = (path: string) => wholeOf(c, path);
  const steps = [homeCrumb(c), ...(spec.above ?? [])].map(({ label, href }) => ({
    name: label,
    href: whole(href ?? '/'),
  }));
  return {
    canonical: whole(at(page)),
    data: [...(spec.data ?? []), breadcrumbs([...steps, { name: spec.title, href: whole(at(1)) }])],
    metas: page > last ? [{ name: 'robots', content: 'noindex' }] : [],
    properties: [
      { property: 'og:type', content: 'website' },
      { property: 'og:title', content: spec.title },
      { property: 'og:url', content: whole(at(page)) },
      { property: 'og:site_name', content: site },
    ],
    links: [
      ...(page > 1 ? [{ rel: 'prev' as const, href: whole(at(page - 1)) }] : []),
      ...(page < last ? [{ rel: 'next' as const, href: whole(at(page + 1)) }] : []),
      ...feedLinks(c, spec).map(({ href, label }) => ({
        rel: 'alternate' as const,
        type: `application/${label === words.rss ? 'rss' : 'atom'}+xml`,
        title: `${label}: ${spec.feed === null || language() === 'en' ? site : spec.title}`,
        href: whole(href),
      })),
    ],
  };
}
