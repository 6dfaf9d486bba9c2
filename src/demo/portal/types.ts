import type { authorRoles } from '../../modules/articles/index.ts';
import type { SceneName } from './pictures.ts';

type Role = (typeof authorRoles)[number];

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
  /** What was answered: by the office, or by whom of the authors. */
  readonly answer?: string;
  readonly answeredBy?: string;
}

/** What stands on a demo site. `body` is written as `writing.ts` says. */
export interface DemoArticle {
  readonly site: string;
  /** Slug of its section. */
  readonly section: string;
  readonly kind?: 'news' | 'notice' | 'page';
  readonly title: string;
  readonly language?: 'en';
  /** Title of the article that it says in another language. */
  readonly translates?: string;
  readonly lead: string;
  readonly when: When;
  readonly author?: string;
  /** What the author did, where it was not writing. */
  readonly role?: Role;
  /** Who else is named. */
  readonly others?: readonly { readonly name: string; readonly role: Role }[];
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
