import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { editionToJudge } from '../../ballots/index.ts';
import { editionByPid } from '../../calls/index.ts';
import { allocationByPid, allocationOf } from '../queries/index.ts';
import {
  allocationAct,
  allocationApprove,
  allocationEdit,
  allocationInput,
  allocationReturn,
  allocationTakeBack,
} from '../schema/index.ts';
import {
  approveAllocation,
  createAllocation,
  editAllocation,
  proposeAllocation,
  publicResult,
  publishAllocation,
  returnAllocation,
  takeBackAllocation,
} from '../service/index.ts';
import { issueWords as words } from '../web/words.ts';
import { allocationShape, allocationView } from './views.ts';

const tag = 'prizes';
const path = '/prize-allocations';
const byUrl = { pid: true } as const;

const shown = async (cx: Cx, pid: string) => allocationView(await allocationByPid(cx, pid));

/** Who gets which prize, and what everybody may see of it. */
export function prizeApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/prize-allocation',
    tag,
    summary: 'The prizes of an edition as they stand',
    params: byPid,
    response: allocationShape,
    handler: async ({ cx, params }) => {
      const allocation = await allocationOf(cx, await editionToJudge(cx, params.pid));
      if (allocation === null) throw new NotFound('allocation');
      return allocationView(allocation);
    },
  });
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Begins the prizes of an edition as the ranking proposes them',
    body: allocationInput,
    response: allocationShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      shown(cx, settled(await execute(cx, createAllocation, body), words).pid),
  });
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}`,
    tag,
    summary: 'Writes all prizes of a draft anew',
    params: byPid,
    body: allocationEdit.omit({ pid: true }),
    response: allocationShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, editAllocation, { ...body, ...params }), words);
      return shown(cx, params.pid);
    },
  });
  const acts = [
    ['proposal', 'Sends the draft up for approval', allocationAct.omit(byUrl), proposeAllocation],
    ['return', 'Sends a proposal back', allocationReturn.omit(byUrl), returnAllocation],
    [
      'approval',
      'Approves: awards and the signed bundle',
      allocationApprove.omit(byUrl),
      approveAllocation,
    ],
    [
      'taking-back',
      'Takes the decision back, with the reason; awards and certificates stay',
      allocationTakeBack.omit(byUrl),
      takeBackAllocation,
    ],
    ['publication', 'Tells everybody who won', allocationAct.omit(byUrl), publishAllocation],
  ] as const;
  for (const [word, summary, body, command] of acts)
    api.endpoint({
      method: 'post',
      path: `${path}/{pid}/${word}`,
      tag,
      summary,
      params: byPid,
      body: body as z.ZodType,
      response: allocationShape,
      words,
      handler: async ({ cx, params, body: sent }) => {
        const raw = { ...(sent as object), ...params };
        settled(await execute(cx, command as typeof publishAllocation, raw), words);
        return shown(cx, params.pid);
      },
    });
  publicApi(api);
}

function publicApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/result',
    tag,
    summary: 'Who won, as everybody may see it; 404 before it is published',
    params: byPid,
    access: 'public',
    response: z.object({
      decision: z.string().nullable().describe('Null: it was taken back, and there is no other'),
      decided_on: z.string().nullable(),
      taken_back: z
        .object({ decision: z.string(), decided_on: z.string(), on: z.string() })
        .nullable()
        .describe('The newest decision that was published and taken back'),
      kept_back: z.number().int().describe('Prizes of which nothing is told: a consent is missing'),
      prizes: z.array(
        z.object({
          prize: z.string(),
          field: z.string().nullable(),
          title: z.string(),
          authors: z.array(z.object({ name: z.string(), place: z.string().nullable() })),
        }),
      ),
    }),
    handler: async ({ cx, params }) => {
      const result = await publicResult(cx, await editionByPid(cx, params.pid));
      if (result === null) throw new NotFound('result');
      const { decision, decidedOn, takenBack, keptBack, prizes } = result;
      return {
        decision,
        decided_on: decidedOn,
        taken_back:
          takenBack === null
            ? null
            : { decision: takenBack.decision, decided_on: takenBack.decidedOn, on: takenBack.on },
        kept_back: keptBack,
        prizes: prizes.map(({ prize, field, title, authors }) => ({
          prize,
          field,
          title,
          authors,
        })),
      };
    },
  });
}
