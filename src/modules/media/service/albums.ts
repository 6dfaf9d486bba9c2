import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { mediaManage } from '../policy.ts';
import { findAlbum, liveAlbum, mediaHere, placedIn } from '../queries/index.ts';
import { searchText } from '../rules/index.ts';
import {
  type AlbumRow,
  albumAddInput,
  albumEditInput,
  albumInput,
  arrangeInput,
  mostInAlbum,
} from '../schema/index.ts';

export const createAlbum = command({
  name: 'album.create',
  input: albumInput,
  permission: mediaManage,
  load: async (cx, { organisation }) => findOrganisation(cx.db, organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: (organisation, input) =>
    organisation === null ? [issue('organisation', 'unknown', { code: input.organisation })] : [],
  run: async (cx, organisation, { organisation: _, ...row }) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const organisationId = organisation!.id;
    await sql`insert into album (id, pid, organisation_id, title, about, held_on, public, search,
        created_at, created_by)
      values (${id}, ${pid}, ${organisationId}, ${row.title}, ${row.about}, ${row.held_on}::date,
        ${row.public}, ${searchText([row.title, row.about])}, ${cx.clock.now()},
        ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
    return {
      result: { pid },
      subject: { type: 'album', id },
      organisationId,
      changes: changesBetween(null, row),
    };
  },
});

export const editAlbum = command({
  name: 'album.edit',
  input: albumEditInput,
  permission: mediaManage,
  load: (cx, { pid }) => liveAlbum(cx, pid),
  at: (album) => [album.organisationId],
  version: (album) => album.version,
  run: async (cx, album, { pid, version: _, ...row }) => {
    await sql`update album set title = ${row.title}, about = ${row.about},
        held_on = ${row.held_on}::date, public = ${row.public},
        search = ${searchText([row.title, row.about])}, version = version + 1
      where id = ${album.id}`.execute(cx.db);
    const { title, about, heldOn: held_on } = album;
    return {
      result: { pid },
      subject: { type: 'album', id: album.id },
      organisationId: album.organisationId,
      changes: changesBetween({ title, about, held_on, public: album.public }, row),
    };
  },
});

interface Arranged {
  readonly album: AlbumRow;
  /** id by pid, of what may stand in the album. */
  readonly here: ReadonlyMap<string, string>;
}

/** Media of the album's own organisation; documents are no part of albums. */
async function arranged(cx: Cx, pid: string, media: readonly string[]): Promise<Arranged> {
  const album = await liveAlbum(cx, pid);
  const rows = await mediaHere(cx.db, album.organisationId, media);
  const here = rows
    .filter(({ kind }) => kind !== 'document')
    .map((row) => [row.pid, row.id] as const);
  return { album, here: new Map(here) };
}

function unknownIssues({ here }: Arranged, media: readonly string[]): Issue[] {
  const unknown = media.filter((pid) => !here.has(pid));
  return unknown.length === 0 ? [] : [issue('items', 'media_unknown', { count: unknown.length })];
}

/** Gives an album exactly these media in this order, with their captions there and the cover. */
export const arrangeAlbum = command({
  name: 'album.arrange',
  input: arrangeInput,
  permission: mediaManage,
  load: (cx, { pid, items }) =>
    arranged(
      cx,
      pid,
      items.map(({ media }) => media),
    ),
  at: ({ album }) => [album.organisationId],
  version: ({ album }) => album.version,
  check: (loaded, { items, cover }) => {
    const media = items.map((item) => item.media);
    return [
      ...unknownIssues(loaded, media),
      ...(new Set(media).size < media.length ? [issue('items', 'media_twice')] : []),
      ...(cover !== null && !media.includes(cover) ? [issue('cover', 'cover_not_there')] : []),
    ];
  },
  run: async (cx, { album, here }, { items, cover }) => {
    const before = await placedIn(cx.db, [album.id], { open: false });
    await sql`delete from album_medium where album_id = ${album.id}`.execute(cx.db);
    const ids = items.map(({ media }) => here.get(media)!);
    await sql`insert into album_medium (album_id, medium_id, position, caption)
      select ${album.id}, id, place, caption
      from unnest(${ids}::uuid[], ${items.map(({ caption }) => caption)}::text[])
        with ordinality as x (id, caption, place)`.execute(cx.db);
    await sql`update album set cover_id = ${cover === null ? null : here.get(cover)!},
      version = version + 1 where id = ${album.id}`.execute(cx.db);
    const old = before.map(({ pid, albumCaption }) => ({ media: pid, caption: albumCaption }));
    return {
      result: { pid: album.pid },
      subject: { type: 'album', id: album.id },
      organisationId: album.organisationId,
      changes: { items: { old, new: items }, cover: { old: album.cover, new: cover } },
    };
  },
});

/** Adds media at the end of an album; what stands in it already stays where it is. */
export const addToAlbum = command({
  name: 'album.add',
  input: albumAddInput,
  permission: mediaManage,
  load: (cx, { pid, media }) => arranged(cx, pid, media),
  at: ({ album }) => [album.organisationId],
  check: (loaded, { media }) => [
    ...unknownIssues(loaded, media),
    ...(loaded.album.count + media.length > mostInAlbum
      ? [issue('items', 'album_full', { max: mostInAlbum })]
      : []),
  ],
  run: async (cx, { album, here }, { media }) => {
    const ids = [...new Set(media)].map((pid) => here.get(pid)!);
    // Two hands at once come one after the other.
    await sql`update album set version = version + 1 where id = ${album.id}`.execute(cx.db);
    await sql`insert into album_medium (album_id, medium_id, position)
      select ${album.id}, id, place + coalesce(
        (select max(position) from album_medium where album_id = ${album.id}), 0)
      from unnest(${ids}::uuid[]) with ordinality as x (id, place)
      on conflict (album_id, medium_id) do nothing`.execute(cx.db);
    return {
      result: { pid: album.pid },
      subject: { type: 'album', id: album.id },
      organisationId: album.organisationId,
      changes: { items: { new: [...new Set(media)] } },
    };
  },
});

export const albumDeletion = deletion({
  type: 'album',
  table: 'album',
  permission: mediaManage,
  find: findAlbum,
});
