import type { Module } from '../../platform/module.ts';
import { bulletinApi } from './api/index.ts';
import { purge } from './jobs.ts';
import {
  bulletinPublish,
  bulletinRead,
  bulletinWrite,
  subscriberRead,
  subscriptionAsk,
} from './policy.ts';
import { invariants } from './queries/index.ts';
import { SEND, sendLetters } from './service/index.ts';
import { permissionNames, words } from './vi.ts';
import { bulletinOffice, bulletinSite, bulletinWeb } from './web/index.ts';

export { bulletinRead } from './policy.ts';
export { listBulletins } from './queries/index.ts';
export {
  answerSubscription,
  arrangeBulletin,
  askBulletins,
  createBulletin,
  publishBulletin,
} from './service/index.ts';

/** Bản tin: issues laid out from articles, as PDF and by e-mail. */
export const bulletins: Module = {
  name: 'bulletins',
  permissions: [bulletinRead, bulletinWrite, bulletinPublish, subscriberRead, subscriptionAsk],
  permissionNames,
  menu: [{ label: words.menu, path: 'ban-tin', permission: bulletinRead, group: 'site' }],
  office: bulletinOffice,
  site: bulletinSite,
  web: bulletinWeb,
  api: bulletinApi,
  invariants,
  jobs: {
    handlers: { [SEND]: sendLetters, 'bulletin.purge': purge },
    cron: [{ name: 'bulletin.purge', match: '50 19 * * *' }],
  },
};
