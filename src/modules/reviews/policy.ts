import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** How far the sheets are, and what is on them: whoever works in the office of the edition, or above. */
export const reviewRead = permission('review.read', 'read', officeStaff);

/** The secretariat: opening sheets again, sheets on paper, votes, reminders. */
export const reviewManage = permission('review.manage', 'write', [...recordKeepers, 'national']);

/** Writing and signing a sheet, and all that whoever holds a judge's link does with it. */
export const reviewJudge = permission('review.judge', 'write', 'public');
