// What comes in from another program, whichever it was: one neutral stream in the order of the file. Records name each
// other by `originId`, the id that the other program gave them; what is named may come later in the stream.

export type State =
  | 'published'
  | 'scheduled'
  | 'draft'
  /** For members of the office only, or behind a password. */
  | 'private'
  | 'protected'
  /** Its time is over, or it was put away. */
  | 'archived'
  | 'trash';

/** Something by its kind and the id that it had. */
export interface Named {
  readonly kind: 'article' | 'page' | 'section' | 'tag' | 'media';
  readonly originId: string;
}

export interface NewSite {
  readonly kind: 'site';
  readonly title: string;
  /** 'https://lhh.example', without a slash at the end; '' when the file does not say. */
  readonly address: string;
  readonly language: string;
  /** Program and version as the file says them. */
  readonly generator: string;
}

export interface NewSection {
  readonly kind: 'section';
  readonly originId: string;
  readonly parent: string | null;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
}

export interface NewTag {
  readonly kind: 'tag';
  readonly originId: string;
  readonly name: string;
  readonly slug: string;
}

/** An article has a tag, where the file says so apart from the article. */
export interface NewTagging {
  readonly kind: 'tagging';
  readonly about: string;
  readonly tag: string;
}

export interface NewAuthor {
  readonly kind: 'author';
  readonly originId: string;
  readonly name: string;
  readonly email: string | null;
}

export interface NewMedia {
  readonly kind: 'media';
  readonly originId: string;
  readonly title: string;
  /** Where it was shown; articles name it by this. */
  readonly address: string;
  /** Below the folder of uploads: '2019/05/le-trao-giai.jpg'; null when it lay elsewhere. */
  readonly file: string | null;
  readonly alt: string;
  readonly caption: string;
  /** The article that it was added to. */
  readonly parent: string | null;
  readonly at: string | null;
}

export interface NewArticle {
  readonly kind: 'article' | 'page';
  readonly originId: string;
  /** What the other program calls its kind, such as 'post' or 'van-ban'. */
  readonly type: string;
  readonly title: string;
  readonly slug: string;
  /** Prepared HTML: paragraphs and figures, without what only the other program understands. */
  readonly html: string;
  /** Plain text. */
  readonly lead: string;
  readonly author: string | null;
  readonly sections: readonly string[];
  readonly tags: readonly string[];
  /** A medium, or the address of a picture. */
  readonly cover: { readonly originId: string } | { readonly address: string } | null;
  /**
   * Media by id for each `<figure data-gallery="n">` of the HTML, n from 0; of an empty one all whose `parent` is this.
   */
  readonly galleries: readonly (readonly string[])[];
  readonly state: State;
  /** An instant ('2019-05-20T01:30:00Z'); null for what was never published. */
  readonly publishedAt: string | null;
  readonly changedAt: string | null;
  /** The end of its time. */
  readonly until: string | null;
  readonly language: string | null;
  readonly comments: boolean;
  readonly pinned: boolean;
  readonly reads: number | null;
}

export interface NewComment {
  readonly kind: 'comment';
  readonly originId: string;
  /** The article or page. */
  readonly about: string;
  readonly parent: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly text: string;
  readonly at: string | null;
  readonly state: 'approved' | 'waiting' | 'spam' | 'trash';
}

export interface NewMenuItem {
  readonly kind: 'menu_item';
  readonly originId: string;
  readonly menu: string;
  readonly parent: string | null;
  readonly place: number;
  readonly label: string;
  readonly target: Named | { readonly href: string };
}

/** An old address, path and query, and what stands there now. */
export interface NewRedirect {
  readonly kind: 'redirect';
  readonly from: string;
  readonly to: Named;
}

/** Something that did not come over as it was; the words for the code stand in `vi`. */
export interface Problem {
  readonly kind: 'problem';
  readonly code: string;
  /** How often, when it is told once for many. */
  readonly count: number;
  readonly data: Readonly<Record<string, string | number>>;
}

export type Newcomer =
  | NewSite
  | NewSection
  | NewTag
  | NewTagging
  | NewAuthor
  | NewMedia
  | NewArticle
  | NewComment
  | NewMenuItem
  | NewRedirect
  | Problem;

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type Newcomers = AsyncGenerator<Newcomer, void, undefined>;

/** The file cannot be read any further; the code has its words. */
export class Unreadable extends Error {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: string, data: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'Unreadable';
    this.code = code;
    this.data = data;
  }
}
