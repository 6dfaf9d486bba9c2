import type { Day } from '../../../kernel/day.ts';
import type { Kind } from '../rules/index.ts';

/** A medium as the module's pages and doors read it. */
export interface Medium {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly kind: Kind;
  readonly title: string;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly takenOn: Day | null;
  readonly tags: readonly string[];
  readonly width: number | null;
  readonly height: number | null;
  readonly alpha: boolean;
  readonly animated: boolean;
  readonly seconds: number | null;
  /** The picture that stands for a film. */
  readonly poster: {
    readonly pid: string;
    readonly title: string;
    readonly width: number;
    readonly alpha: boolean;
    readonly public: boolean;
  } | null;
  readonly public: boolean;
  readonly listed: boolean;
  /** The sizes of a picture are made. */
  readonly ready: boolean;
  /** Name, type, bytes and content of the file that is kept. */
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly deletedAt: Date | null;
}

/** Where a medium is used. */
export interface MediaUse {
  /** The medium's pid. */
  readonly media: string;
  /** What uses it, in words that the module of it has: 'Bài viết'. */
  readonly what: string;
  readonly title: string;
  /** Its page in the office. */
  readonly href: string;
}

export interface AlbumRow {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly title: string;
  readonly about: string | null;
  readonly heldOn: Day | null;
  /** pid of the chosen cover. */
  readonly cover: string | null;
  readonly public: boolean;
  /** How many media stand in it. */
  readonly count: number;
  readonly createdAt: Date;
  readonly version: number;
  readonly deletedAt: Date | null;
}

/** A medium at its place in an album. */
export interface Placed extends Medium {
  /** Instead of its own, in this album. */
  readonly albumCaption: string | null;
}
