import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Names, kinds, founding, standing in the graph, public contact: everybody. */
export const organisationRead = permission('organisation.read', 'read', 'public');

/** Declared facts, decisions and notes: those who work in an office at or above it. */
export const organisationRecords = permission('organisation.records', 'read', officeStaff);

export const organisationEdit = permission('organisation.edit', 'write', [
  'clerk',
  'leader',
  'admin',
]);

/** Closing, deleting, and what takes them back. */
export const organisationClose = permission('organisation.close', 'write', ['leader', 'admin']);

export const factEdit = permission('organisation.facts', 'write', recordKeepers);
