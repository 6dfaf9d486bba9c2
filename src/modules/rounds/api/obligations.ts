import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import {
  type Api,
  listOf,
  pageOf,
  pageQuery,
  readInput,
  settled,
} from '../../../platform/http/api.ts';
import { byPid, orderOf } from '../../../platform/records/endpoints.ts';
import {
  type Collected,
  countObligations,
  listObligations,
  obligationByPid,
  obligationsByPid,
  roundByPid,
} from '../queries/index.ts';
import { timelinesses } from '../rules/index.ts';
import { addInput, askInput, dropInput, extendInput, obligationStates } from '../schema.ts';
import { addObligation, askBelow, extendObligation, removeObligation } from '../service/index.ts';
import { roundIssues as words } from '../vi.ts';
import {
  countsShape,
  listedObligationShape,
  listedObligationView,
  obligationShape,
  obligationView,
} from './views.ts';

const tag = 'reports';
const round = '/report-rounds/{pid}/obligations';
const path = '/report-obligations/{pid}';
const sorts = ['name', '-name', 'due', '-due', 'below', '-below'] as const;

const answer = async (cx: Cx, pid: string) => obligationView(await obligationByPid(cx, pid));

async function collectedIn(cx: Cx, pid: string, collector: string | undefined): Promise<Collected> {
  const found = await roundByPid(cx, pid);
  if (collector === undefined)
    return { round: found.id, parent: null, collector: found.organisation.id };
  const own = await obligationByPid(cx, collector);
  if (own.round.id !== found.id) throw new NotFound('report_obligation');
  return { round: found.id, parent: own.id, collector: own.organisation.id };
}

const collector = z
  .string()
  .optional()
  .describe('Obligation of the one who collects; left out: the organisation of the round');

/** REST doors of what organisations owe in rounds. */
export function obligationApi(api: Api): void {
  listDoors(api);
  oneDoors(api);
}

function listDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: round,
    tag,
    summary: 'Who owes a form in a round, how far each is, and whether in time',
    params: byPid,
    query: z.object({
      ...pageQuery,
      collector,
      state: z.enum(obligationStates).optional(),
      timeliness: z.enum(timelinesses).optional(),
      q: optionalText(200),
      sort: z.enum(sorts).default('name'),
    }),
    response: listOf(listedObligationShape),
    words,
    handler: async ({ cx, c, params, query }) => {
      const { page, size, state, timeliness, q } = query;
      const of = await collectedIn(cx, params.pid, query.collector);
      const { rows, total } = await listObligations(cx, of, {
        state: state ?? null,
        timeliness: timeliness ?? null,
        q: q ?? '',
        ...orderOf<'name' | 'due' | 'below'>(query.sort),
        page,
        size,
      });
      return pageOf(c, rows.map(listedObligationView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/report-rounds/{pid}/completeness',
    tag,
    summary: 'How many forms of a round are in which state, and how timely',
    params: byPid,
    query: z.object({ collector }),
    response: countsShape,
    handler: async ({ cx, params, query }) => {
      const of = await collectedIn(cx, params.pid, query.collector);
      const { asked, states, timeliness } = await countObligations(cx, of);
      return { asked, states, timeliness };
    },
  });
  api.endpoint({
    method: 'post',
    path: round,
    tag,
    summary: 'Ask one more organisation in a round that is open',
    params: byPid,
    body: addInput.omit({ round: true }),
    response: z.object({ asked: z.number().int() }),
    words,
    handler: async ({ cx, params, body }) => {
      const input = { ...body, round: params.pid };
      const { asked } = settled(await execute(cx, addObligation, input), words);
      return { asked };
    },
  });
  api.endpoint({
    method: 'post',
    path: '/report-rounds/{pid}/extend',
    tag,
    summary: 'Give several organisations of a round more time',
    params: byPid,
    body: extendInput,
    response: z.object({ extended: z.number().int() }),
    words,
    handler: async ({ cx, params, body }) => {
      const { id } = await roundByPid(cx, params.pid);
      const { obligations } = readInput(extendInput, body, words);
      const named = await obligationsByPid(cx, obligations);
      if (named.some((one) => one.round.id !== id)) throw new NotFound('report_obligation');
      return settled(await execute(cx, extendObligation, body), words);
    },
  });
}

function oneDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'What one organisation owes in a round',
    params: byPid,
    response: obligationShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/extend`,
    tag,
    summary: 'Give the organisation more time',
    params: byPid,
    body: extendInput.omit({ obligations: true }),
    response: obligationShape,
    words,
    handler: async ({ cx, params, body }) => {
      const input = { ...body, obligations: [params.pid] };
      settled(await execute(cx, extendObligation, input), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/ask-below`,
    tag,
    summary: 'Ask those directly below the organisation for the same form',
    params: byPid,
    body: askInput.omit({ obligations: true }),
    response: z.object({ asked: z.number().int() }),
    words,
    handler: async ({ cx, params, body }) => {
      const input = { ...body, obligations: [params.pid] };
      const { asked } = settled(await execute(cx, askBelow, input), words);
      return { asked };
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/drop`,
    tag,
    summary: 'Ask the organisation no longer; only while nothing was written',
    params: byPid,
    body: dropInput.omit({ pid: true }),
    status: 204,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, removeObligation, { ...body, ...params }), words);
    },
  });
}
