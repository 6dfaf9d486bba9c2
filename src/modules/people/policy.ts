import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

export const personRead = permission('person.read', 'read', officeStaff);
export const personCreate = permission('person.create', 'write', recordKeepers);
/** Persons, memberships, posts, consent; also joining two records into one. */
export const personWrite = permission('person.write', 'write', recordKeepers);
/** Citizen ID, ethnicity, religion, party: a role of its own, each reading noted. */
export const sensitiveRead = permission('person.sensitive.read', 'read', ['custodian']);
export const sensitiveWrite = permission('person.sensitive.write', 'write', ['custodian']);
