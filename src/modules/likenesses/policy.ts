import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** What was found like a dossier: whoever works in the office of its edition, or above. */
export const likenessRead = permission('likeness.read', 'read', officeStaff);

/** Deciding on what was found, and bringing in earlier texts. */
export const likenessDecide = permission('likeness.decide', 'write', [
  ...recordKeepers,
  'national',
]);
