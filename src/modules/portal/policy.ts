import { officeStaff } from '../../kernel/role.ts';
import { type Permission, permission } from '../../platform/policy.ts';
import { accounts } from '../accounts/index.ts';

/** The public home, search, figures and contact of a site: everybody. */
export const siteRead = permission('site.read', 'read', 'public');

/** Progress and result of any long job of the office; who ordered a job always sees it. */
export const jobRead = permission('job.read', 'read', officeStaff);

/** Stopping a job that somebody else ordered. */
export const jobStop = permission('job.stop', 'write', ['leader', 'admin']);

/** Who holds which role, as the accounts declare it. */
export const grantRead: Permission = declared('grant.read');

function declared(name: string): Permission {
  const found = accounts.permissions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no permission ${name}`);
  return found;
}
