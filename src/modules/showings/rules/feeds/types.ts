/** What a feed tells of itself; every address is whole. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** 'vi' or 'en'. */
  readonly language: string;
  /** Of the page that lists the same. */
  readonly page: string;
  /** Of the feed itself. */
  readonly self: string;
  /** Whose site it is. */
  readonly publisher: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** The same for ever, whatever becomes of title and address. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly lead: string;
  /** The whole text in HTML, with whole addresses; null: the lead only. */
  readonly html: string | null;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly authors: readonly string[];
  /** Sections and tags. */
  readonly categories: readonly string[];
  readonly cover: { readonly href: string; readonly type: string; readonly bytes: number } | null;
}

/** When anything in a feed was last changed; the beginning of time for an empty one. */
export const feedUpdated = (feed: Feed): Date =>
  new Date(Math.max(0, ...feed.items.map((item) => item.updatedAt.getTime())));
