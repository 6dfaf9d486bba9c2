import type { Day } from '../../../kernel/day.ts';

/** What is counted of one page of a site since it was last taken. */
export interface Counted {
  readonly organisationId: string;
  readonly subject: { readonly kind: string; readonly pid: string } | null;
  /** Whoever counts is the only one who writes it. */
  pages: number;
}

/** One subject's reads on one site. */
export interface Reads {
  readonly organisationId: string;
  readonly kind: string;
  readonly pid: string;
  readonly reads: number;
}

/** What is written at once. */
export interface Bundle {
  readonly day: Day;
  readonly pages: readonly { readonly organisationId: string; readonly pages: number }[];
  readonly reads: readonly Reads[];
  readonly readers: readonly { readonly organisationId: string; readonly reader: string }[];
}

/**
 * Pages read since the last bundle. Counting adds one to the page's own number and, the first time, notes the page:
 * nothing is looked up and nothing allocated but a reader's first page of the bundle.
 */
export class Tally {
  readonly #mostReaders: number;
  #touched: Counted[] = [];
  #readers = new Map<string, Set<string>>();
  #known = 0;

  /** `mostReaders`: more of them are not told apart in one bundle; whoever floods us gains pages, no visits. */
  constructor(mostReaders: number) {
    this.#mostReaders = mostReaders;
  }

  /** `reader`: the hash of who reads, null when they asked not to be told apart. */
  count(page: Counted, reader: string | null): void {
    if (page.pages === 0) this.#touched.push(page);
    page.pages += 1;
    if (reader === null) return;
    const here = this.#readers.get(page.organisationId);
    if (here?.has(reader) === true || this.#known >= this.#mostReaders) return;
    this.#known += 1;
    if (here === undefined) this.#readers.set(page.organisationId, new Set([reader]));
    else here.add(reader);
  }

  /** What was counted, and begins anew; null when nothing was. */
  take(day: Day): Bundle | null {
    if (this.#touched.length === 0) return null;
    const pages = new Map<string, number>();
    const reads = new Map<string, Reads>();
    for (const page of this.#touched) {
      const { organisationId, subject } = page;
      pages.set(organisationId, (pages.get(organisationId) ?? 0) + page.pages);
      if (subject !== null) {
        const key = `${organisationId} ${subject.kind} ${subject.pid}`;
        const before = reads.get(key)?.reads ?? 0;
        reads.set(key, { organisationId, ...subject, reads: before + page.pages });
      }
      page.pages = 0;
    }
    const readers = [...this.#readers].flatMap(([organisationId, here]) =>
      [...here].map((reader) => ({ organisationId, reader })),
    );
    this.#touched = [];
    this.#readers = new Map();
    this.#known = 0;
    return {
      day,
      pages: [...pages].map(([organisationId, count]) => ({ organisationId, pages: count })),
      reads: [...reads.values()],
      readers,
    };
  }

  /** Puts back what could not be written; it comes with the next bundle. */
  putBack(bundle: Bundle): void {
    const ofSubjects = new Map<string, number>();
    for (const { organisationId, kind, pid, reads } of bundle.reads) {
      ofSubjects.set(organisationId, (ofSubjects.get(organisationId) ?? 0) + reads);
      this.#touched.push({ organisationId, subject: { kind, pid }, pages: reads });
    }
    for (const { organisationId, pages } of bundle.pages) {
      const others = pages - (ofSubjects.get(organisationId) ?? 0);
      if (others > 0) this.#touched.push({ organisationId, subject: null, pages: others });
    }
    for (const { organisationId, reader } of bundle.readers) {
      const here = this.#readers.get(organisationId) ?? new Set<string>();
      here.add(reader);
      this.#readers.set(organisationId, here);
    }
    this.#known += bundle.readers.length;
  }
}
