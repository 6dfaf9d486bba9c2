import { albumsOf } from '../../../kernel/prose/index.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { wholeOf } from '../../../platform/http/linked-data.ts';
import { feedText, firstBlocks } from '../../../ui/index.ts';
import { type PublicArticle, publicArticles } from '../../articles/index.ts';
import { albumsByPids, mediaByPids } from '../../media/index.ts';
import type { Showing } from '../schema.ts';
import { feedWords as words } from '../vi/index.ts';
import { hrefOf } from './paths.ts';

/** Of one text, as the tree that it is kept as: some eight thousand words. What is longer is read on the page. */
const MOST_OF_ONE = 60_000;
/** Characters of all texts of a feed; what comes after them has its lead only. */
const MOST_OF_ALL = 1_500_000;

/** The texts of articles as feeds hold them, by article: three queries. */
export async function feedTexts(
  c: WebContext,
  rows: readonly Showing[],
): Promise<ReadonlyMap<string, string>> {
  const { db } = c.var.cx;
  const articles = await publicArticles(
    db,
    rows.map(({ articleId }) => articleId),
  );
  const every = [...articles.values()];
  const media = await mediaByPids(
    db,
    every.flatMap((one) => one.media),
  );
  const albums = await albumsByPids(
    db,
    every.flatMap(({ body }) => albumsOf(body)),
  );
  const textOf = ({ body, language }: PublicArticle, page: string): string => {
    const first = firstBlocks(body, MOST_OF_ONE);
    const readOn = first === null ? null : words.readOn;
    const shown = { prose: first ?? body, media, albums, language };
    return feedText({ ...shown, origin: siteOf(c), page, readOn });
  };
  const texts = new Map<string, string>();
  let left = MOST_OF_ALL;
  for (const row of rows) {
    const article = articles.get(row.articleId);
    if (article === undefined) continue;
    const text = textOf(article, wholeOf(c, hrefOf(row)));
    left -= text.length;
    if (left < 0) break;
    texts.set(row.articleId, text);
  }
  return texts;
}
