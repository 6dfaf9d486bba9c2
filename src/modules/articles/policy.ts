import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Articles in every state, their versions and who did what: everybody who works in the office. */
export const articleRead = permission('article.read', 'read', [...officeStaff, 'editor']);

/** Writing and sending in. */
export const articleWrite = permission('article.write', 'write', [...recordKeepers, 'editor']);

/** Editing what was sent in, giving it back, approving it. */
export const articleApprove = permission('article.approve', 'write', ['leader', 'admin', 'editor']);

/** Making public, now or at a time, and taking off; the lead of the home; what an office asks of articles. */
export const articlePublish = permission('article.publish', 'write', ['leader', 'admin', 'editor']);

export const sectionManage = permission('section.manage', 'write', [
  'leader',
  'officer',
  'admin',
  'editor',
]);
