import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { site } from '../../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import type { Tile } from '../../pages/tiles.tsx';
import type { AlbumRow, Medium, Placed } from '../../schema/index.ts';
import { mediaPage, shownMedium, shownPlaced } from '../../service/index.ts';
import { kindNames, siteWords as words } from '../../vi/index.ts';

export const libraryOf = (c: WebContext, rest = ''): string =>
  site(c.var.place.code, rest === '' ? 'thu-vien' : `thu-vien/${rest}`);

export const crumbsTo = (c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] => [
  { label: words.title, href: libraryOf(c) },
  ...rest,
];

/** The parts of a library: pictures and what is heard and seen stand together. */
export const parts = {
  anh: { kinds: ['picture'], title: words.pictures, lead: words.picturesLead },
  'nghe-xem': { kinds: ['video', 'audio'], title: words.watch, lead: words.watchLead },
  'tai-lieu': { kinds: ['document'], title: words.documents, lead: words.documentsLead },
} as const;

export type Part = keyof typeof parts;
/** Where a part is listed: documents have a list of their own. */
export const partOf = (c: WebContext, part: Part): string =>
  part === 'tai-lieu' ? site(c.var.place.code, 'tai-lieu') : libraryOf(c, part);

export const partNames = Object.keys(parts) as Part[];

export const dayOf = ({ takenOn }: Pick<Medium, 'takenOn'>): string | null =>
  takenOn === null ? null : formatDate(takenOn);

/** A medium in a public list. */
export function openTile(medium: Medium): Tile {
  const length = medium.seconds === null ? null : words.minutes(medium.seconds);
  const kind = medium.kind === 'picture' ? null : kindNames[medium.kind];
  return {
    href: mediaPage(medium.organisationCode, medium),
    title: medium.title,
    media: shownMedium(medium),
    meta: [kind, length, dayOf(medium)].filter(Boolean).join(' · '),
  };
}

export function openAlbumTile(c: WebContext, album: AlbumRow, cover: Placed | undefined): Tile {
  const day = album.heldOn === null ? null : formatDate(album.heldOn);
  return {
    href: libraryOf(c, album.pid),
    title: album.title,
    media: cover === undefined ? null : shownPlaced(cover),
    meta: [words.albumCount(album.count), day].filter(Boolean).join(' · '),
  };
}
