import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** The dashboards of an organisation, and figures beside each other: whoever works in an office at or above it. */
export const dashboardRead = permission('dashboard.read', 'read', officeStaff);

/** Making and changing dashboards, also public ones. */
export const dashboardManage = permission('dashboard.manage', 'write', [
  'clerk',
  'leader',
  'national',
  'admin',
]);
