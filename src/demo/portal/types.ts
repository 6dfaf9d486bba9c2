import type { SceneName } from './pictures.ts';

/** When: a day of the past, or so many days before the demo was made. */
export type When = string | { readonly ago: number };

export interface DemoPicture {
  readonly scene: SceneName;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export interface DemoComment {
  readonly name: string;
  readonly text: string;
  /** Days after the article. */
  readonly after: number;
  readonly likes: number;
  /** The author's answer. */
  readonly answer?: string;
}

/** What stands on a demo site. `body` is written as `writing.ts` says. */
export interface DemoArticle {
  readonly site: string;
  /** Slug of its section. */
  readonly section: string;
  readonly kind?: 'news' | 'notice' | 'page';
  readonly title: string;
  readonly lead: string;
  readonly when: When;
  readonly author?: string;
  readonly role?: string;
  readonly source?: { readonly name: string; readonly href?: string };
  readonly tags: readonly string[];
  readonly cover?: DemoPicture;
  readonly pictures?: Readonly<Record<string, DemoPicture>>;
  readonly body: string;
  readonly number?: string;
  /** Days after publishing until which something is asked for. */
  readonly due?: number;
  readonly comments?: readonly DemoComment[];
}
