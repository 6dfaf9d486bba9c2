import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Cards, and printing what is there. */
export const cardRead = permission('card.read', 'read', officeStaff);
/** Issuing, replacing and revoking cards, and how they look. */
export const cardWrite = permission('card.write', 'write', recordKeepers);
