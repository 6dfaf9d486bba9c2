import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { PublicAlbum } from '../../pages/public-album.tsx';
import { PublicMedium } from '../../pages/public-one.tsx';
import { openAlbums, type PlacedIn, placedIn } from '../../queries/index.ts';
import type { AlbumRow } from '../../schema/index.ts';
import { shownPlaced } from '../../service/index.ts';
import { siteWords as words } from '../../vi/index.ts';
import { ownerAt } from './files.ts';
import { tagLinks, termsOf, wholeOf } from './one.tsx';
import { crumbsTo, libraryOf, openTile } from './shared.ts';

/** An album, and each of its pictures with the one before and the one after. */
export function albumSite(app: Hono<Env>): void {
  app.get('/thu-vien/:album', albumPage);
  app.get('/thu-vien/:album/:pid', placePage);
}

async function albumOf(c: WebContext): Promise<{ album: AlbumRow; media: readonly PlacedIn[] }> {
  const { db } = c.var.cx;
  const [album] = await openAlbums(db, ownerAt(c), [c.req.param('album') ?? '']);
  if (album === undefined) throw new NotFound('album');
  return { album, media: await placedIn(db, [album.id], { open: true }) };
}

const short = (title: string): string => (title.length > 60 ? `${title.slice(0, 59)}…` : title);

const crumbsOf = (c: WebContext, rest: readonly { label: string; href?: string }[]) =>
  crumbsTo(c, { label: words.albums, href: libraryOf(c, 'album') }, ...rest);

async function albumPage(c: WebContext): Promise<Response> {
  const { album, media } = await albumOf(c);
  const own = libraryOf(c, album.pid);
  return c.var.shell.portal(c, {
    title: album.title,
    description: album.about ?? album.title,
    styles: ['media'],
    crumbs: crumbsOf(c, [{ label: short(album.title) }]),
    body: (
      <PublicAlbum
        title={album.title}
        lead={[
          album.heldOn === null ? null : formatDate(album.heldOn),
          words.albumCount(media.length),
        ]
          .filter(Boolean)
          .join(' · ')}
        about={album.about}
        items={media.map((one) => ({
          ...openTile(one),
          href: `${own}/${one.pid}`,
          title: one.albumCaption ?? one.title,
        }))}
      />
    ),
  });
}

async function placePage(c: WebContext): Promise<Response> {
  const { album, media } = await albumOf(c);
  const at = media.findIndex(({ pid }) => pid === c.req.param('pid'));
  const one = media[at];
  if (one === undefined) throw new NotFound('media');
  const own = libraryOf(c, album.pid);
  const title = one.albumCaption ?? one.title;
  const hrefOf = (place: number) => {
    const other = media[place];
    return other === undefined ? null : `${own}/${other.pid}`;
  };
  return c.var.shell.portal(c, {
    title: `${short(title)} · ${album.title}`,
    heading: title,
    description: one.caption ?? album.title,
    styles: ['media'],
    crumbs: crumbsOf(c, [
      { label: short(album.title), href: own },
      { label: words.placeIn(at + 1, media.length) },
    ]),
    body: (
      <PublicMedium
        title={one.title}
        media={shownPlaced(one)}
        terms={termsOf(one)}
        tags={tagLinks(one)}
        whole={wholeOf(one)}
        walk={{
          place: words.placeIn(at + 1, media.length),
          previous: hrefOf(at - 1),
          next: hrefOf(at + 1),
          album: own,
        }}
        links={[{ href: own, label: words.backToAlbum }]}
      />
    ),
  });
}
