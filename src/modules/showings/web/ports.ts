import type { Cx } from '../../../platform/cx.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { PublicArticle } from '../../articles/index.ts';
import type { ArticleParts, PlacePath } from '../schema.ts';

type AskParts = (
  c: WebContext,
  article: PublicArticle,
) => Promise<ArticleParts | null> | ArticleParts | null;

const parts: AskParts[] = [];

/** Lets a later module put something under or beside every article: comments, polls, counts of reads. */
export function addArticleParts(ask: AskParts): void {
  if (!parts.includes(ask)) parts.push(ask);
}

export async function partsOf(c: WebContext, article: PublicArticle): Promise<ArticleParts[]> {
  const found: ArticleParts[] = [];
  for (const ask of parts) {
    const one = await ask(c, article);
    if (one !== null) found.push(one);
  }
  return found;
}

/** The public pages that a module has on the site of an organisation; `root`: the site at `/`. */
export type AskPlaces = (
  cx: Cx,
  site: { readonly organisationId: string; readonly code: string; readonly root: boolean },
) => Promise<readonly PlacePath[]>;

const places: AskPlaces[] = [];

/** A text that is another one when the pages of a module are others. */
type AskStamp = (cx: Cx) => Promise<string>;
const stamps: AskStamp[] = [];

/**
 * Lets a module name its public pages in the sitemap. Without `stamp` a sitemap that is kept tells of changes with
 * the next change of an article, or the next day: too late for what somebody takes back.
 */
export function addPlaces(ask: AskPlaces, stamp?: AskStamp): void {
  if (!places.includes(ask)) places.push(ask);
  if (stamp !== undefined && !stamps.includes(stamp)) stamps.push(stamp);
}

/** What else than articles makes a sitemap another one. */
export async function placesStamp(cx: Cx): Promise<string> {
  const found: string[] = [];
  for (const ask of stamps) found.push(await ask(cx));
  return found.join(' ');
}

export async function placesOf(
  cx: Cx,
  site: Parameters<AskPlaces>[1],
): Promise<readonly PlacePath[]> {
  const found: PlacePath[] = [];
  for (const ask of places) found.push(...(await ask(cx, site)));
  return found;
}
