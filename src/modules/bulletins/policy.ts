import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Issues, also drafts, and how many get them. */
export const bulletinRead = permission('bulletin.read', 'read', [...officeStaff, 'editor']);

/** Making and arranging issues. */
export const bulletinWrite = permission('bulletin.write', 'write', [...recordKeepers, 'editor']);

/** Publishing an issue and sending it. */
export const bulletinPublish = permission('bulletin.publish', 'write', [
  'leader',
  'editor',
  'admin',
]);

/** Who gets issues: addresses of readers. */
export const subscriberRead = permission('bulletin.subscribers', 'read', [
  'clerk',
  'leader',
  'editor',
  'admin',
]);

/** Asking for issues, confirming, ending: anybody, by a form or the link of a letter. */
export const subscriptionAsk = permission('bulletin.subscribe', 'write', 'public');
