import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { code, version } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { listRedirects, liveRedirect } from '../queries/index.ts';
import { type RedirectRow, redirectFields } from '../schema.ts';
import { addRedirect, editRedirect, redirectDeletion } from '../service/index.ts';
import { siteIssues as words } from '../vi/index.ts';
import { lookedAt, tag } from './items.ts';

const shape = z.object({
  pid: z.string(),
  organisation: z.string(),
  source: z.string(),
  target: z.string(),
  version: z.number().int(),
});
const view = ({ pid, organisationCode, source, target, version: stands }: RedirectRow) => ({
  pid,
  organisation: organisationCode,
  source,
  target,
  version: stands,
});
const answer = async (cx: Cx, pid: string) => view(await liveRedirect(cx, pid));
const path = '/site-redirects';

/** REST doors of the redirects of a site. */
export function redirectEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Old addresses of a site and where each leads',
    query: z.object({
      ...pageQuery,
      organisation: z.string(),
      q: z.string().max(200).default('').describe('Part of either address'),
    }),
    response: listOf(shape),
    handler: async ({ cx, c, query }) => {
      const { page, size, q } = query;
      const id = await lookedAt(cx, query.organisation);
      const { rows, total } = await listRedirects(cx.db, id, { q, page, size });
      return pageOf(c, rows.map(view), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One redirect',
    params: byPid,
    response: shape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Lead an old address to a page of the site or elsewhere',
    body: z.strictObject({ organisation: code(), ...redirectFields }),
    response: shape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, addRedirect, body), words).pid),
  });
  actEndpoints(api);
}

function actEndpoints(api: Api): void {
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary: 'Change a redirect; what is left out stays',
    params: byPid,
    body: z.strictObject({ ...redirectFields, version: version() }).partial(),
    response: shape,
    words,
    handler: async ({ cx, params, body }) => {
      const { source, target, version: stands } = await liveRedirect(cx, params.pid);
      const raw = { source, target, version: stands, ...(body as object), pid: params.pid };
      settled(await execute(cx, editRedirect, raw), words);
      return answer(cx, params.pid);
    },
  });
  deletionEndpoints(api, {
    path: `${path}/{pid}`,
    tag,
    remove: 'Delete a redirect; it can be taken back for 30 days',
    restore: 'Take a deleted redirect back',
    response: shape,
    words,
    deletion: redirectDeletion,
    answer,
  });
}
