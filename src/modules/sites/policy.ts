import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** How a site is set up, with what is not shown yet. */
export const siteLook = permission('site.look', 'read', [...officeStaff, 'editor']);

/** Name, menu, banners, links, quotes, home, domain and redirects of a site. */
export const siteManage = permission('site.manage', 'write', [
  'leader',
  'officer',
  'editor',
  'admin',
]);
