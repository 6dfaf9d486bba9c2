import { Forbidden, NotFound } from '../../../platform/errors.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { offers, sectionOf } from '../../../platform/records/section.ts';
import { articleWrite } from '../policy.ts';
import { findArticle } from '../queries/index.ts';
import type { Article } from '../schema/index.ts';
import { words } from '../vi/index.ts';

export const own = sectionOf('bai-viet', words.list);
export const { pathOf, crumbsTo } = own;

/** The article of an address, a deleted one too. @throws NotFound */
export async function articleOf(c: WebContext): Promise<Article> {
  const article = await findArticle(c.var.cx, c.req.param('pid') ?? '');
  if (article === null || article.organisationId !== c.var.place.organisationId)
    throw new NotFound('article');
  return article;
}

/** As `articleOf`, without deleted ones. @throws NotFound */
export async function liveOf(c: WebContext): Promise<Article> {
  const article = await articleOf(c);
  if (article.deletedAt !== null) throw new NotFound('article');
  return article;
}

/** Throws Forbidden unless a role held at the place has the permission. */
export function needs(c: WebContext, wanted: Permission = articleWrite): void {
  if (!offers(c, wanted)) throw new Forbidden(wanted.name);
}

/** The crumbs of a page below an article. */
export const below = (c: WebContext, article: Article, label: string) =>
  crumbsTo(c, { label: article.title, href: pathOf(c, article.pid) }, { label });
