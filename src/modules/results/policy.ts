import { permission } from '../../platform/policy.ts';

/** Approving who gets which prize, and telling everybody. */
export const resultApprove = permission('result.approve', 'write', ['leader', 'admin', 'national']);

/** How strict each judge was found to be, by name. */
export const resultJudges = permission('result.judges', 'read', ['auditor']);
