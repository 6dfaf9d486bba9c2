import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Reading what reports ask for: whoever works in any office. */
export const templateRead = permission('template.read', 'read', officeStaff);

/** Saying what reports ask for: for the whole installation, at its root. */
export const templateWrite = permission('template.write', 'write', ['national', 'admin']);
