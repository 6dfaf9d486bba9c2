import { language } from '../../../kernel/language.ts';
import type { Cx } from '../../../platform/cx.ts';
import { mediaByPids } from '../../media/index.ts';
import { type Card, Marked } from '../pages/card.tsx';
import type { Hit, Showing } from '../schema.ts';
import { listWords as words } from '../vi/index.ts';
import { hrefIn, hrefOf } from './paths.ts';

export interface CardsFor {
  /** The organisation of the site: of others the name is told. */
  readonly siteId: string;
  /** Code of the site, where the articles are of its own lists: what it chose of others is read within it. */
  readonly shownAt?: string;
  /** Without the section, on its own page. */
  readonly plain?: boolean;
}

/** Articles as lists show them, with their pictures: one query more. */
export async function articleCards(
  cx: Cx,
  rows: readonly Showing[],
  of: CardsFor,
): Promise<Card[]> {
  const covers = rows.map(({ cover }) => cover).filter((pid) => pid !== null);
  const media = await mediaByPids(cx.db, covers);
  const today = cx.clock.today();
  return rows.map((one) => ({
    href:
      of.shownAt === undefined
        ? hrefOf(one)
        : hrefIn({ organisationId: of.siteId, code: of.shownAt }, one),
    title: one.title,
    lead: one.lead,
    language: one.language,
    meta: [
      words.day(one.publishedAt),
      one.number === null ? null : words.number(one.number),
      of.plain || language() === 'en' ? null : one.section?.name,
      one.publisher.id === of.siteId ? null : one.publisher.shortName,
    ]
      .filter(Boolean)
      .join(' · '),
    due: dueOf(one.dueOn, today),
    cover: one.cover === null ? null : (media.get(one.cover) ?? null),
  }));
}

const dueOf = (day: string | null, today: string): string | null =>
  day === null ? null : day < today ? words.dueOver(words.date(day)) : words.due(words.date(day));

/** Found articles as a list shows them: what was looked for is marked in title and text. */
export async function hitCards(cx: Cx, hits: readonly Hit[], of: CardsFor): Promise<Card[]> {
  const cards = await articleCards(
    cx,
    hits.map(({ article }) => article),
    of,
  );
  return cards.map((card, at) => ({
    ...card,
    marked: Marked({ pieces: hits[at]!.title }),
    lead: Marked({ pieces: hits[at]!.snippet }),
  }));
}
