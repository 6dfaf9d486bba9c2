import type { Child } from 'hono/jsx';
import type { Language } from '../kernel/language.ts';

/** Anything a view may hold: text (always escaped), numbers, elements, or nothing. */
export type Content = Child;

export interface LinkItem {
  readonly href: string;
  readonly label: string;
  /** Of the label, where it is not that of the page. */
  readonly lang?: Language | undefined;
}

export interface MenuItem extends LinkItem {
  /** The entry of the page being shown. */
  readonly current?: boolean | undefined;
}

/** An entry that may open others, which stand below it; without an address it only does that. */
export interface MenuBranch {
  readonly label: string;
  readonly href?: string | undefined;
  readonly lang?: Language | undefined;
  /** The entry of the page being shown, or the one above it. */
  readonly current?: boolean | undefined;
  readonly below?: readonly MenuItem[] | undefined;
}

export interface Picture {
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** A step of the way to this page; the last one, this page itself, has no `href`. */
export interface Crumb {
  readonly label: string;
  readonly href?: string | undefined;
  readonly lang?: Language | undefined;
}

/** Addresses of the built stylesheet and scripts (from `Assets` of the platform). */
export interface AssetLinks {
  readonly styles: string;
  /** Stylesheets of this page alone, after the one of all pages. */
  readonly pageStyles?: readonly string[];
  readonly scripts: readonly string[];
}

/** The union whose site or office is shown. */
export interface Site {
  /** Official name in full. */
  readonly name: string;
  /** Of the names, where it is not that of the page. */
  readonly lang?: Language | undefined;
  /** Name used where room is short. */
  readonly shortName: string;
  /** Two or three short lines of the seal, in capitals. */
  readonly sealLines: readonly string[];
  readonly homeHref: string;
  /** Address of the stylesheet that holds the accent (its text comes from `accentCss`). */
  readonly accentHref: string;
}

export interface SearchBox {
  readonly action: string;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Words that a browser may offer while somebody types. */
  readonly suggest?: readonly string[] | undefined;
  /** Sent along as it is. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Name of the query parameter; `q` when left out. */
  readonly name?: string | undefined;
}

/** What programs are told of a public page; every address is whole. */
export interface PageHead {
  readonly canonical?: string;
  readonly properties?: readonly { readonly property: string; readonly content: string }[];
  readonly metas?: readonly { readonly name: string; readonly content: string }[];
  readonly links?: readonly {
    readonly rel: string;
    readonly href: string;
    readonly type?: string;
    readonly title?: string;
    readonly hreflang?: string;
  }[];
  /** JSON-LD. */
  readonly data?: readonly object[];
}

/** What every layout needs. */
export interface FrameProps {
  /** Goes to the title bar of the browser, before the name of the union. */
  readonly title: string;
  readonly site: Site;
  readonly assets: AssetLinks;
  /** True in a demo: a banner then says so on the page. */
  readonly demo: boolean;
  /** True when the page shows a form with errors: the title then starts with the word for it. */
  readonly error?: boolean | undefined;
  /** Short description for search engines (public pages). */
  readonly description?: string | undefined;
  /** For programs that read public pages. */
  readonly head?: PageHead | undefined;
  /** Seconds after which the page loads itself again (long jobs, without script). */
  readonly refresh?: number | undefined;
  readonly children?: Content;
}

export type Tone = 'ok' | 'warn' | 'bad' | 'info';
export type BadgeTone = Tone | 'none';

/** Heading level of a block, so that headings stay in order wherever it stands. */
export type Level = 2 | 3 | 4;
