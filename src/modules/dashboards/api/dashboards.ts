import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listDashboards, liveDashboard, tilesFigures } from '../queries/index.ts';
import { type Dashboard, dashboardBody, dashboardView, pivotView, tilesShape } from '../schema.ts';
import { dashboardDeletion, editDashboard, recordDashboard, setTiles } from '../service/index.ts';
import { dashboardIssues as words } from '../vi/index.ts';
import { presentPivot } from './pivot.ts';

const tag = 'dashboards';
const path = '/dashboards';

const view = (dashboard: Dashboard) => ({
  pid: dashboard.pid,
  organisation: dashboard.organisationCode,
  name: dashboard.name,
  public: dashboard.public,
  tiles: dashboard.tiles,
  version: dashboard.version,
});

const answer = async (cx: Cx, pid: string) => view(await liveDashboard(cx, pid));

/** REST doors of dashboards. */
export function dashboardEndpoints(api: Api): void {
  readEndpoints(api);
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Make a dashboard; without tiles it gets the default ones',
    body: dashboardBody,
    response: dashboardView,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, recordDashboard, body), words).pid),
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary: 'Name a dashboard, or make it public; what is left out stays',
    params: byPid,
    body: z.strictObject({
      name: z.string().max(200).optional(),
      public: z.boolean().optional(),
      version: version(),
    }),
    response: dashboardView,
    words,
    handler: async ({ cx, params, body }) => {
      const { name, public: shown, version: stands } = await liveDashboard(cx, params.pid);
      const now = { name, public: shown, version: stands };
      const raw = { ...now, ...(body as Record<string, unknown>), pid: params.pid };
      settled(await execute(cx, editDashboard, raw), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}/tiles`,
    tag,
    summary: 'Give a dashboard exactly these tiles, in this order',
    params: byPid,
    body: z.strictObject({ tiles: tilesShape, version: version() }),
    response: dashboardView,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, setTiles, { ...body, pid: params.pid }), words);
      return answer(cx, params.pid);
    },
  });
  deleteEndpoints(api);
}

function readEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Dashboards by name',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: its own only'),
    }),
    response: listOf(dashboardView),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation } = query;
      const of = organisation === undefined ? null : await organisationId(cx, organisation);
      // The code of nobody has no dashboards.
      if (organisation !== undefined && of === null) return { items: [], total: 0, next: null };
      const { items, total } = await listDashboards(cx, { of, page, size });
      return pageOf(c, items.map(view), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One dashboard',
    params: byPid,
    response: dashboardView,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/figures`,
    tag,
    summary: 'The figures of each tile of a dashboard',
    params: byPid,
    response: z.object({ tiles: z.array(z.object({ key: z.string(), figures: pivotView })) }),
    handler: async ({ cx, params }) => {
      const dashboard = await liveDashboard(cx, params.pid);
      const found = await tilesFigures(cx, dashboard.tiles, dashboard, { open: false });
      return {
        tiles: found.map(({ tile, main }) => ({ key: tile.key, figures: presentPivot(main) })),
      };
    },
  });
}

function deleteEndpoints(api: Api): void {
  deletionEndpoints(api, {
    path: `${path}/{pid}`,
    tag,
    remove: 'Delete a dashboard; it can be taken back for 30 days',
    restore: 'Take a deleted dashboard back',
    response: dashboardView,
    deletion: dashboardDeletion,
    answer,
  });
}
