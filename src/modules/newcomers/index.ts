import type { Module } from '../../platform/module.ts';
import { cron, handlers, runs } from './jobs.ts';
import { siteImport } from './policy.ts';
import { invariants } from './queries/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { newcomersOffice } from './web/index.ts';

export { siteImport } from './policy.ts';
export { type Program, programs, Unreadable } from './rules/index.ts';
export {
  type Brought,
  bringFromHere,
  folderShelf,
  problemText,
  type Source,
  unreadableText,
  unwatched,
  type Watch,
} from './service/index.ts';

/** Sites that were made with another program, and are brought here. */
export const newcomers: Module = {
  name: 'newcomers',
  permissions: [siteImport],
  permissionNames,
  menu: [{ label: words.menu, path: 'chuyen-trang-cu', permission: siteImport, group: 'site' }],
  office: newcomersOffice,
  streams: [/^\/vp\/[^/]+\/chuyen-trang-cu$/, /^\/vp\/[^/]+\/chuyen-trang-cu\/[^/]+\/anh$/],
  invariants,
  jobs: { handlers, runs, cron },
};
