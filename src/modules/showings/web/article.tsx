import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { speaking } from '../../../platform/http/language.ts';
import { type PublicArticle, publicArticle, publicArticleBySlug } from '../../articles/index.ts';
import { chosenAt, wasAddress } from '../queries/index.ts';
import { chosenPage, ownPage } from './article-page.tsx';
import { gone } from './gone.tsx';
import { articlePdf, printPage } from './paper.tsx';
import { articlePath, chosenPath, hrefOf } from './paths.ts';

/** Articles, notices and pages of a site, the same on paper, and what the national site chose of the unions. */
export function articleDoors(app: Hono<Env>): void {
  for (const prefix of ['bai', 'trang']) {
    app.get(`/${prefix}/:file{[a-z0-9-]+\\.pdf}`, (c) =>
      found(c, c.req.param('file').slice(0, -'.pdf'.length), '.pdf', articlePdf),
    );
    app.get(`/${prefix}/:slug`, (c) => found(c, c.req.param('slug'), '', ownPage));
    app.get(`/${prefix}/:slug/in`, (c) => found(c, c.req.param('slug'), '/in', printPage));
  }
  app.get('/bai/tu/:union/:slug', (c) => chosen(c, c.req.param('union'), c.req.param('slug')));
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
  return speaking(article.language, () => show(c, article));
}

/** An article of a union within the site that chose it; one that is not (or no longer) chosen is at its union's. */
async function chosen(c: WebContext, union: string, slug: string): Promise<Response> {
  const { cx, place } = c.var;
  const showing = await chosenAt(cx, place.organisationId, union, slug);
  if (showing === null) throw new NotFound('article');
  if (!showing.chosen) return c.redirect(hrefOf(showing), 302);
  if (showing.slug !== slug) return c.redirect(site(place.code, chosenPath(showing)), 301);
  const article = await publicArticle(cx.db, showing.articleId);
  if (article === null) throw new NotFound('article');
  return speaking(article.language, () => chosenPage(c, article, showing));
}
