import type { Child } from 'hono/jsx';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Language, languages } from '../../kernel/language.ts';
import { code, optionalText, text, version } from '../../platform/forms/fields.ts';
import type { Piece } from './rules/index.ts';

export const showingKinds = ['news', 'notice', 'page'] as const;
export type ShowingKind = (typeof showingKinds)[number];

export { type Language, languages };

/** Whose an article is. */
export interface Publisher {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface SectionLink {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** An article that the public may read, as lists show it. */
export interface Showing {
  readonly articleId: string;
  readonly pid: string;
  readonly publisher: Publisher;
  readonly kind: ShowingKind;
  readonly language: Language;
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  /** pid of a picture in the library. */
  readonly cover: string | null;
  readonly authors: readonly {
    readonly name: string;
    readonly role: string;
    /** The word of the author's page; of those who did something else: none. */
    readonly slug?: string | null;
  }[];
  readonly tags: readonly { readonly slug: string; readonly name: string }[];
  readonly section: SectionLink | null;
  readonly number: string | null;
  readonly dueOn: Day | null;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

/** An article of a union as another site may show it. */
export interface ChosenShowing extends Showing {
  readonly chosen: boolean;
  /** The section of the site that it was put into; null: its news only. */
  readonly shownIn: SectionLink | null;
}

export const listKinds = ['all', 'news', 'notice', 'section', 'tag', 'author'] as const;
export type ListKind = (typeof listKinds)[number];

/** Which list of a site. */
export interface ListKey {
  readonly siteId: string;
  readonly kind: ListKind;
  readonly sectionId?: string | null;
  readonly tag?: string | null;
  readonly language: Language;
}

/** How many articles a list has in a month. */
export interface MonthCount {
  /** Its first day. */
  readonly month: Day;
  readonly articles: number;
}

/** A page of a list. */
export interface ListPage {
  readonly rows: readonly Showing[];
  readonly total: number;
  /** Newest first: all months in which the list has anything. */
  readonly months: readonly MonthCount[];
}

/** A found article, with the piece of its text that was found. */
export interface Hit {
  readonly article: Showing;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
}

export interface Hits {
  readonly items: readonly Hit[];
  /** At most `most`. */
  readonly total: number;
  /** Whether there are more than are counted. */
  readonly more: boolean;
}

export interface Suggestion {
  readonly kind: 'tag' | 'article';
  readonly label: string;
  readonly href: string;
}

/** What a later module puts beside or under an article. */
export interface ArticleParts {
  readonly under?: Child;
  readonly aside?: Child;
  readonly tools?: readonly ArticleTool[];
  /** Words after the times: '2.318 lượt đọc'. */
  readonly counts?: readonly string[];
  readonly islands?: readonly string[];
  readonly styles?: readonly string[];
}

export interface ArticleTool {
  readonly href: string;
  readonly label: string;
  readonly icon: string;
}

/** A public page for the sitemap; the path is under the site, without its first slash. */
export interface PlacePath {
  readonly path: string;
  readonly changedAt: Date | null;
}

export const offerStates = ['offered', 'chosen', 'declined', 'taken_back'] as const;
export type OfferState = (typeof offerStates)[number];

/** An article that a union offers to the national site. */
export interface Offer {
  readonly article: Showing;
  readonly state: OfferState;
  readonly sectionName: string | null;
  readonly offeredAt: Date;
  readonly offeredBy: string;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly version: number;
}

export const offerInput = z.strictObject({ pid: text(16), note: optionalText(500) });
export const takeBackInput = z.strictObject({ pid: text(16), version: version() });
export const chooseInput = z.strictObject({
  pid: text(16),
  /** Slug of a section of the national site; empty: among its news only. */
  section: optionalText(80),
  version: version(),
});
export const unchooseInput = z.strictObject({
  pid: text(16),
  note: optionalText(500),
  version: version(),
});

export const listQuery = {
  organisation: code().optional(),
  kind: z.enum(['news', 'notice']).optional(),
  section: z.string().max(80).optional(),
  tag: z.string().max(120).optional(),
  language: z.enum(languages).default('vi'),
  q: z.string().max(200).optional(),
  year: z.coerce.number().int().min(1900).max(2999).optional(),
};
