import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { site } from '../../../platform/http/addresses.ts';
import { foundBy, MOST_HITS, suggestedTags, suggestedTitles } from '../queries/index.ts';
import {
  highlighted,
  isEmpty,
  keysBefore,
  markOf,
  readSearch,
  snippetOf,
  tiersOf,
} from '../rules/index.ts';
import type { Hits, Language, Suggestion } from '../schema.ts';

export interface SearchAsked {
  /** The organisation of the site; null: every site's. */
  readonly siteId: string | null;
  readonly q: string;
  /** A section and those below it; empty or absent: wherever. */
  readonly sectionIds?: readonly string[];
  readonly year?: number | null;
  readonly kind?: string | null;
  readonly language?: Language | null;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Articles that hold what was typed: one query, whatever was typed. */
export async function searchShowings(cx: Cx, asked: SearchAsked): Promise<Hits> {
  const search = readSearch(asked.q);
  if (isEmpty(search)) return { items: [], total: 0, more: false };
  const { siteId, year, kind, language } = asked;
  const marks = [
    ...(siteId === null ? [] : [markOf.site(siteId)]),
    ...(year ? [markOf.year(year)] : []),
    ...(kind ? [markOf.kind(kind)] : []),
    ...(language ? [markOf.language(language)] : []),
  ];
  const rows = await foundBy(cx, tiersOf(search, marks), {
    limit: asked.size,
    offset: (asked.page - 1) * asked.size,
    within: (asked.sectionIds ?? []).map(markOf.section),
  });
  const total = rows[0]?.total ?? 0;
  return {
    items: rows.map(({ body, total: _, ...article }) => ({
      article,
      title: highlighted(article.title, search),
      snippet: snippetOf(body, search),
    })),
    total,
    more: total >= MOST_HITS,
  };
}

/** Tags and titles for what is being typed: two queries. `siteId` null: of every site. */
export async function suggestShowings(
  cx: Cx,
  siteId: string | null,
  raw: string,
  limit = 8,
): Promise<Suggestion[]> {
  const typed = foldForSearch(raw).slice(0, 100);
  if (typed.length < 2) return [];
  const tags = await suggestedTags(cx, siteId, typed, 3);
  const marks = siteId === null ? [] : [markOf.site(siteId)];
  const keys = keysBefore(raw);
  const titles = await suggestedTitles(
    cx,
    siteId,
    typed,
    keys.length === 0 ? [] : [...keys, ...marks],
    limit,
  );
  return [
    ...tags.map(
      ({ tag, label, code }): Suggestion => ({
        kind: 'tag',
        label,
        href: site(code, `tu-khoa/${tag}`),
      }),
    ),
    ...titles.map(
      (one): Suggestion => ({
        kind: 'article',
        label: one.title,
        href: site(one.publisher.code, `${one.kind === 'page' ? 'trang' : 'bai'}/${one.slug}`),
      }),
    ),
  ].slice(0, limit);
}
