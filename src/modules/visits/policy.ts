import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** How often the pages of a site are read, by day and by article; the sums are public. */
export const visitRead = permission('visit.read', 'read', [...officeStaff, 'editor']);
