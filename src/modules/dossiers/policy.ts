import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Starting a dossier, and all that whoever holds its link does with it. */
export const dossierEnter = permission('dossier.enter', 'write', 'public');

/** Submitted dossiers with their people and files: whoever works in the office of the edition, or above. */
export const dossierRead = permission('dossier.read', 'read', officeStaff);

/** The secretariat: checking, returning, moving, time beyond the deadline, dossiers on paper. */
export const dossierKeep = permission('dossier.keep', 'write', [...recordKeepers, 'national']);
