import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Crumb, Env, WebContext } from '../../../platform/http/env.ts';
import { allowEmbeds } from '../../../platform/http/security.ts';
import { type IconName, iconNames, proseIslands, Section } from '../../../ui/index.ts';
import {
  type PublicArticle,
  publicArticleBySlug,
  type Section as SiteSection,
  sectionsOf,
} from '../../articles/index.ts';
import { ArticlePage, type ArticlePageProps } from '../pages/article.tsx';
import { Headlines } from '../pages/card.tsx';
import { GonePage } from '../pages/list.tsx';
import { neighboursOf, newestOf, relatedTo, type Spot, wasAddress } from '../queries/index.ts';
import type { ArticleParts, ArticleTool, Showing } from '../schema.ts';
import { searchShowings } from '../service/index.ts';
import { articleWords, listWords as words } from '../vi/index.ts';
import { articleCards } from './cards.ts';
import { articleHead } from './head.ts';
import { articlePdf, printPage } from './paper.tsx';
import { articlePath, hrefOf } from './paths.ts';
import { partsOf } from './ports.ts';
import { viewOf } from './view.ts';

/** Articles, notices and pages of a site, and the same on paper. */
export function articleDoors(app: Hono<Env>): void {
  for (const prefix of ['bai', 'trang']) {
    app.get(`/${prefix}/:file{[a-z0-9-]+\\.pdf}`, (c) =>
      found(c, c.req.param('file').slice(0, -'.pdf'.length), '.pdf', articlePdf),
    );
    app.get(`/${prefix}/:slug`, (c) => found(c, c.req.param('slug'), '', articlePage));
    app.get(`/${prefix}/:slug/in`, (c) => found(c, c.req.param('slug'), '/in', printPage));
  }
}

type Show = (c: WebContext, article: PublicArticle) => Promise<Response>;

/** The article of an address; an earlier address leads to the one of now, and one that was taken off says so. */
async function found(c: WebContext, slug: string, rest: string, show: Show): Promise<Response> {
  const { cx, place } = c.var;
  const article = await publicArticleBySlug(cx.db, place.organisationId, slug);
  if (article === null) {
    if (await wasAddress(cx, place.organisationId, slug)) return gone(c, slug);
    throw new NotFound('article');
  }
  const path = `${articlePath(article.kind, article.slug)}${rest}`;
  const asked = `${articlePath(c.req.path.includes('/trang/') ? 'page' : 'news', slug)}${rest}`;
  if (path !== asked) return c.redirect(withQuery(site(place.code, path), c.req.query()), 301);
  return show(c, article);
}

async function gone(c: WebContext, slug: string): Promise<Response> {
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
        likely={await articleCards(cx, rows, { siteId })}
        newsHref={site(place.code, 'tin')}
      />
    ),
  });
}

const articlePage: Show = async (c, article) => {
  const { cx, place, shell } = c.var;
  const sections = await sectionsOf(cx.db, place.organisationId);
  const crumbs = crumbsOf(c, article, sections);
  const parts = await partsOf(c, article);
  const view = await viewOf(
    cx,
    article,
    parts.flatMap(({ counts }) => counts ?? []),
  );
  const spot: Spot = {
    articleId: article.id,
    siteId: place.organisationId,
    kind: article.kind,
    language: article.language,
    sectionId: article.sections[0]?.id ?? null,
    publishedAt: article.publishedAt,
  };
  const around =
    article.kind === 'page' ? { newer: null, older: null } : await neighboursOf(cx, spot);
  const related = await relatedTo(cx, spot, 4);
  const cards = await articleCards(cx, related, { siteId: place.organisationId, plain: true });
  allowEmbeds(c, article.body);
  return shell.portal(c, {
    title: article.title,
    ...(article.lead === '' ? {} : { description: article.lead }),
    crumbs,
    styles: ['prose', 'article', ...parts.flatMap(({ styles }) => styles ?? [])],
    islands: [...proseIslands(article.body), ...parts.flatMap(({ islands }) => islands ?? [])],
    head: articleHead(c, article, view, crumbs),
    subject: { kind: 'article', pid: article.pid },
    body: <ArticlePage {...view} {...linksOf(c, article, parts, around)} />,
    aside: asideOf(article, cards, parts),
  });
};

function asideOf(
  article: PublicArticle,
  cards: Awaited<ReturnType<typeof articleCards>>,
  parts: readonly ArticleParts[],
) {
  const more = parts.map(({ aside }) => aside).filter(Boolean);
  if (cards.length === 0 && more.length === 0) return undefined;
  return (
    <>
      {cards.length === 0 ? null : (
        <Section title={articleWords[article.language].related}>
          <Headlines cards={cards} />
        </Section>
      )}
      {more}
    </>
  );
}

interface Around {
  readonly newer: Showing | null;
  readonly older: Showing | null;
}

type Links = Pick<
  ArticlePageProps,
  'tools' | 'tags' | 'translations' | 'newer' | 'older' | 'under'
>;

function linksOf(
  c: WebContext,
  article: PublicArticle,
  parts: readonly ArticleParts[],
  { newer, older }: Around,
): Links {
  const { code } = c.var.place;
  const own = site(code, articlePath(article.kind, article.slug));
  const shown = articleWords[article.language];
  const link = (one: Showing | null) =>
    one === null ? null : { href: hrefOf(one), label: one.title };
  return {
    tools: [
      { href: `${own}/in`, label: shown.print, icon: 'print' },
      { href: `${own}.pdf`, label: shown.pdf, icon: 'pdf' },
      ...parts.flatMap(({ tools }) => (tools ?? []).map(toolOf)),
    ],
    tags: article.tags.map(({ slug, name }) => ({
      href: site(code, `tu-khoa/${slug}`, {
        'ngon-ngu': article.language === 'vi' ? null : article.language,
      }),
      label: name,
    })),
    translations: article.translations.map((one) => ({
      href: site(code, articlePath(one.kind, one.slug)),
      label: shown.other[one.language] ?? one.title,
      language: one.language,
    })),
    newer: link(newer),
    older: link(older),
    under: parts.map(({ under }) => under).filter((one) => one !== undefined),
  };
}

const toolOf = ({ href, label, icon }: ArticleTool) => ({
  href,
  label,
  icon: iconNames.find((name) => name === icon) ?? ('file' satisfies IconName),
});

function crumbsOf(
  c: WebContext,
  article: PublicArticle,
  sections: readonly SiteSection[],
): Crumb[] {
  const { code } = c.var.place;
  const main = article.sections[0];
  const parent = sections.find(({ id }) => id === main?.parentId);
  const crumb = (one: { slug: string; name: string }): Crumb => ({
    label: one.name,
    href: site(code, `chuyen-muc/${one.slug}`),
  });
  const lists: Crumb[] =
    article.kind === 'notice'
      ? [{ label: words.notices, href: site(code, 'thong-bao') }]
      : article.kind === 'news'
        ? [{ label: words.newsMenu, href: site(code, 'tin') }]
        : [];
  return [
    { label: words.home, href: site(code) },
    ...(main === undefined ? lists : [...(parent ? [crumb(parent)] : []), crumb(main)]),
  ];
}
