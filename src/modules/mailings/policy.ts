import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Templates, mailings and who got them: everybody who works in an office at or above the sender. */
export const mailingRead = permission('mailing.read', 'read', officeStaff);

/** Writing templates and mailings, sending, stopping. */
export const mailingWrite = permission('mailing.write', 'write', recordKeepers);

/** How many letters an hour the mail server of the installation takes. */
export const mailingPaceSet = permission('mailing.pace', 'write', ['admin']);

/** Whoever holds the link of a letter says whether more letters are wanted. */
export const mailingAnswer = permission('mailing.answer', 'write', 'public');
