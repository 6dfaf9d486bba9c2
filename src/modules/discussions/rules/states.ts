/** held: waits for somebody to look; published: everybody sees it; the other two nobody outside. */
export const commentStates = ['held', 'published', 'refused', 'hidden'] as const;
export type CommentState = (typeof commentStates)[number];

/** reader: anybody; author: of what is talked about; office: the organisation itself. */
export const voices = ['reader', 'author', 'office'] as const;
export type Voice = (typeof voices)[number];

/** What a moderator does with a comment. `keep` finds that it was reported for nothing. */
export const commentActs = ['approve', 'refuse', 'hide', 'restore', 'keep'] as const;
export type CommentAct = (typeof commentActs)[number];

const ways: Readonly<
  Record<CommentAct, { readonly from: readonly CommentState[]; readonly to: CommentState | null }>
> = {
  approve: { from: ['held', 'refused'], to: 'published' },
  refuse: { from: ['held'], to: 'refused' },
  hide: { from: ['published'], to: 'hidden' },
  restore: { from: ['hidden'], to: 'published' },
  keep: { from: ['published'], to: null },
};

/** The state after an act; null where the act is not possible. */
export function stateAfter(
  act: CommentAct,
  now: { readonly state: CommentState; readonly reports: number },
): CommentState | null {
  const { from, to } = ways[act];
  if (!from.includes(now.state)) return null;
  if (act === 'keep' && now.reports === 0) return null;
  return to ?? now.state;
}

/** What may be done with a comment as it stands. */
export const actsFor = (now: {
  readonly state: CommentState;
  readonly reports: number;
}): CommentAct[] => commentActs.filter((act) => stateAfter(act, now) !== null);

/** Only these have to be given a reason: what was public disappears. */
export const needsReason = (act: CommentAct): boolean => act === 'hide';

export const reportCauses = ['insult', 'false', 'private', 'spam', 'other'] as const;
export type ReportCause = (typeof reportCauses)[number];

/** In which order comments stand: the newest first, or those that most agree with. */
export const commentOrders = ['newest', 'agreed'] as const;
export type CommentOrder = (typeof commentOrders)[number];

export const feedbackTopics = ['content', 'service', 'website', 'other'] as const;
export type FeedbackTopic = (typeof feedbackTopics)[number];
export const feedbackStates = ['new', 'answered', 'closed'] as const;
export type FeedbackState = (typeof feedbackStates)[number];
