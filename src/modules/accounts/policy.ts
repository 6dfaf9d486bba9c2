import { officeStaff, roles } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** May enter the office of an organisation; what is seen there depends on the other permissions. */
export const officeOpen = permission(
  'office.open',
  'read',
  roles.filter((r) => r !== 'reader' && r !== 'author'),
);

/** May see who holds which grant, and the table of roles and permissions. */
export const grantRead = permission('grant.read', 'read', ['admin', 'auditor', 'leader']);

/** May give and revoke grants and make accounts. */
export const grantWrite = permission('grant.write', 'write', ['admin']);

/** May see everything that happened. */
export const auditRead = permission('audit.read', 'read', ['admin', 'auditor']);

/** May see letters that wait in the outbox. */
export const outboxRead = permission('outbox.read', 'read', ['admin']);

/** Everybody who is staff may make a token for themselves; it never gives more than they have. */
export const tokenOwn = permission('token.own', 'write', officeStaff);
