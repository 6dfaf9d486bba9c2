import { z } from 'zod';
import { kinds } from '../rules/index.ts';
import type { AlbumRow, Medium, Placed } from '../schema/index.ts';
import { openAddresses, shownMedium } from '../service/index.ts';
import { officeAddresses } from '../web/shared.ts';

const words = z.string().nullable();

export const mediumShape = z.object({
  pid: z.string(),
  organisation: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  alt: words,
  caption: words,
  credit: words,
  taken_on: z.iso.date().nullable(),
  tags: z.array(z.string()),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  animated: z.boolean(),
  seconds: z.number().int().nullable(),
  poster: words,
  public: z.boolean(),
  listed: z.boolean(),
  ready: z.boolean().describe('The sizes of a picture are made'),
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  src: z.string(),
  sources: z.array(z.object({ type: z.string(), srcset: z.string() })),
  version: z.number().int(),
});

export function mediumView(medium: Medium) {
  const { organisationCode: code } = medium;
  const at = medium.public ? openAddresses(code) : officeAddresses(code);
  const { src, sources } = shownMedium(medium, at);
  return {
    pid: medium.pid,
    organisation: code,
    kind: medium.kind,
    title: medium.title,
    alt: medium.alt,
    caption: medium.caption,
    credit: medium.credit,
    taken_on: medium.takenOn,
    tags: medium.tags,
    width: medium.width,
    height: medium.height,
    animated: medium.animated,
    seconds: medium.seconds,
    poster: medium.poster?.pid ?? null,
    public: medium.public,
    listed: medium.listed,
    ready: medium.ready,
    name: medium.fileName,
    mime: medium.mime,
    bytes: medium.bytes,
    src,
    sources,
    version: medium.version,
  };
}

export const albumShape = z.object({
  pid: z.string(),
  organisation: z.string(),
  title: z.string(),
  about: words,
  held_on: z.iso.date().nullable(),
  cover: words,
  public: z.boolean(),
  count: z.number().int(),
  version: z.number().int(),
});

export const fullAlbumShape = albumShape.extend({
  items: z.array(z.object({ media: z.string(), title: z.string(), caption: words })),
});

export const albumView = (album: AlbumRow) => ({
  pid: album.pid,
  organisation: album.organisationCode,
  title: album.title,
  about: album.about,
  held_on: album.heldOn,
  cover: album.cover,
  public: album.public,
  count: album.count,
  version: album.version,
});

export const placedView = ({ pid, title, albumCaption }: Placed) => ({
  media: pid,
  title,
  caption: albumCaption,
});
