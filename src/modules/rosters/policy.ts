import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

export const rosterRead = permission('roster.read', 'read', officeStaff);
/** Bring a roster in, decide its pairs, take it back. */
export const rosterImport = permission('roster.import', 'write', recordKeepers);
