import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import type { Edition } from '../../calls/index.ts';
import { councilByPid, councilsOf, seatByPid, seatsOf } from '../queries/index.ts';
import { problemsOf } from '../rules/index.ts';
import { councilAct, councilEdit, councilInput, seatInput } from '../schema/index.ts';
import {
  createCouncil,
  deleteCouncil,
  editCouncil,
  giveSeat,
  removeSeat,
} from '../service/index.ts';
import { readableEdition, tag, whole, words } from './shared.ts';
import { councilShape, councilView, problemShape } from './views.ts';

const path = '/councils/{pid}';

/** REST doors of councils and their seats. */
export function councilDoors(api: Api): void {
  editionDoors(api);
  oneDoors(api);
  seatDoors(api);
}

async function seatedOf(cx: Cx, edition: Pick<Edition, 'id' | 'content'>) {
  const councils = await councilsOf(cx, edition.id);
  const seats = await seatsOf(
    cx,
    councils.map(({ id }) => id),
  );
  const seated = councils.map((council) => ({
    ...council,
    seats: seats.filter(({ councilId }) => councilId === council.id),
  }));
  return { councils, seats, problems: problemsOf(seated, edition.content) };
}

async function councilAnswer(cx: Cx, pid: string) {
  const council = await councilByPid(cx, pid);
  const { seats, problems } = await seatedOf(cx, council.edition);
  return councilView(council, seats, problems);
}

function editionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/councils',
    tag,
    summary: 'Councils of an edition with their seats and what is still missing',
    params: byPid,
    response: listOf(councilShape),
    handler: async ({ cx, params }) => {
      const edition = await readableEdition(cx, params.pid);
      const { councils, seats, problems } = await seatedOf(cx, edition);
      return whole(councils.map((council) => councilView(council, seats, problems)));
    },
  });
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/council-problems',
    tag,
    summary: 'What is wrong with the councils of an edition as a whole, and council by council',
    params: byPid,
    response: listOf(problemShape),
    handler: async ({ cx, params }) => {
      const edition = await readableEdition(cx, params.pid);
      return whole((await seatedOf(cx, edition)).problems);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/councils',
    tag,
    summary: 'Set up a council',
    params: byPid,
    body: councilInput.omit({ edition: true }),
    response: councilShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), edition: params.pid };
      const { pid } = settled(await execute(cx, createCouncil, raw), words);
      return councilAnswer(cx, pid);
    },
  });
}

function oneDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One council',
    params: byPid,
    response: councilShape,
    handler: ({ cx, params }) => councilAnswer(cx, params.pid),
  });
  api.endpoint({
    method: 'patch',
    path,
    tag,
    summary: 'Change what a council judges and how it votes',
    params: byPid,
    body: councilEdit.omit({ pid: true }),
    response: councilShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, editCouncil, { ...(body as object), pid: params.pid }), words);
      return councilAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'delete',
    path,
    tag,
    summary: 'Delete a council that judged nothing yet, with its seats',
    params: byPid,
    query: z.object({ version: councilAct.shape.version }),
    status: 204,
    words,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, deleteCouncil, { ...params, ...query }), words);
    },
  });
}

function seatDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/seats`,
    tag,
    summary: 'Give a judge a seat, or another role',
    params: byPid,
    body: seatInput.omit({ council: true }),
    response: councilShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, giveSeat, { ...(body as object), council: params.pid }), words);
      return councilAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/seats/{seat}`,
    tag,
    summary: 'Take a seat away',
    params: z.object({ pid: z.string(), seat: z.string() }),
    status: 204,
    words,
    handler: async ({ cx, params }) => {
      const { council } = await seatByPid(cx, params.seat);
      if (council.pid !== params.pid) throw new NotFound('seat');
      settled(await execute(cx, removeSeat, { pid: params.seat }), words);
    },
  });
}
