import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Who owes and who paid: everybody who works in an office at or above the one that collects. */
export const feeRead = permission('fee.read', 'read', officeStaff);

/** Periods, exemptions, payments, receipts, bank statements. */
export const feeWrite = permission('fee.write', 'write', recordKeepers);
