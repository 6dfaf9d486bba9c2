import type { Language } from '../../../kernel/language.ts';
import type { Cx } from '../../../platform/cx.ts';
import { namesOn } from '../queries/index.ts';
import { meantBy } from '../rules/index.ts';
import { searchShowings } from './finding.ts';

export interface MeantAsked {
  /** The site whose words are known. */
  readonly siteId: string;
  /** Where is looked, as by `searchShowings`. */
  readonly within: string | null;
  readonly typed: string;
  readonly language: Language;
}

/**
 * What a reader whose search found nothing may have meant: words of this site's tags and newest titles with which
 * something is found. Two queries, and only after a search without results.
 */
export async function meantShowings(cx: Cx, asked: MeantAsked): Promise<string | null> {
  const { siteId, within, typed, language } = asked;
  const meant = meantBy(typed, await namesOn(cx, siteId, language));
  if (meant === null) return null;
  const found = await searchShowings(cx, { siteId: within, q: meant, language, page: 1, size: 1 });
  return found.total > 0 ? meant : null;
}
