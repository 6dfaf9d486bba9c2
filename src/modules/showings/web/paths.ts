import { site } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Showing, ShowingKind } from '../schema.ts';

/** Where an article of a site stands, below the site. */
export const articlePath = (kind: ShowingKind, slug: string): string =>
  `${kind === 'page' ? 'trang' : 'bai'}/${slug}`;

/** The one address of an article: on the site of whose it is. */
export const hrefOf = (one: Pick<Showing, 'publisher' | 'kind' | 'slug'>): string =>
  site(one.publisher.code, articlePath(one.kind, one.slug));

/** A whole address of a path of ours. */
export const wholeOf = (c: WebContext, path: string): string => new URL(path, `${siteOf(c)}/`).href;
