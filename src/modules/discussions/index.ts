import type { Module } from '../../platform/module.ts';
import { discussionApi } from './api/index.ts';
import { night, toDo } from './jobs.ts';
import {
  commentModerate,
  commentRead,
  commentWrite,
  discussionMail,
  discussionSet,
  feedbackAnswer,
  feedbackRead,
  feedbackSend,
  pollManage,
  pollRead,
  pollVote,
} from './policy.ts';
import { invariants } from './queries/index.ts';
import { TELL, tellModerators } from './service/index.ts';
import { permissionNames, queueWords } from './vi/index.ts';
import { discussionOffice } from './web/office/index.ts';
import { joinArticles } from './web/site/articles.tsx';
import { discussionSite, refuseDoors } from './web/site/index.ts';

export { PollBox, type PollView } from './pages/poll.tsx';
export { commentModerate, commentRead, pollManage } from './policy.ts';
export {
  type CommentPage,
  commentCounts,
  commentsOf,
  openPoll,
  publicPoll,
} from './queries/index.ts';
export type { Poll, Subject, SubjectKind, SubjectRef } from './schema/index.ts';
export {
  addSubject,
  approveComment,
  createPoll,
  importComment,
  likeComment,
  openPollForVotes,
  postComment,
  replyComment,
  sendFeedback,
  setDiscussions,
  votePoll,
} from './service/index.ts';
export { passHref } from './web/site/passing.tsx';
export { pollView } from './web/site/polls.tsx';
export { discussionUnder, type Under } from './web/site/under.tsx';

joinArticles();

/** What readers say under what is published: comments, polls, feedback, letters that pass something on. */
export const discussions: Module = {
  name: 'discussions',
  permissions: [
    commentRead,
    commentModerate,
    commentWrite,
    pollRead,
    pollManage,
    pollVote,
    feedbackRead,
    feedbackAnswer,
    feedbackSend,
    discussionMail,
    discussionSet,
  ],
  permissionNames,
  menu: [{ label: queueWords.menu, path: 'binh-luan', permission: commentRead, group: 'site' }],
  office: discussionOffice,
  site: discussionSite,
  web: refuseDoors,
  api: discussionApi,
  toDo,
  invariants,
  jobs: {
    handlers: { [TELL]: tellModerators, 'discussion.night': night },
    cron: [{ name: 'discussion.night', match: '10 19 * * *' }],
  },
};
