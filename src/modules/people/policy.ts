import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

export const personRead = permission('person.read', 'read', officeStaff);
export const personCreate = permission('person.create', 'write', recordKeepers);
