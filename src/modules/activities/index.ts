import type { Module } from '../../platform/module.ts';
import { activityApi } from './api/index.ts';
import { activityKindsManage, activityRead, activityWrite } from './policy.ts';
import { invariants } from './queries/index.ts';
import { activityDeletion } from './service/index.ts';
import { permissionNames, words } from './vi.ts';
import { activityOffice, activitySite } from './web/index.ts';

export { activitySource } from './indicators.ts';
export { activityRead, activityWrite } from './policy.ts';
export { activityPlaces, publicActivities } from './queries/index.ts';
export type { PublicActivity } from './schema/index.ts';
export {
  activityDeletion,
  activityFiles,
  addKind,
  changeKind,
  editActivity,
  recordActivity,
} from './service/index.ts';

export const activities: Module = {
  name: 'activities',
  permissions: [activityRead, activityWrite, activityKindsManage],
  permissionNames,
  menu: [{ label: words.menu, path: 'hoat-dong', permission: activityRead }],
  office: activityOffice,
  site: activitySite,
  api: activityApi,
  invariants,
  jobs: {
    handlers: {
      'activity.purge': async (cx) => {
        await activityDeletion.purge(cx);
      },
    },
    cron: [{ name: 'activity.purge', match: '35 19 * * *' }],
  },
};
