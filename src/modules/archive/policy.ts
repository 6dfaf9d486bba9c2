import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Past editions that were brought in, and who asks for the transfer of a solution. */
export const archiveRead = permission('archive.read', 'read', officeStaff);

/** Bringing past editions in, taking that back, answering those who ask. */
export const archiveKeep = permission('archive.keep', 'write', [...recordKeepers, 'national']);

/** Asking for the transfer of a solution: everybody. */
export const transferAsk = permission('transfer.ask', 'write', 'public');
