import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { conflictByPid, judgeByPid, listConflicts } from '../queries/index.ts';
import {
  addConflictInput,
  conflictKinds,
  conflictSources,
  conflictStates,
  dismissInput,
  upholdInput,
} from '../schema/index.ts';
import { addConflict, dismissConflict, findConflicts, upholdConflict } from '../service/index.ts';
import { readableEdition, tag, words } from './shared.ts';
import { conflictShape, conflictViews } from './views.ts';

const path = '/conflicts/{pid}';

/** REST doors of what stands between judges and dossiers. */
export function conflictDoors(api: Api): void {
  editionDoors(api);
  oneDoors(api);
}

async function conflictAnswer(cx: Cx, pid: string) {
  return (await conflictViews(cx, [await conflictByPid(cx, pid)]))[0];
}

const listQuery = z.object({
  ...pageQuery,
  state: z.enum(conflictStates).optional(),
  kind: z.enum(conflictKinds).optional(),
  source: z.enum(conflictSources).optional(),
  sure: z
    .enum(['true', 'false'])
    .optional()
    .describe('Whether something leaves no doubt who it is'),
  judge: z.string().optional().describe('Public id'),
  dossier: z.string().optional().describe('Public id'),
  q: z.string().max(200).optional(),
});

function editionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/conflicts',
    tag,
    summary: 'Conflicts of an edition, each with its evidence; those nobody looked at first',
    params: byPid,
    query: listQuery,
    response: listOf(conflictShape),
    handler: async ({ cx, c, params, query }) => {
      const edition = await readableEdition(cx, params.pid);
      const { page, size, sure, q, ...filter } = query;
      const asked = {
        state: filter.state ?? null,
        kind: filter.kind ?? null,
        source: filter.source ?? null,
        judge: filter.judge ?? null,
        dossier: filter.dossier ?? null,
        sure: sure === undefined ? null : sure === 'true',
        q: q ?? '',
      };
      const { rows, total } = await listConflicts(cx, edition.id, { ...asked, page, size });
      return pageOf(c, await conflictViews(cx, rows), total, page, size);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/conflicts/find',
    tag,
    summary: 'Look through the registry for all judges and dossiers; again changes nothing',
    params: byPid,
    response: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      gone: z.number().int(),
    }),
    words,
    handler: async ({ cx, params }) =>
      settled(await execute(cx, findConflicts, { edition: params.pid }), words),
  });
  api.endpoint({
    method: 'post',
    path: '/editions/{pid}/conflicts',
    tag,
    summary: 'Note a conflict that the office knows of; it counts at once',
    params: byPid,
    body: addConflictInput,
    response: conflictShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const sent = body as { readonly judge?: unknown };
      const judge = typeof sent.judge === 'string' ? await judgeByPid(cx, sent.judge) : null;
      if (judge !== null && judge.edition.pid !== params.pid) throw new NotFound('judge');
      const { pid } = settled(await execute(cx, addConflict, body), words);
      return conflictAnswer(cx, pid);
    },
  });
}

function oneDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One conflict',
    params: byPid,
    response: conflictShape,
    handler: ({ cx, params }) => conflictAnswer(cx, params.pid),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/dismiss`,
    tag,
    summary: 'Say that it is none, and why; what a judge declared only the judge takes back',
    params: byPid,
    body: dismissInput.omit({ pid: true }),
    response: conflictShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, dismissConflict, { ...(body as object), pid: params.pid }), words);
      return conflictAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/uphold`,
    tag,
    summary: 'Say that it stands',
    params: byPid,
    body: upholdInput.omit({ pid: true }),
    response: conflictShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, upholdConflict, { ...(body as object), pid: params.pid }), words);
      return conflictAnswer(cx, params.pid);
    },
  });
}
