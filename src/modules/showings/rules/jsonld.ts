/** What search engines are told of an article; every address is whole. */
export interface ArticleFacts {
  readonly kind: 'news' | 'notice' | 'page';
  readonly href: string;
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly authors: readonly string[];
  readonly publisher: { readonly name: string; readonly href: string };
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly picture: Picture | null;
}

interface Picture {
  readonly href: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
}

const context = 'https://schema.org';

/** An article as schema.org has it. */
export function newsArticle(facts: ArticleFacts): object {
  const { picture, publisher } = facts;
  return {
    '@context': context,
    '@type': facts.kind === 'page' ? 'WebPage' : 'NewsArticle',
    '@id': facts.href,
    url: facts.href,
    mainEntityOfPage: facts.href,
    headline: facts.title,
    description: facts.lead,
    inLanguage: facts.language,
    datePublished: facts.publishedAt.toISOString(),
    dateModified: facts.updatedAt.toISOString(),
    isAccessibleForFree: true,
    author:
      facts.authors.length === 0
        ? [{ '@type': 'Organization', name: publisher.name, url: publisher.href }]
        : facts.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: publisher.name, url: publisher.href },
    ...(facts.section === null ? {} : { articleSection: facts.section }),
    ...(facts.tags.length === 0 ? {} : { keywords: facts.tags.join(', ') }),
    ...(picture === null ? {} : { image: [pictureObject(picture)] }),
  };
}

const pictureObject = ({ href, width, height, alt }: Picture): object => ({
  '@type': 'ImageObject',
  url: href,
  ...(width === null || height === null ? {} : { width, height }),
  ...(alt === '' ? {} : { caption: alt }),
});

const locales: Readonly<Record<string, string>> = { vi: 'vi_VN', en: 'en_US' };

/** The same for those who share a page: Open Graph. */
export function openGraph(facts: ArticleFacts): { property: string; content: string }[] {
  const { picture } = facts;
  const one = (property: string, content: string | null) =>
    content === null || content === '' ? [] : [{ property, content }];
  return [
    ...one('og:type', facts.kind === 'page' ? 'website' : 'article'),
    ...one('og:title', facts.title),
    ...one('og:description', facts.lead),
    ...one('og:url', facts.href),
    ...one('og:site_name', facts.publisher.name),
    ...one('og:locale', locales[facts.language] ?? null),
    ...(picture === null
      ? []
      : [
          ...one('og:image', picture.href),
          ...one('og:image:width', picture.width === null ? null : String(picture.width)),
          ...one('og:image:height', picture.height === null ? null : String(picture.height)),
          ...one('og:image:alt', picture.alt),
        ]),
    ...(facts.kind === 'page'
      ? []
      : [
          ...one('article:published_time', facts.publishedAt.toISOString()),
          ...one('article:modified_time', facts.updatedAt.toISOString()),
          ...one('article:section', facts.section),
          ...facts.tags.flatMap((tag) => one('article:tag', tag)),
        ]),
  ];
}
