import type { Module } from '../../platform/module.ts';
import { distinctionApi } from './api/index.ts';
import { distinctionRead, distinctionWrite } from './policy.ts';
import { invariants } from './queries/index.ts';
import { distinctionDeletion } from './service/index.ts';
import { permissionNames, words } from './vi.ts';
import { distinctionOffice } from './web/index.ts';

export { distinctionSource } from './indicators.ts';
export { distinctionRead, distinctionWrite } from './policy.ts';
export {
  distinctionDeletion,
  editDistinction,
  recordDistinction,
  revokeDistinction,
} from './service/index.ts';

export const distinctions: Module = {
  name: 'distinctions',
  permissions: [distinctionRead, distinctionWrite],
  permissionNames,
  menu: [{ label: words.menu, path: 'khen-thuong', permission: distinctionRead }],
  office: distinctionOffice,
  api: distinctionApi,
  invariants,
  jobs: {
    handlers: {
      'distinction.purge': async (cx) => {
        await distinctionDeletion.purge(cx);
      },
    },
    cron: [{ name: 'distinction.purge', match: '40 19 * * *' }],
  },
};
