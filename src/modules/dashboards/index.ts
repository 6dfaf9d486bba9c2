import type { Module } from '../../platform/module.ts';
import { dashboardApi } from './api/index.ts';
import { dashboardManage, dashboardRead } from './policy.ts';
import { dashboardInvariants } from './queries/index.ts';
import { dashboardDeletion } from './service/index.ts';
import { permissionNames } from './vi/index.ts';
import { dashboardOffice, dashboardSite } from './web/index.ts';

export { dashboardManage, dashboardRead } from './policy.ts';
export { type Asker, type Pivot, pivotOf, publicDashboards } from './queries/index.ts';
export { type PivotQuestion, plainQuestion } from './rules/index.ts';
export type { Dashboard, Tile } from './schema.ts';
export { editDashboard, recordDashboard, setTiles } from './service/index.ts';

export const dashboards: Module = {
  name: 'dashboards',
  permissions: [dashboardRead, dashboardManage],
  permissionNames,
  office: dashboardOffice,
  site: dashboardSite,
  api: dashboardApi,
  invariants: dashboardInvariants,
  jobs: {
    handlers: {
      'dashboards.purge': async (cx) => {
        await dashboardDeletion.purge(cx);
      },
    },
    cron: [{ name: 'dashboards.purge', match: '37 19 * * *' }],
  },
};
