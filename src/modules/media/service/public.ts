import type { ProseAlbum, ProseMedia } from '../../../kernel/prose/index.ts';
import type { Db } from '../../../platform/database/query.ts';
import { site } from '../../../platform/http/addresses.ts';
import {
  chosenOpen,
  coversOf,
  listPublicAlbums,
  newestOpen,
  openAlbums,
  openByPids,
  placedIn,
} from '../queries/index.ts';
import { formatsOf, heightAt, type Kind, plainOf, sizeTypes, widthsOf } from '../rules/index.ts';
import type { Medium, Placed } from '../schema/index.ts';
import { drawnOf } from './drawing.ts';

/** Where the pictures and files of somebody's library are sent from. */
export interface Addresses {
  picture(pid: string, size: string): string;
  file(pid: string, name: string): string;
}

/** The public addresses of a library. */
export const openAddresses = (code: string): Addresses => ({
  picture: (pid, size) => site(code, `hinh/${pid}/${size}`),
  file: (pid, name) => site(code, `tep/${pid}/${encodeURIComponent(name)}`),
});

/** What texts and pages are told of a medium; `at` are its addresses, public ones when left out. */
export function shownMedium(
  medium: Medium,
  at: Addresses = openAddresses(medium.organisationCode),
): ProseMedia {
  const { pid, kind, title, bytes, mime } = medium;
  const words = {
    alt: medium.alt ?? '',
    caption: medium.caption ?? '',
    credit: medium.credit ?? '',
  };
  const drawn = drawnOf(medium);
  if (kind === 'picture' && drawn !== null) {
    const plain = plainOf(drawn);
    const made = medium.ready ? widthsOf(drawn.width) : [];
    const sources = formatsOf(drawn).map((format) => ({
      type: sizeTypes[format],
      srcset: made.map((width) => `${at.picture(pid, `${width}.${format}`)} ${width}w`).join(', '),
    }));
    const src = at.picture(pid, plain.name);
    const whole = made.at(-1);
    return {
      pid,
      kind,
      title,
      ...words,
      width: plain.width,
      height: heightAt(drawn, plain.width),
      sources: made.length === 0 ? [] : sources,
      src,
      href: whole === undefined ? src : at.picture(pid, `${whole}.webp`),
      bytes,
      mime: sizeTypes[plain.format],
    };
  }
  const file = at.file(pid, medium.fileName);
  const sides = { width: medium.width, height: medium.height };
  const { poster } = medium;
  const still = poster?.public === true ? at.picture(poster.pid, plainOf(poster).name) : undefined;
  return {
    pid,
    kind,
    title,
    ...words,
    ...sides,
    sources: [],
    src: file,
    href: file,
    bytes,
    mime,
    poster: still,
  };
}

/** What everybody may see of these media, by pid; withdrawn and removed ones are not there. One query. */
export async function mediaByPids(
  db: Db,
  pids: readonly string[],
): Promise<Map<string, ProseMedia>> {
  const rows = await openByPids(db, pids);
  return new Map(rows.map((row) => [row.pid, shownMedium(row)]));
}

/** A medium as an album shows it, with the words that it has there. */
export const shownPlaced = (placed: Placed, at?: Addresses): ProseMedia => ({
  ...shownMedium(placed, at),
  ...(placed.albumCaption === null ? {} : { caption: placed.albumCaption }),
});

/** Albums that everybody may see, with their pictures (each leads to its place in the album), by pid. Two queries. */
export async function albumsByPids(
  db: Db,
  pids: readonly string[],
): Promise<Map<string, ProseAlbum>> {
  const albums = await openAlbums(db, null, pids);
  const rows = await placedIn(
    db,
    albums.map(({ id }) => id),
    { open: true },
  );
  const held = Map.groupBy(rows, ({ albumId }) => albumId);
  return new Map(
    albums.map(({ id, pid, title, organisationCode }) => [
      pid,
      {
        pid,
        title,
        href: site(organisationCode, `thu-vien/${pid}`),
        pictures: (held.get(id) ?? [])
          .filter(({ kind }) => kind === 'picture')
          .map((row) => ({
            ...shownPlaced(row),
            href: site(organisationCode, `thu-vien/${pid}/${row.pid}`),
          })),
      },
    ]),
  );
}

/** Some pictures of the library's lists, the same ones for the same seed: the day, for instance. */
export async function randomPictures(
  db: Db,
  organisationId: string,
  n: number,
  seed: string,
): Promise<ProseMedia[]> {
  return (await chosenOpen(db, organisationId, n, seed)).map((row) => shownMedium(row));
}

/** The newest media of a kind in the library's lists. */
export async function latestMedia(
  db: Db,
  organisationId: string,
  kind: Kind | readonly Kind[],
  n: number,
): Promise<ProseMedia[]> {
  const kinds = typeof kind === 'string' ? [kind] : kind;
  return (await newestOpen(db, organisationId, kinds, n)).map((row) => shownMedium(row));
}

/** The newest albums that everybody may see, with what stands on their fronts. Three queries. */
export async function latestAlbums(db: Db, organisationId: string, n: number) {
  const { rows } = await listPublicAlbums(db, { organisationId, page: 1, size: n });
  const covers = await coversOf(db, rows, true);
  return rows.map((row) => {
    const cover = covers.get(row.id);
    return {
      title: row.title,
      href: site(row.organisationCode, `thu-vien/${row.pid}`),
      count: row.count,
      cover: cover === undefined ? null : shownPlaced(cover),
    };
  });
}

/** The page of a medium on the site of its library. */
export const mediaPage = (code: string, { pid, kind }: Pick<Medium, 'pid' | 'kind'>): string =>
  site(
    code,
    `thu-vien/${kind === 'picture' ? 'anh' : kind === 'document' ? 'tai-lieu' : 'nghe-xem'}/${pid}`,
  );
