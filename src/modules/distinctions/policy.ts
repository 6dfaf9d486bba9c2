import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Who was given what: everybody who works in an office at or above the register. */
export const distinctionRead = permission('distinction.read', 'read', officeStaff);

/** Recording, changing, revoking, deleting and taking back. */
export const distinctionWrite = permission('distinction.write', 'write', recordKeepers);
