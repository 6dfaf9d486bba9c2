import type { Day } from '../../../kernel/day.ts';
import type { Prose } from '../../../kernel/prose/index.ts';
import type {
  ArticleAct,
  ArticleKind,
  ArticleLanguage,
  ArticleRules,
  ArticleState,
  AuthorRole,
  Content,
  Cover,
} from '../rules/index.ts';

export interface Section {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly position: number;
  readonly version: number;
  readonly deletedAt: Date | null;
}

/** A section with how many articles stand in it: all, and those that the public reads. */
export interface CountedSection extends Section {
  readonly articles: number;
  readonly live: number;
}

/** A line of the office's list. */
export interface ListedArticle {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly kind: ArticleKind;
  readonly state: ArticleState;
  readonly newest: number;
  readonly title: string;
  readonly language: ArticleLanguage;
  readonly section: string | null;
  readonly liveVersion: number | null;
  readonly lastLive: number | null;
  readonly slug: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly scheduledAt: Date | null;
  readonly scheduleFailed: string | null;
  readonly withdrawAt: Date | null;
  readonly pinned: number | null;
  readonly comments: boolean;
  readonly origin: string | null;
  readonly originId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly createdName: string;
  readonly changedAt: Date;
  readonly changedName: string;
  readonly authors: string;
  readonly deletedAt: Date | null;
}

/** An article with its newest version. */
export interface Article extends ListedArticle {
  readonly content: Content;
}

export interface Version {
  readonly number: number;
  readonly content: Content;
  readonly at: Date;
  readonly byName: string;
  readonly restores: number | null;
}

export interface ListedVersion extends Omit<Version, 'content'> {
  readonly title: string;
}

export interface Transition {
  readonly position: number;
  readonly act: Exclude<ArticleAct, 'remove'> | 'create';
  readonly state: ArticleState;
  readonly version: number;
  readonly at: Date;
  readonly byName: string;
  /** Nobody signed in: the clock, or an import. */
  readonly machine: boolean;
  readonly reason: string | null;
  readonly dueAt: Date | null;
}

export interface StoredRules extends ArticleRules {
  /** 0 as long as the office has set none. */
  readonly version: number;
}

/** What somebody typed and has not saved. */
export interface Typing {
  readonly typed: Readonly<Record<string, string>>;
  readonly base: number | null;
  readonly at: Date;
}

/** What the public may read of an article. */
export interface PublicArticle {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly kind: ArticleKind;
  readonly language: ArticleLanguage;
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly body: Prose;
  readonly cover: Cover | null;
  /** The main one first. */
  readonly sections: readonly {
    readonly id: string;
    readonly pid: string;
    readonly parentId: string | null;
    readonly slug: string;
    readonly name: string;
  }[];
  readonly tags: readonly { readonly slug: string; readonly name: string }[];
  /** Those who agreed to be named. */
  readonly authors: readonly {
    readonly name: string;
    readonly role: AuthorRole;
    readonly person: string | null;
  }[];
  readonly source: Content['source'];
  readonly number: string | null;
  readonly dueOn: Day | null;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly pinned: number | null;
  readonly comments: boolean;
  /** The same in other languages, as far as the public may read them. */
  readonly translations: readonly {
    readonly pid: string;
    readonly kind: ArticleKind;
    readonly language: ArticleLanguage;
    readonly slug: string;
    readonly title: string;
  }[];
  /** pids of everything that it shows. */
  readonly media: readonly string[];
  /** Its words, for search. */
  readonly text: string;
}
