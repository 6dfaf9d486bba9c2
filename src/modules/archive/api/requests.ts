import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listRequests, requestByPid } from '../queries/index.ts';
import { markInput, requestStates } from '../schema.ts';
import { markRequest } from '../service/index.ts';
import { archiveIssues as words } from '../vi/index.ts';
import { requestShape, requestView } from './views.ts';

const tag = 'archive';
const path = '/transfer-requests';

/** REST doors of those who ask for the transfer of a solution. */
export function requestDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Who asks for the transfer of a solution, those that wait first',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code'),
      state: z.enum(requestStates).optional(),
    }),
    response: listOf(requestShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, state } = query;
      const { rows, total } = await listRequests(cx, {
        organisation: organisation === undefined ? null : await organisationId(cx, organisation),
        state: state ?? null,
        page,
        size,
      });
      return pageOf(c, rows.map(requestView), total, page, size);
    },
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary: 'Note that a request is answered, or waits again',
    params: byPid,
    body: markInput.omit({ pid: true }),
    response: requestShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, markRequest, { ...(body as object), ...params }), words);
      return requestView(await requestByPid(cx, params.pid));
    },
  });
}
