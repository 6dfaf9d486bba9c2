import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** What judges will see of dossiers, and what still tells whose they are: the office of the edition, or above. */
export const blindingRead = permission('blinding.read', 'read', officeStaff);

/** Sending in copies of files that tell nothing, and saying that a file tells nothing. */
export const blindingManage = permission('blinding.manage', 'write', [
  ...recordKeepers,
  'national',
]);
