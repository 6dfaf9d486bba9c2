import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Points put together, ballots, ranking and prizes: whoever works in the office of the edition, or above. */
export const resultRead = permission('result.read', 'read', officeStaff);

/** Ballots, places by hand, who goes on, the draft of the prizes, minutes and papers. */
export const resultManage = permission('result.manage', 'write', [...recordKeepers, 'national']);

/** What whoever holds a judge's link does in a ballot. */
export const ballotCast = permission('ballot.cast', 'write', 'public');
