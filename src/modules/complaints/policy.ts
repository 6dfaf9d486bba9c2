import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Complaining, by whoever holds the link of a dossier. */
export const complaintEnter = permission('complaint.enter', 'write', 'public');

/** Complaints with the names of those who wrote them: the office of the edition, or above; never judges. */
export const complaintRead = permission('complaint.read', 'read', officeStaff);

/** Taking in letters, accepting, assigning, drafting answers; the days that an edition sets itself. */
export const complaintHandle = permission('complaint.handle', 'write', [
  ...recordKeepers,
  'national',
]);

/** Answering: a drafted answer becomes the office's. */
export const complaintAnswer = permission('complaint.answer', 'write', [
  'leader',
  'admin',
  'national',
]);
