import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { ballotByPid, ballotsOf, editionToJudge, papersOf } from '../queries/index.ts';
import {
  ballotAct,
  ballotCancel,
  ballotInput,
  ballotOpen,
  ballotPresent,
  ballotTotals,
} from '../schema.ts';
import {
  attendBallot,
  cancelBallot,
  closeBallot,
  countBallot,
  createBallot,
  dropBallot,
  openBallot,
} from '../service/index.ts';
import { ballotIssues as words } from '../vi/index.ts';
import { ballotShape, ballotView } from './views.ts';

const tag = 'ballots';
const path = '/ballots';
const byUrl = { pid: true } as const;

async function shown(cx: Cx, pid: string) {
  const ballot = await ballotByPid(cx, pid);
  return ballotView(ballot, (await papersOf(cx.db, [ballot.id])).get(ballot.id) ?? []);
}

/** Ballots: members vote on pages of their own, never here. */
export function ballotApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Ballots of an edition, the open ones first',
    query: z.object({ ...pageQuery, edition: z.string().describe('Public id') }),
    response: listOf(ballotShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, edition: pid } = query;
      const edition = await editionToJudge(cx, pid);
      const ballots = await ballotsOf(cx, edition.id);
      const rows = ballots.slice((page - 1) * size, page * size);
      const papers = await papersOf(
        cx.db,
        rows.map(({ id }) => id),
      );
      const items = rows.map((ballot) => ballotView(ballot, papers.get(ballot.id) ?? []));
      return pageOf(c, items, ballots.length, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One ballot; of a closed one with its papers',
    params: byPid,
    response: ballotShape,
    handler: ({ cx, params }) => shown(cx, params.pid),
  });
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Prepares a ballot of a council',
    body: ballotInput,
    response: ballotShape,
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { pid } = settled(await execute(cx, createBallot, body), words);
      return shown(cx, pid);
    },
  });
  acts(api);
}

function acts(api: Api): void {
  const doors = [
    ['opening', 'Opens it for those who are there', ballotOpen.omit(byUrl), openBallot],
    ['attendance', 'Notes who is there', ballotPresent.omit(byUrl), attendBallot],
    [
      'count',
      'Writes down what the tellers counted of a ballot on paper',
      ballotTotals.omit(byUrl),
      countBallot,
    ],
    ['closing', 'Closes it and reckons what it decided', ballotAct.omit(byUrl), closeBallot],
    ['cancellation', 'Ends it without a result', ballotCancel.omit(byUrl), cancelBallot],
  ] as const;
  for (const [word, summary, body, command] of doors)
    api.endpoint({
      method: 'post',
      path: `${path}/{pid}/${word}`,
      tag,
      summary,
      params: byPid,
      body: body as z.ZodType,
      response: ballotShape,
      words,
      handler: async ({ cx, params, body: sent }) => {
        const raw = { ...(sent as object), ...params };
        settled(await execute(cx, command as typeof closeBallot, raw), words);
        return shown(cx, params.pid);
      },
    });
  api.endpoint({
    method: 'delete',
    path: `${path}/{pid}`,
    tag,
    summary: 'Takes a ballot away that was never opened',
    params: byPid,
    status: 204,
    words,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, dropBallot, params), words);
    },
  });
}
