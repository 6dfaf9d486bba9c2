import type { Module } from '../../platform/module.ts';
import { addMediaUses } from '../media/index.ts';
import { sitesApi } from './api/index.ts';
import { purgeJob } from './jobs.ts';
import { siteLook, siteManage } from './policy.ts';
import { invariants } from './queries/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { addOwnBlocks } from './web/blocks.tsx';
import { usesOfMedia } from './web/media.ts';
import { sitesOffice } from './web/office/index.ts';
import { sitesSite, sitesWeb } from './web/site.tsx';

export { siteLook, siteManage } from './policy.ts';
export {
  bannersOn as bannersFor,
  blocksOf,
  type HostedSite,
  linksOf,
  quoteOf,
  redirectFor,
  siteOf,
  siteOfHost,
} from './queries/index.ts';
export { isAt, oldAddress, olderForms } from './rules/index.ts';
export {
  addBlock,
  addRedirect,
  type BlockKind,
  type BlockShown,
  banner as bannerCommands,
  block as blockCommands,
  changesToday,
  editSite,
  link as linkCommands,
  menu as menuCommands,
  quote as quoteCommands,
  redirectDeletion,
} from './service/index.ts';
export { linkOf, siteFrameOf } from './web/frame.ts';
export { onwardOf } from './web/onward.ts';

addOwnBlocks();
addMediaUses(usesOfMedia);

/** The public site of each union, as its people shape it. */
export const sites: Module = {
  name: 'sites',
  permissions: [siteLook, siteManage],
  permissionNames,
  menu: [{ label: words.menu, path: 'trang-dien-tu', permission: siteLook, group: 'site' }],
  office: sitesOffice,
  site: sitesSite,
  web: sitesWeb,
  api: sitesApi,
  invariants,
  jobs: {
    handlers: { 'site.purge': purgeJob },
    cron: [{ name: 'site.purge', match: '47 19 * * *' }],
  },
};
