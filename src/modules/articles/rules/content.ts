import type { Day } from '../../../kernel/day.ts';
import { mediaOf, type Prose, proseText } from '../../../kernel/prose/index.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

/** 'news': an article; 'notice': an announcement; 'page': a page that stays, such as 'About us'. */
export const articleKinds = ['news', 'notice', 'page'] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const articleLanguages = ['vi', 'en'] as const;
export type ArticleLanguage = (typeof articleLanguages)[number];

export const authorRoles = [
  'author',
  'photo',
  'translator',
  'editor',
  'compiler',
  'digest',
  'source',
] as const;
export type AuthorRole = (typeof authorRoles)[number];

export interface Author {
  readonly name: string;
  readonly role: AuthorRole;
  /** pid of somebody in the register. */
  readonly person: string | null;
  /** Agreed to be named. */
  readonly consent: boolean;
}

export interface Cover {
  /** pid of a picture of the library. */
  readonly media: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** All that a version holds: what is written, and what goes public with it. */
export interface Content {
  readonly title: string;
  readonly lead: string;
  readonly body: Prose;
  readonly cover: Cover | null;
  /** pid of the main section. */
  readonly section: string | null;
  /** pids of the others. */
  readonly sections: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly Author[];
  readonly source: { readonly name: string; readonly href: string | null } | null;
  /** Of a notice: its number and the last day by which something is to be done. */
  readonly number: string | null;
  readonly due_on: Day | null;
  readonly language: ArticleLanguage;
  /** pid of the article that this one says in another language. */
  readonly translation_of: string | null;
  /** Wanted address; null: made from the title. */
  readonly slug: string | null;
}

/** pids of all that it shows: the cover first. */
export const mediaIn = ({ cover, body }: Pick<Content, 'cover' | 'body'>): string[] => [
  ...new Set([...(cover === null ? [] : [cover.media]), ...mediaOf(body)]),
];

/** What the office's search looks into: not the whole body, whose words the public's search has. */
export function searchOf({ title, lead, tags, authors, number }: Content): string {
  return foldForSearch(
    [title, lead, ...tags, ...authors.map(({ name }) => name), number ?? ''].join(' '),
  ).slice(0, 6000);
}

/** All of its words, for search and for comparing. */
export const wordsIn = ({ title, lead, body }: Content): string =>
  [title, lead, proseText(body)].filter(Boolean).join('\n\n');

/** Whether two contents say the same, whatever the order of their keys. */
export const sameContent = (one: Content, other: Content): boolean => sameValue(one, other);

/** The same data, whatever the order of its keys: a database keeps them in an order of its own. */
export const sameValue = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
