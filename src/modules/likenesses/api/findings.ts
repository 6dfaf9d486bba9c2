import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { comparedByPid, findingByPid, listFindings } from '../queries/index.ts';
import { decideInput, findingStates } from '../schema.ts';
import { decideLikeness } from '../service/index.ts';
import { likenessIssues as words } from '../vi.ts';
import { comparedShape, comparedView, findingShape, findingView } from './views.ts';

const tag = 'likenesses';
const path = '/likeness-findings';

export function findingDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Dossiers that are like earlier texts; those to be decided first, then the most alike',
    query: z.object({
      ...pageQuery,
      org: z.string().optional().describe('Code: of its editions and those of all below it'),
      edition: z.string().optional().describe('Public id of an edition'),
      dossier: z.string().optional().describe('Public id of a dossier that is one of the two'),
      state: z.enum(findingStates).optional(),
    }),
    response: listOf(findingShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, org, edition, dossier, state } = query;
      const { rows, total } = await listFindings(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        edition: edition ?? null,
        dossier: dossier ?? null,
        state: state ?? null,
        page,
        size,
      });
      return pageOf(c, rows.map(findingView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One finding with the passages that both texts have',
    params: byPid,
    response: comparedShape,
    handler: async ({ cx, params }) => comparedView(await comparedByPid(cx, params.pid)),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/decision`,
    tag,
    summary: 'Says whether both are the same work, and why',
    params: byPid,
    body: decideInput.omit({ pid: true }),
    response: findingShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, decideLikeness, { ...body, ...params }), words);
      return findingView(await findingByPid(cx, params.pid));
    },
  });
}
