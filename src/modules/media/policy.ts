import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** The library with what is not public: everybody who works in the office, and editors. */
export const mediaRead = permission('media.read', 'read', [...officeStaff, 'editor']);

/** Adding, describing, withdrawing and removing media; albums. */
export const mediaManage = permission('media.manage', 'write', [...recordKeepers, 'editor']);
