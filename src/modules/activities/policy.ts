import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** What was done, by an organisation and those below it: everybody who works in an office above. */
export const activityRead = permission('activity.read', 'read', officeStaff);

/** Recording, changing, deleting and taking back; an officer only for the own association. */
export const activityWrite = permission('activity.write', 'write', recordKeepers);

/** Kinds and their fields hold for the whole installation, so this is asked at its root. */
export const activityKindsManage = permission('activity.kinds', 'write', ['admin']);
