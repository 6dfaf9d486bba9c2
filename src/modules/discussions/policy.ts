import { officeStaff, type Role, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

const readers: readonly Role[] = [...officeStaff, 'editor'];
const keepers: readonly Role[] = [...recordKeepers, 'national', 'editor'];

/** What readers wrote, also what is not public, with the addresses they gave; never their hashes. */
export const commentRead = permission('comment.read', 'read', readers);

/** Publishing, refusing, hiding comments; answering as the organisation. */
export const commentModerate = permission('comment.moderate', 'write', keepers);

/** Writing a comment, agreeing with one, reporting one. */
export const commentWrite = permission('comment.write', 'write', 'public');

/** Polls that are not public yet, and how all of them stand. */
export const pollRead = permission('poll.read', 'read', readers);

/** Making polls, opening and closing them. */
export const pollManage = permission('poll.manage', 'write', keepers);

/** Voting in a poll. */
export const pollVote = permission('poll.vote', 'write', 'public');

/** Feedback with the names and addresses of those who sent it. */
export const feedbackRead = permission('feedback.read', 'read', readers);

/** Answering feedback by e-mail, or closing it. */
export const feedbackAnswer = permission('feedback.answer', 'write', keepers);

/** Sending feedback to an office. */
export const feedbackSend = permission('feedback.send', 'write', 'public');

/** Sending something on by e-mail; wanting no such letters. */
export const discussionMail = permission('discussion.mail', 'write', 'public');

/** How a site takes what readers write. */
export const discussionSet = permission('discussion.set', 'write', [
  'leader',
  'officer',
  'admin',
  'editor',
  'national',
]);
