import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { siteOf } from '../../../platform/http/client.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { judgeByPid, listJudges, relationsOf } from '../queries/index.ts';
import {
  editJudgeInput,
  endJudgeInput,
  inviteInput,
  judgeStates,
  proposeInput,
  removeJudgeInput,
} from '../schema/index.ts';
import {
  editJudge,
  endJudge,
  inviteJudge,
  proposeJudge,
  removeJudge,
  sendJudgeLink,
} from '../service/index.ts';
import { readableEdition, tag, whole, words } from './shared.ts';
import {
  judgeShape,
  judgeView,
  listedJudgeShape,
  listedJudgeView,
  relationShape,
  relationView,
} from './views.ts';

const path = '/judges/{pid}';

/** REST doors of the judges of an edition, for its office. */
export function judgeDoors(api: Api): void {
  editionDoors(api);
  oneDoors(api);
  actDoors(api);
}

function editionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/judges',
    tag,
    summary: 'Judges of an edition with their seats and how many dossiers they must not judge',
    params: byPid,
    query: z.object({
      ...pageQuery,
      state: z.enum(judgeStates).optional(),
      field: z.string().max(40).optional().describe('Code: who knows it, or takes any'),
      q: z.string().max(200).optional(),
    }),
    response: listOf(listedJudgeShape),
    handler: async ({ cx, c, params, query }) => {
      const edition = await readableEdition(cx, params.pid);
      const { page, size, state, field, q } = query;
      const asked = { state: state ?? null, field: field ?? null, q: q ?? '', page, size };
      const { rows, total } = await listJudges(cx, edition.id, asked);
      return pageOf(c, rows.map(listedJudgeView), total, page, size);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/judges',
    tag,
    summary: 'Propose a judge: by the public id in the registry, or typed by hand',
    params: byPid,
    body: proposeInput.omit({ edition: true }),
    response: judgeShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), edition: params.pid };
      const { pid } = settled(await execute(cx, proposeJudge, raw), words);
      return judgeView(await judgeByPid(cx, pid));
    },
  });
}

function oneDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One judge',
    params: byPid,
    response: judgeShape,
    handler: async ({ cx, params }) => judgeView(await judgeByPid(cx, params.pid)),
  });
  api.endpoint({
    method: 'patch',
    path,
    tag,
    summary: 'Change what is known of a judge; another address ends the link that was sent',
    params: byPid,
    body: editJudgeInput.omit({ pid: true }),
    response: judgeShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, editJudge, { ...(body as object), pid: params.pid }), words);
      return judgeView(await judgeByPid(cx, params.pid));
    },
  });
  api.endpoint({
    method: 'delete',
    path,
    tag,
    summary: 'Take somebody off the list who was never invited',
    params: byPid,
    query: z.object({ version: removeJudgeInput.shape.version }),
    status: 204,
    words,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, removeJudge, { ...params, ...query }), words);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/relations`,
    tag,
    summary: 'What a judge declared',
    params: byPid,
    response: listOf(relationShape),
    handler: async ({ cx, params }) => {
      const { id } = await judgeByPid(cx, params.pid);
      return whole((await relationsOf(cx, [id])).map(relationView));
    },
  });
}

function actDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/invite`,
    tag,
    summary: 'Invite by a letter with a link; `anyway` although conflicts were found',
    params: byPid,
    body: inviteInput.omit({ pid: true, site: true }),
    response: judgeShape,
    words,
    handler: async ({ cx, c, params, body }) => {
      const raw = { ...(body as object), pid: params.pid, site: siteOf(c) };
      settled(await execute(cx, inviteJudge, raw), words);
      return judgeView(await judgeByPid(cx, params.pid));
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/link`,
    tag,
    summary: 'Send a new link; the one before opens nothing any more',
    params: byPid,
    status: 204,
    words,
    handler: async ({ cx, c, params }) => {
      settled(await execute(cx, sendJudgeLink, { ...params, site: siteOf(c) }), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/end`,
    tag,
    summary: "End a judge's part: link and seats are gone",
    params: byPid,
    body: endJudgeInput.omit({ pid: true }),
    response: judgeShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, endJudge, { ...(body as object), pid: params.pid }), words);
      return judgeView(await judgeByPid(cx, params.pid));
    },
  });
}
