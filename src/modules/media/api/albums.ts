import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listAlbums, liveAlbum, placedIn } from '../queries/index.ts';
import {
  type AlbumRow,
  albumAddBody,
  albumChanges,
  albumInput,
  arrangeBody,
} from '../schema/index.ts';
import {
  addToAlbum,
  albumDeletion,
  arrangeAlbum,
  createAlbum,
  editAlbum,
} from '../service/index.ts';
import { issueWords } from '../web/shared.ts';
import { albumShape, albumView, fullAlbumShape, placedView } from './views.ts';

const tag = 'albums';
const path = '/albums/{pid}';

async function answer(cx: Cx, pid: string) {
  const album = await liveAlbum(cx, pid);
  const items = await placedIn(cx.db, [album.id], { open: false });
  return { ...albumView(album), items: items.map(placedView) };
}

export function albumDoors(api: Api): void {
  listDoor(api);
  writeDoors(api);
  placeDoors(api);
  removeDoors(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/albums',
    tag,
    summary: 'Albums of the libraries that the account may see',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: its own albums only'),
      q: optionalText(200),
    }),
    response: listOf(albumShape),
    words: issueWords,
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, q } = query;
      const { rows, total } = await listAlbums(cx, {
        organisationId: organisation === undefined ? null : await organisationId(cx, organisation),
        q: q ?? '',
        page,
        size,
      });
      return pageOf(c, rows.map(albumView), total, page, size);
    },
  });
}

const standing = ({ title, about, heldOn: held_on, version: now, ...album }: AlbumRow) => ({
  title,
  about,
  held_on,
  public: album.public,
  version: now,
});

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/albums',
    tag,
    summary: 'A new album',
    body: albumInput,
    response: fullAlbumShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, createAlbum, body), issueWords).pid),
  });
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One album with its media in their order',
    params: byPid,
    response: fullAlbumShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'patch',
    path,
    tag,
    summary: 'Change the words of an album; what is left out stays',
    params: byPid,
    body: albumChanges.partial(),
    response: fullAlbumShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const album = await liveAlbum(cx, params.pid);
      const raw = { ...standing(album), ...(body as object), pid: album.pid };
      settled(await execute(cx, editAlbum, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
}

function placeDoors(api: Api): void {
  api.endpoint({
    method: 'put',
    path: `${path}/media`,
    tag,
    summary: 'Give an album exactly these media in this order; what is left out is taken off',
    params: byPid,
    body: arrangeBody,
    response: fullAlbumShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, arrangeAlbum, { ...body, ...params }), issueWords);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/media`,
    tag,
    summary: 'Add media at the end of an album',
    params: byPid,
    body: albumAddBody,
    response: fullAlbumShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, addToAlbum, { ...body, ...params }), issueWords);
      return answer(cx, params.pid);
    },
  });
}

function removeDoors(api: Api): void {
  deletionEndpoints(api, {
    path,
    tag,
    remove: 'Delete an album; its media stay, and it can be taken back for 30 days',
    restore: 'Take a deleted album back',
    response: fullAlbumShape,
    words: issueWords,
    deletion: albumDeletion,
    answer,
  });
}
