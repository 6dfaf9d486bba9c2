import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Points put together, ballots, ranking and prizes: whoever works in the office of the edition, or above. */
export const resultRead = permission('result.read', 'read', officeStaff);

/** Ballots, places by hand, who goes on, the draft of the prizes, minutes and papers. */
export const resultManage = permission('result.manage', 'write', [...recordKeepers, 'national']);

/** Approving who gets which prize, and telling everybody. */
export const resultApprove = permission('result.approve', 'write', ['leader', 'admin', 'national']);

/** The bundle of the decision, which holds every sheet by the public ids of judges. */
export const resultProof = permission('result.proof', 'read', [
  'clerk',
  'leader',
  'national',
  'admin',
  'auditor',
]);

/** How strict each judge was found to be, by name. */
export const resultJudges = permission('result.judges', 'read', ['auditor']);

/** What whoever holds a judge's link does in a ballot. */
export const ballotCast = permission('ballot.cast', 'write', 'public');
