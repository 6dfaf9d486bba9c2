import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
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
  readonly status?: 200 | 201 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500;
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
  };
}

export type WebContext = Context<Env>;
