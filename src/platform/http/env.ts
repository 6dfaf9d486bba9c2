import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Language } from '../../kernel/language.ts';
import type { ProseMedia } from '../../kernel/prose/index.ts';
import type { Cx } from '../command.ts';
import type { Services } from './services.ts';

/** The organisation whose office or public site an address belongs to. */
export interface Place {
  readonly organisationId: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly seal: readonly string[];
  readonly accent: string;
  readonly contact: {
    readonly address: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  };
}

export interface Crumb {
  readonly label: string;
  readonly href?: string;
  /** Of the label, where it is not that of the page. */
  readonly lang?: Language;
}

/** What programs are told of a public page, in the head of the document; every address is whole. */
export interface PageHead {
  /** The one address of what the page shows. */
  readonly canonical?: string;
  /** Open Graph: 'og:title' and its like. */
  readonly properties?: readonly { readonly property: string; readonly content: string }[];
  /** 'robots' and its like. */
  readonly metas?: readonly { readonly name: string; readonly content: string }[];
  /** Feeds, the same in another language, the pages before and after. */
  readonly links?: readonly HeadLink[];
  /** JSON-LD: each becomes a data block, which no browser runs. */
  readonly data?: readonly object[];
}

export interface HeadLink {
  readonly rel: 'alternate' | 'prev' | 'next';
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly hreflang?: string;
}

/** The same in another language, or the home of what is in it. */
export interface OtherLanguage {
  readonly language: Language;
  readonly href: string;
}

/** Something that has pages of its own whose reads are counted: an article, by its public id. */
export interface Subject {
  readonly kind: string;
  readonly pid: string;
}

/** What a page hands to its shell: the shell adds bars, menu and foot. */
export interface PageContent {
  readonly title: string;
  readonly body: Child;
  /** One sentence of fact under the title. */
  readonly lead?: Child;
  /** The main action, right of the title. */
  readonly action?: Child;
  readonly aside?: Child;
  /** On a phone the aside comes before the body: a panel that was just opened. */
  readonly asideFirst?: boolean;
  readonly crumbs?: readonly Crumb[];
  readonly status?: 200 | 201 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500;
  /** The h1, where it is not the title. */
  readonly heading?: Child;
  /** A seal before the h1, on the page of an organisation. */
  readonly emblem?: Child;
  /** Between the title line and the columns: alert, filters, steps, tabs. */
  readonly before?: Child;
  /** The page shows a form with errors: its title says so. */
  readonly error?: boolean;
  /** Scripts that only this page needs, by the name of their island: 'ui/autosave'. */
  readonly islands?: readonly string[];
  /** Stylesheets that only this page needs (`src/ui/styles/pages/`), by name: 'article'. */
  readonly styles?: readonly string[];
  /** Seconds after which the page loads itself again (long jobs, without script). */
  readonly refresh?: number;
  /** For search engines (public pages). */
  readonly description?: string;
  /** What a public page shows: its reads are counted. */
  readonly subject?: Subject;
  /** For programs that read public pages. */
  readonly head?: PageHead;
  /** The site that has the page's one address, where that is not the one that shows it. */
  readonly homeAt?: { readonly organisationId: string; readonly code: string };
  /** Where the same is read in another language; when left out, the home in that language. */
  readonly other?: OtherLanguage;
}

/** A line of the menu of a site; what stands below it opens with it. */
export interface FrameLine {
  readonly label: string;
  /** Absent: it only opens what stands below it. */
  readonly href?: string;
  readonly below: readonly { readonly label: string; readonly href: string }[];
}

export interface FrameBanner {
  readonly pid: string;
  readonly place: 'top' | 'aside' | 'foot';
  readonly kind: 'campaign' | 'advertisement';
  readonly title: string;
  readonly href: string | null;
  readonly picture: ProseMedia | null;
}

/** What stands around each page of a site, as its people set it up; what is null or empty looks as it always did. */
export interface Frame {
  readonly name: string | null;
  readonly emblem: ProseMedia | null;
  readonly licence: string | null;
  readonly responsible: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly menu: readonly FrameLine[];
  /** How the union is called on pages in English; null: as in Vietnamese. */
  readonly englishName: string | null;
  /** Of pages in English; empty: the one that every site has. */
  readonly englishMenu: readonly FrameLine[];
  /** Whether anything of the site is in English. */
  readonly english: boolean;
  /** Those of today. */
  readonly banners: readonly FrameBanner[];
  /** Where the site is at home; null: only at the main address. */
  readonly domain: string | null;
}

/** The three faces of the product; `app.tsx` hands in the real ones. */
export interface Shell {
  office(c: Context<Env>, page: PageContent): Response | Promise<Response>;
  portal(c: Context<Env>, page: PageContent): Response | Promise<Response>;
  plain(c: Context<Env>, page: PageContent): Response | Promise<Response>;
}

export interface Env {
  Variables: {
    cx: Cx;
    shell: Shell;
    requestId: string;
    /** Set by the doors of `/vp/{code}` and `/{code}`. */
    /** When the server had the whole request; of one that is streamed, when it began. */
    received: Date;
    place: Place;
    /** Roles that the actor's grants give at `place` (office doors only). */
    placeRoles: readonly string[];
    services: Services;
    /** What stands around the pages of `place`: read when it is first asked for, once for a page. */
    frame: () => Promise<Frame>;
  };
}

export type WebContext = Context<Env>;
