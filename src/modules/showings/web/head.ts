import { site } from '../../../platform/http/addresses.ts';
import type { Crumb, PageHead, WebContext } from '../../../platform/http/env.ts';
import { breadcrumbs, wholeOf } from '../../../platform/http/linked-data.ts';
import type { PublicArticle } from '../../articles/index.ts';
import type { ArticleView } from '../pages/article.tsx';
import { type ArticleFacts, newsArticle, openGraph } from '../rules/index.ts';
import { feedWords } from '../vi/index.ts';
import { articlePath } from './paths.ts';

/** The union whose site an article is of: its one address is there, wherever it is read. */
export interface Home {
  readonly code: string;
  readonly name: string;
}

/** What programs are told of the page of an article. */
export function articleHead(
  c: WebContext,
  article: PublicArticle,
  view: ArticleView,
  crumbs: readonly Crumb[],
  home: Home,
): PageHead {
  const { place } = c.var;
  const facts = factsOf(c, article, view, home);
  const feeds = article.language === 'en' ? 'en/' : '';
  const path = (kind: PublicArticle['kind'], slug: string) =>
    wholeOf(c, site(home.code, articlePath(kind, slug)));
  const others = article.translations.map((one) => ({
    rel: 'alternate' as const,
    hreflang: one.language,
    href: path(one.kind, one.slug),
  }));
  return {
    canonical: facts.href,
    properties: openGraph(facts),
    metas: facts.picture === null ? [] : [{ name: 'twitter:card', content: 'summary_large_image' }],
    links: [
      ...(others.length === 0
        ? []
        : [{ rel: 'alternate' as const, hreflang: article.language, href: facts.href }, ...others]),
      ...(['rss', 'atom'] as const).map((kind) => ({
        rel: 'alternate' as const,
        type: `application/${kind}+xml`,
        title: feedWords.all(home.code === place.code ? home.name : place.name),
        href: wholeOf(c, site(place.code, `${feeds}${kind}.xml`)),
      })),
    ],
    data: [
      newsArticle(facts),
      breadcrumbs(
        [
          ...crumbs.filter(({ href }) => href !== undefined),
          { label: article.title, href: facts.href },
        ].map(({ label, href }) => ({ name: label, href: wholeOf(c, href ?? '/') })),
      ),
    ],
  };
}

function factsOf(
  c: WebContext,
  article: PublicArticle,
  { cover }: ArticleView,
  home: Home,
): ArticleFacts {
  const { kind, slug, title, lead, language, publishedAt, updatedAt } = article;
  return {
    kind,
    title,
    lead,
    language,
    publishedAt,
    updatedAt,
    href: wholeOf(c, site(home.code, articlePath(kind, slug))),
    authors: article.authors.filter(({ role }) => role === 'author').map(({ name }) => name),
    publisher: { name: home.name, href: wholeOf(c, site(home.code)) },
    section: language === 'en' ? null : (article.sections[0]?.name ?? null),
    tags: article.tags.map(({ name }) => name),
    picture:
      cover === null
        ? null
        : {
            href: wholeOf(c, cover.media.src),
            width: cover.media.width,
            height: cover.media.height,
            alt: cover.alt,
          },
  };
}
