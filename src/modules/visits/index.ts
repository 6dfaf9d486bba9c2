import type { Module } from '../../platform/module.ts';
import { addSource } from '../indicators/index.ts';
import { visitApi } from './api/index.ts';
import { readsSource } from './indicators.ts';
import { visitRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { visitOffice, visitSite } from './web/index.ts';

export { visitRead } from './policy.ts';
export { type MostReadQuestion, mostRead, readsOf, siteCounts } from './queries/index.ts';
export type { SiteCounts } from './schema.ts';
export {
  addReadNames,
  type CounterParts,
  mostReadNamed,
  type NamedRead,
  type ReadName,
  type ReadNames,
  VisitCounter,
  writeBundle as addCounted,
} from './service/index.ts';
export { visitBlock } from './web/index.ts';

addSource(readsSource);

/** How often the public pages of sites are read, counted without a cookie and without a query per page. */
export const visits: Module = {
  name: 'visits',
  permissions: [visitRead],
  permissionNames,
  menu: [{ label: words.menu, path: 'truy-cap', permission: visitRead, group: 'site' }],
  office: visitOffice,
  site: visitSite,
  api: visitApi,
  invariants,
};
