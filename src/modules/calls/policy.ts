import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Editions with what is still a draft: whoever works in the office that holds them, or above. */
export const callRead = permission('call.read', 'read', officeStaff);

/** Building, opening, changing and closing an edition. */
export const callManage = permission('call.manage', 'write', [...recordKeepers, 'national']);
