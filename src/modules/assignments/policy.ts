import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Who judges which dossier: whoever works in the office of its edition, or above. */
export const assignmentRead = permission('assignment.read', 'read', officeStaff);

/** Giving dossiers to judges, taking them back, choosing what goes on to a later phase. */
export const assignmentManage = permission('assignment.manage', 'write', [
  ...recordKeepers,
  'national',
]);
