import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** The public home, search, figures and contact of a site: everybody. */
export const siteRead = permission('site.read', 'read', 'public');

/** Progress and result of any long job of the office; who ordered a job always sees it. */
export const jobRead = permission('job.read', 'read', officeStaff);

/** Stopping a job that somebody else ordered. */
export const jobStop = permission('job.stop', 'write', ['leader', 'admin']);
