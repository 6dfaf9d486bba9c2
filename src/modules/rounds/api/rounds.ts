import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listRounds, roundByPid } from '../queries/index.ts';
import { remindInput, roundChanges, roundInput, roundStates } from '../schema.ts';
import {
  changedRound,
  closeRound,
  createRound,
  editRound,
  openRound,
  remindRound,
  reopenRound,
  roundDeletion,
} from '../service/index.ts';
import { roundIssues as words } from '../vi.ts';
import { listedRoundShape, listedRoundView, roundShape, roundView } from './views.ts';

const tag = 'reports';
const path = '/report-rounds';

const answer = async (cx: Cx, pid: string) => roundView(await roundByPid(cx, pid));

/** REST doors of rounds. */
export function roundApi(api: Api): void {
  readDoors(api);
  writeDoors(api);
  stateDoors(api);
  remindDoor(api);
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Reporting rounds that the account may see, with how far they are',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: rounds that it opened or collects in'),
      state: z.enum(roundStates).optional(),
      q: optionalText(200),
    }),
    response: listOf(listedRoundShape),
    words,
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, state, q } = query;
      const { rows, total } = await listRounds(cx, {
        organisation: organisation === undefined ? null : await organisationId(cx, organisation),
        collected: true,
        state: state ?? null,
        q: q ?? '',
        page,
        size,
      });
      return pageOf(c, rows.map(listedRoundView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One reporting round',
    params: byPid,
    response: roundShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Make a round as a draft; nobody is asked before it is opened',
    body: roundInput,
    response: roundShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, createRound, body), words).pid),
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary: 'Change a draft, or the due day and words of an open round; what is left out stays',
    params: byPid,
    body: roundChanges,
    response: roundShape,
    words,
    handler: async ({ cx, params, body }) => {
      const round = await roundByPid(cx, params.pid);
      const input = await changedRound(cx, round, body);
      return answer(cx, settled(await execute(cx, editRound, input), words).pid);
    },
  });
  deletionEndpoints(api, {
    path: `${path}/{pid}`,
    tag,
    remove: 'Delete a draft; it can be taken back for 30 days',
    restore: 'Take a deleted draft back',
    response: roundShape,
    words,
    deletion: roundDeletion,
    answer,
  });
}

function stateDoors(api: Api): void {
  const act = (
    name: string,
    summary: string,
    run: (cx: Cx, c: WebContext, pid: string) => Promise<{ readonly pid: string }>,
  ): void =>
    api.endpoint({
      method: 'post',
      path: `${path}/{pid}/${name}`,
      tag,
      summary,
      params: byPid,
      response: roundShape,
      words,
      handler: async ({ cx, c, params }) => answer(cx, (await run(cx, c, params.pid)).pid),
    });
  act('open', 'Open a draft: all asked organisations owe a form', async (cx, c, pid) =>
    settled(await execute(cx, openRound, { pid, site: siteOf(c) }), words),
  );
  act('close', 'Close a round: nobody sends any more', async (cx, _c, pid) =>
    settled(await execute(cx, closeRound, { pid }), words),
  );
  act('reopen', 'Open a closed round again', async (cx, _c, pid) =>
    settled(await execute(cx, reopenRound, { pid }), words),
  );
}

function remindDoor(api: Api): void {
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/remind`,
    tag,
    summary: 'Write to those who have not sent, all or chosen ones; once a day about each form',
    params: byPid,
    body: remindInput.omit({ round: true, site: true }),
    response: z.object({ letters: z.number().int(), forms: z.number().int() }),
    words,
    handler: async ({ cx, c, params, body }) =>
      settled(
        await execute(cx, remindRound, { ...body, round: params.pid, site: siteOf(c) }),
        words,
      ),
  });
}
