import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, pageRows, searchWords } from '../../../platform/records/list-query.ts';
import { mediaRead } from '../policy.ts';
import type { AlbumRow, Placed } from '../schema/index.ts';
import { columns, from } from './find.ts';

const albumColumns = (shown: RawBuilder<unknown>) => sql`a.id, a.pid,
  a.organisation_id as "organisationId", o.code as "organisationCode", a.title, a.about,
  a.held_on as "heldOn", c.pid as cover, a.public, (select count(*)::integer from album_medium x
    join medium y on y.id = x.medium_id where x.album_id = a.id and ${shown}) as count,
  a.created_at as "createdAt", a.version, a.deleted_at as "deletedAt"`;

const live = sql`y.deleted_at is null`;
const shownToAll = sql`y.deleted_at is null and y.public`;

const albumFrom = sql`from album a join organisation o on o.id = a.organisation_id
  left join medium c on c.id = a.cover_id and c.deleted_at is null`;

const newest = sql`order by coalesce(a.held_on, a.created_at::date) desc, a.created_at desc, a.id`;

/** An album that the actor may see, a deleted one too; null when there is none. */
export function findAlbum(cx: Cx, pid: string): Promise<AlbumRow | null> {
  return maybe(
    cx.db,
    sql<AlbumRow>`select ${albumColumns(live)} ${albumFrom}
      where a.pid = ${pid} and ${visible(cx, mediaRead, sql`a.organisation_id`)}`,
  );
}

/** As `findAlbum`, without deleted ones. @throws NotFound */
export async function liveAlbum(cx: Cx, pid: string): Promise<AlbumRow> {
  const album = await findAlbum(cx, pid);
  if (album === null || album.deletedAt !== null) throw new NotFound('album');
  return album;
}

export interface AlbumFilter {
  readonly organisationId: string | null;
  readonly q?: string;
  readonly page: number;
  readonly size: number;
}

async function albumPage(
  db: Db,
  { organisationId, q, page, size }: AlbumFilter,
  more: RawBuilder<unknown>,
  shown: RawBuilder<unknown>,
): Promise<{ rows: AlbumRow[]; total: number }> {
  const where = allOf([
    sql`a.deleted_at is null`,
    more,
    ...(organisationId === null ? [] : [sql`a.organisation_id = ${organisationId}`]),
    ...searchWords(q ?? '').map((word) => sql`a.search like ${`%${word}%`}`),
  ]);
  const { total } = await one(
    db,
    sql<{ total: number }>`select count(*)::integer as total from album a where ${where}`,
  );
  const rows = await all(
    db,
    sql<AlbumRow>`select ${albumColumns(shown)} ${albumFrom} where ${where} ${newest}
      ${pageRows({ page, size, sort: '', descending: true })}`,
  );
  return { rows, total };
}

/** One page of albums, the newest first, and how many there are. */
export function listAlbums(
  cx: Cx,
  filter: AlbumFilter,
): Promise<{ rows: AlbumRow[]; total: number }> {
  return albumPage(cx.db, filter, visible(cx, mediaRead, sql`a.organisation_id`), live);
}

const holdsSomething = sql`a.public and exists (select from album_medium x
  join medium y on y.id = x.medium_id where x.album_id = a.id and y.public and y.deleted_at is null)`;

/** As `listAlbums`, of what everybody finds: public ones that hold something. */
export function listPublicAlbums(
  db: Db,
  filter: AlbumFilter & { readonly organisationId: string },
): Promise<{ rows: AlbumRow[]; total: number }> {
  return albumPage(db, filter, holdsSomething, shownToAll);
}

/** Albums that everybody may see by their pids; `organisationId` null: whosever they are. */
export function openAlbums(
  db: Db,
  organisationId: string | null,
  pids: readonly string[],
): Promise<AlbumRow[]> {
  if (pids.length === 0) return Promise.resolve([]);
  const here = organisationId === null ? sql`true` : sql`a.organisation_id = ${organisationId}`;
  return all(
    db,
    sql<AlbumRow>`select ${albumColumns(shownToAll)} ${albumFrom}
      where a.pid = any(${[...new Set(pids)]}::text[]) and a.public and a.deleted_at is null
        and ${here}`,
  );
}

export interface PlacedIn extends Placed {
  readonly albumId: string;
}

/** The media of albums in their order: one query. `first`: so many of each; `open`: only what everybody may see. */
export function placedIn(
  db: Db,
  albumIds: readonly string[],
  { open, first }: { readonly open: boolean; readonly first?: number },
): Promise<PlacedIn[]> {
  if (albumIds.length === 0) return Promise.resolve([]);
  const shown = open ? sql`m.public` : sql`true`;
  const place = sql`row_number() over (partition by x.album_id order by x.position)`;
  const few = first === undefined ? sql`true` : sql`q.place <= ${first}`;
  return all(
    db,
    sql<PlacedIn>`select * from (
      select ${columns}, x.caption as "albumCaption", x.album_id as "albumId", x.position,
        ${place} as place
      ${from} join album_medium x on x.medium_id = m.id
      where x.album_id = any(${[...albumIds]}::uuid[]) and m.deleted_at is null and ${shown}) q
      where ${few} order by "albumId", position`,
  );
}

/** The picture that stands for each album: its cover, or its first public picture. */
export async function coversOf(
  db: Db,
  albums: readonly AlbumRow[],
  open: boolean,
): Promise<Map<string, Placed>> {
  const ids = albums.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const shown = open ? sql`m.public` : sql`true`;
  const rows = await all(
    db,
    sql<PlacedIn>`select distinct on (x.album_id) ${columns}, x.caption as "albumCaption",
        x.album_id as "albumId"
      ${from} join album_medium x on x.medium_id = m.id join album a on a.id = x.album_id
      where x.album_id = any(${ids}::uuid[]) and m.deleted_at is null and m.kind = 'picture'
        and ${shown}
      order by x.album_id, (m.id = a.cover_id) desc nulls last, x.position`,
  );
  return new Map(rows.map((row) => [row.albumId, row]));
}

/** Albums that hold these media, by the medium's pid. */
export function albumsHolding(
  db: Db,
  pids: readonly string[],
): Promise<{ media: string; pid: string; title: string; code: string }[]> {
  return all(
    db,
    sql<{ media: string; pid: string; title: string; code: string }>`
      select m.pid as media, a.pid, a.title, o.code from album_medium x
        join medium m on m.id = x.medium_id join album a on a.id = x.album_id
        join organisation o on o.id = a.organisation_id
      where m.pid = any(${[...pids]}::text[]) and a.deleted_at is null order by a.title, a.pid`,
  );
}

/** Films whose still these pictures are. */
export function stillsOf(
  db: Db,
  pids: readonly string[],
): Promise<{ media: string; pid: string; title: string; code: string }[]> {
  return all(
    db,
    sql<{ media: string; pid: string; title: string; code: string }>`
      select p.pid as media, m.pid, m.title, o.code from medium m
        join medium p on p.id = m.poster_id join organisation o on o.id = m.organisation_id
      where p.pid = any(${[...pids]}::text[]) and m.deleted_at is null order by m.title, m.pid`,
  );
}
