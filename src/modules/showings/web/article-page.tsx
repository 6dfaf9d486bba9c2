import type { Child } from 'hono/jsx';
import { language } from '../../../kernel/language.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Crumb, PageContent, PageHead, WebContext } from '../../../platform/http/env.ts';
import { inLanguage, speaking } from '../../../platform/http/language.ts';
import { allowEmbeds } from '../../../platform/http/security.ts';
import { proseIslands, Section } from '../../../ui/index.ts';
import {
  type PublicArticle,
  type Section as SiteSection,
  sectionsOf,
} from '../../articles/index.ts';
import { ArticlePage } from '../pages/article.tsx';
import { Headlines } from '../pages/card.tsx';
import { neighboursOf, relatedTo, type Spot } from '../queries/index.ts';
import type { ArticleParts, ChosenShowing } from '../schema.ts';
import { articleWords, listWords as words } from '../vi/index.ts';
import { linksOf } from './article-links.ts';
import { articleCards } from './cards.ts';
import { calledHere, homeCrumb } from './english.tsx';
import { articleHead } from './head.ts';
import { articlePath, hrefOf } from './paths.ts';
import { partsOf } from './ports.ts';
import { viewOf } from './view.ts';

/** How an article is read: on its own site, on the one that chose it, or in the office before it is public. */
interface Reading {
  readonly crumbs: readonly Crumb[];
  /** The section whose neighbours it has. */
  readonly sectionId: string | null;
  readonly parts: readonly ArticleParts[];
  /** The union that it is of, on another site. */
  readonly from?: ChosenShowing['publisher'];
  /** What is told of a draft; it is told to nobody else. */
  readonly notice?: Child;
}

/** An article on the site that it is of. */
export async function ownPage(c: WebContext, article: PublicArticle): Promise<Response> {
  const sections = await sectionsOf(c.var.cx.db, c.var.place.organisationId);
  return draw(c, article, {
    crumbs: crumbsOf(c, article, sections),
    sectionId: article.sections[0]?.id ?? null,
    parts: await partsOf(c, article),
  });
}

/** What a union offered, in the frame of the national site; to be answered it is at home on the union's. */
export function chosenPage(
  c: WebContext,
  article: PublicArticle,
  { publisher, shownIn }: ChosenShowing,
): Promise<Response> {
  const { code } = c.var.place;
  const list: Crumb =
    shownIn === null || language() === 'en'
      ? { label: words.newsMenu, href: site(code, 'tin', inLanguage()) }
      : { label: shownIn.name, href: site(code, `chuyen-muc/${shownIn.slug}`) };
  return draw(c, article, {
    crumbs: [homeCrumb(c), list],
    sectionId: shownIn?.id ?? null,
    parts: [],
    from: publisher,
  });
}

/** The page that the public will see, for those of the office who may read the draft. */
export const previewPage = (
  c: WebContext,
  article: PublicArticle,
  notice: Child,
): Promise<Response> =>
  speaking(article.language, async () => {
    const sections = await sectionsOf(c.var.cx.db, c.var.place.organisationId);
    const answer = await draw(c, article, {
      crumbs: crumbsOf(c, article, sections),
      sectionId: article.sections[0]?.id ?? null,
      parts: await partsOf(c, article),
      notice: <div lang="vi">{notice}</div>,
    });
    answer.headers.set('cache-control', 'private, no-store');
    answer.headers.set('x-robots-tag', 'noindex, nofollow');
    return answer;
  });

async function draw(c: WebContext, article: PublicArticle, reading: Reading): Promise<Response> {
  const { cx, place, shell } = c.var;
  const { parts, from, notice } = reading;
  const siteId = place.organisationId;
  const counts = parts.flatMap((one) => one.counts ?? []);
  const view = await viewOf(cx, article, counts);
  const spot: Spot = {
    articleId: article.id,
    siteId,
    kind: article.kind,
    language: article.language,
    sectionId: reading.sectionId,
    publishedAt: article.publishedAt,
  };
  const around =
    article.kind === 'page' ? { newer: null, older: null } : await neighboursOf(cx, spot);
  const related = await relatedTo(cx, spot, 4);
  const cards = await articleCards(cx, related, { siteId, shownAt: place.code, plain: true });
  allowEmbeds(c, article.body);
  const [other] = article.translations;
  const home = from ?? { code: place.code, ...(await calledHere(c)) };
  const own = { kind: article.kind, slug: article.slug, publisher: { code: home.code } };
  return shell.portal(c, {
    title: article.title,
    ...(article.lead === '' ? {} : { description: article.lead }),
    crumbs: reading.crumbs,
    styles: ['prose', 'article', ...parts.flatMap(({ styles }) => styles ?? [])],
    islands: [...proseIslands(article.body), ...parts.flatMap(({ islands }) => islands ?? [])],
    ...(other === undefined
      ? {}
      : {
          other: {
            language: other.language,
            href: site(home.code, articlePath(other.kind, other.slug)),
          },
        }),
    ...(notice === undefined
      ? toldOf(article, from, articleHead(c, article, view, reading.crumbs, home))
      : { before: notice, head: { metas: [{ name: 'robots', content: 'noindex, nofollow' }] } }),
    body: (
      <ArticlePage
        {...view}
        {...linksOf(c, article, { parts, around, code: home.code, draft: notice !== undefined })}
        from={from === undefined ? null : { label: from.name, href: hrefOf(own) }}
      />
    ),
    aside: asideOf(article, cards, parts),
  });
}

/** What is told to programs, and to the counter of reads. */
function toldOf(
  { pid }: PublicArticle,
  from: Reading['from'],
  head: PageHead,
): Pick<PageContent, 'head' | 'homeAt' | 'subject'> {
  return {
    head,
    subject: { kind: 'article', pid },
    ...(from === undefined ? {} : { homeAt: { organisationId: from.id, code: from.code } }),
  };
}

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
  const list = (label: string, path: string): Crumb => ({
    label,
    href: site(code, path, inLanguage(article.language)),
  });
  const lists: Crumb[] =
    article.kind === 'notice'
      ? [list(words.notices, 'thong-bao')]
      : article.kind === 'news'
        ? [list(words.newsMenu, 'tin')]
        : [];
  // Sections have Vietnamese names only.
  const inSection = main !== undefined && article.language === 'vi';
  return [homeCrumb(c), ...(inSection ? [...(parent ? [crumb(parent)] : []), crumb(main)] : lists)];
}
