import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Certificates with the names on them, and printing them. */
export const certificateRead = permission('certificate.read', 'read', officeStaff);

/** Issuing, replacing and revoking certificates, and how they look. */
export const certificateIssue = permission('certificate.issue', 'write', [
  ...recordKeepers,
  'national',
]);
