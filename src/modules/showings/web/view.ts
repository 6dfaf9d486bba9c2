import { vietnamDay } from '../../../kernel/clock.ts';
import { albumsOf } from '../../../kernel/prose/index.ts';
import type { Cx } from '../../../platform/cx.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { PublicArticle } from '../../articles/index.ts';
import { albumsByPids, mediaByPids } from '../../media/index.ts';
import type { ArticleView } from '../pages/article.tsx';
import { authorSlugs } from '../queries/index.ts';
import { articleWords } from '../vi/index.ts';
import { authorPath } from './paths.ts';

/** Sooner than this after it was published, a change is not worth saying. */
const WORTH = 60_000;

/** An article as its page, its paper and its feed show it: three queries. */
export async function viewOf(
  cx: Cx,
  article: PublicArticle,
  counts: readonly string[] = [],
): Promise<ArticleView> {
  const words = articleWords[article.language];
  const media = await mediaByPids(cx.db, article.media);
  const pages = await authorHrefs(cx, article.id);
  const albums = await albumsByPids(cx.db, albumsOf(article.body));
  const edited = article.updatedAt.getTime() - article.publishedAt.getTime() > WORTH;
  return {
    words,
    language: article.language,
    title: article.title,
    lead: article.lead,
    // That somebody wrote it goes without saying.
    authors: article.authors.map(({ name, role }) => ({
      name,
      href: role === 'author' ? (pages.get(name) ?? null) : null,
      role: role === 'author' ? '' : (words.roles[role] ?? ''),
    })),
    published: words.time(article.publishedAt),
    edited: edited ? words.time(article.updatedAt) : null,
    counts,
    cover: coverOf(article, media),
    body: article.body,
    media,
    albums,
    notice: noticeOf(article, vietnamDay(cx.clock.now())),
    source: article.source,
  };
}

/** The pages of the authors of an article, on the site of whose it is. */
async function authorHrefs(cx: Cx, articleId: string): Promise<ReadonlyMap<string, string>> {
  const found = await authorSlugs(cx, articleId);
  return new Map(found.map(({ name, code, slug }) => [name, site(code, authorPath(slug))]));
}

function coverOf(
  { cover, language }: PublicArticle,
  media: ArticleView['media'],
): ArticleView['cover'] {
  const medium = cover === null ? undefined : media.get(cover.media);
  if (cover === null || medium === undefined) return null;
  const caption = cover.caption || medium.caption;
  const credit = cover.credit || medium.credit;
  const { photo } = articleWords[language];
  const who = credit === '' || credit.includes(':') ? credit : photo(credit);
  const ended = caption === '' || /[.!?…]$/.test(caption) || who === '' ? caption : `${caption}.`;
  return { media: medium, alt: cover.alt || medium.alt, caption: `${ended} ${who}`.trim() };
}

function noticeOf(
  { kind, number, dueOn, language }: PublicArticle,
  today: string,
): ArticleView['notice'] {
  if (kind !== 'notice') return null;
  const words = articleWords[language];
  const due = dueOn === null ? null : words.date(dueOn);
  return {
    number,
    due: due !== null && dueOn !== null && dueOn < today ? `${due}, ${words.dueOver}` : due,
  };
}
