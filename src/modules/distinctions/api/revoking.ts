import { execute } from '../../../platform/command.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { revokeInput } from '../schema.ts';
import { revokeDistinction, unrevokeDistinction } from '../service/index.ts';
import { distinctionIssues as issueWords } from '../vi.ts';
import { answer, distinctionShape } from './views.ts';

const tag = 'distinctions';

/** REST doors that revoke a distinction and take that back. */
export function revocationDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/distinctions/{pid}/revoke',
    tag,
    summary: 'From a day on it no longer counts; the record stays',
    params: byPid,
    body: revokeInput.omit({ pid: true }),
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, revokeDistinction, { ...body, ...params }), issueWords);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/distinctions/{pid}/unrevoke',
    tag,
    summary: 'Take back a revocation that was recorded by mistake',
    params: byPid,
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, unrevokeDistinction, params), issueWords);
      return answer(cx, params.pid);
    },
  });
}
