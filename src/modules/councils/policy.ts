import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Judges, councils and conflicts of an edition: whoever works in its office, or above. */
export const councilRead = permission('council.read', 'read', officeStaff);

/** Proposing and inviting judges, setting up councils, deciding on conflicts. */
export const councilManage = permission('council.manage', 'write', [...recordKeepers, 'national']);

/** What whoever holds a judge's link does with it. */
export const judgeServe = permission('judge.serve', 'write', 'public');
