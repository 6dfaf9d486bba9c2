import type { Child } from 'hono/jsx';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Article, PublicArticle } from '../schema/index.ts';

/** Something that a later module shows on an article's page in the office; null: nothing. */
export type ArticlePanel = (c: WebContext, article: Article) => Promise<Child | null>;

const panels: ArticlePanel[] = [];

export function addArticlePanel(panel: ArticlePanel): void {
  if (!panels.includes(panel)) panels.push(panel);
}

export const panelsOf = async (c: WebContext, article: Article): Promise<Child[]> => {
  const shown: Child[] = [];
  for (const panel of panels) {
    const one = await panel(c, article);
    if (one !== null) shown.push(one);
  }
  return shown;
};

/** The page that the public will see of an article, for those who look at it before it is public. */
export type ArticlePreview = (
  c: WebContext,
  article: PublicArticle,
  notice: Child,
) => Response | Promise<Response>;

let preview: ArticlePreview | null = null;

/** The module that shows articles to the public shows them here too, exactly so. */
export function setArticlePreview(show: ArticlePreview): void {
  preview = show;
}
export const showPreview: ArticlePreview = (c, article, notice) => {
  if (preview === null) throw new Error('no module shows articles to the public');
  return preview(c, article, notice);
};
