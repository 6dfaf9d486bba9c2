import type { Module } from '../../platform/module.ts';
import { auditRead, officeOpen } from '../accounts/index.ts';
import { jobRead, jobStop, siteRead } from './policy.ts';
import { deskWords, logWords, portalPermissionNames } from './vi/index.ts';
import { addHomeBlocks } from './web/home-blocks.tsx';
import { officeDoors } from './web/office.ts';
import { siteDoors } from './web/site.tsx';

export { likelyPages } from './web/likely.ts';

addHomeBlocks();

export const portal: Module = {
  name: 'portal',
  permissions: [siteRead, jobRead, jobStop],
  permissionNames: portalPermissionNames,
  menu: [
    { label: deskWords.menu, path: '', permission: officeOpen },
    { label: logWords.menu, path: 'nhat-ky', permission: auditRead },
  ],
  office: officeDoors,
  site: siteDoors,
};
