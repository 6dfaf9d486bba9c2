import type { Subject, WebContext } from './env.ts';

/** Whose site a public page belongs to and what it shows; kept beside the page, so that counting looks nothing up. */
export interface Shown {
  readonly organisationId: string;
  readonly subject: Subject | null;
  /** Times it was sent since counters were last written; the counter's own. */
  pages: number;
}

/** What the maker of a page tells those who send and keep it, without a header that would reach the reader. */
export interface PageNotes {
  shown?: Shown;
  /** Milliseconds after which a kept page is made again, though nothing was written: it shows counts. */
  keepFor?: number;
}

// The server hands each request an object of its own through the application; without a server there is none.
const notesIn = (c: WebContext): PageNotes => (c.env as PageNotes | undefined) ?? {};

/** Says that the answer is a page of this site, and maybe of a subject. */
export function tellShown(c: WebContext, organisationId: string, subject: Subject | null): void {
  notesIn(c).shown = { organisationId, subject, pages: 0 };
}

/** The page shows what changes without a write: it is kept this long at most. */
export function keepFor(c: WebContext, milliseconds: number): void {
  notesIn(c).keepFor = milliseconds;
}
