import { Forbidden } from '../../platform/errors.ts';
import type { Api } from '../../platform/http/api.ts';
import { may } from '../../platform/policy.ts';
import { byPid } from '../../platform/records/endpoints.ts';
import { editionToJudge } from '../ballots/index.ts';
import { resultProof } from './policy.ts';
import { sendBundle } from './web.tsx';

/** The bundle over REST. */
export function bundleApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/decision-bundle',
    tag: 'results',
    summary: 'The signed bundle of the decision (ZIP), from which anybody can reckon it again',
    params: byPid,
    handler: async ({ cx, c, params }) => {
      const edition = await editionToJudge(cx, params.pid);
      if (!(await may(cx, resultProof, edition.organisation.id)))
        throw new Forbidden(resultProof.name);
      return sendBundle(c, edition.id, null);
    },
  });
}
