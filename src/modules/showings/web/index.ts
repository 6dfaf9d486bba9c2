import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { setArticlePreview } from '../../articles/index.ts';
import { articleDoors } from './article.tsx';
import { previewPage } from './article-page.tsx';
import { englishDoors } from './english-home.tsx';
import { feedDoors } from './feeds.ts';
import { listDoors } from './lists.tsx';
import { mapDoors } from './maps.ts';
import { suggestDoors } from './suggest.ts';

export { offerOffice } from './office.tsx';

setArticlePreview(previewPage);

/** Where the public reads: lists, articles, feeds, sitemaps. */
export function showingSite(app: Hono<Env>): void {
  feedDoors(app);
  mapDoors(app);
  suggestDoors(app);
  listDoors(app);
  englishDoors(app);
  articleDoors(app);
}
