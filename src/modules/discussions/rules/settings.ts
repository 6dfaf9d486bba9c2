import { addDays, type Day } from '../../../kernel/day.ts';

/** off: none are taken; before: each is looked at first; after: those that nothing speaks against show at once. */
export const moderations = ['off', 'before', 'after'] as const;
export type Moderation = (typeof moderations)[number];

/** How a site takes what readers write. */
export interface DiscussionRules {
  readonly comments: Moderation;
  /** Days after publication in which comments are taken, the last one included; null: always. */
  readonly openDays: number | null;
  /** Working days in which a comment is looked at. */
  readonly promiseDays: number;
  /** Words that make a comment wait. */
  readonly words: readonly string[];
  readonly feedback: boolean;
  /** Readers may pass articles on by mail. */
  readonly letters: boolean;
}

export const defaultRules: DiscussionRules = {
  comments: 'before',
  openDays: null,
  promiseDays: 1,
  words: [],
  feedback: true,
  letters: true,
};

/** Why no comment is taken; null: it is. */
export type Closed = 'off' | 'subject' | 'over';

/** `open`: the subject itself takes comments; `since`: the day on which it was published. */
export function whyClosed(
  rules: Pick<DiscussionRules, 'comments' | 'openDays'>,
  subject: { readonly open: boolean; readonly since: Day | null },
  today: Day,
): Closed | null {
  if (rules.comments === 'off') return 'off';
  if (!subject.open) return 'subject';
  const { openDays } = rules;
  if (openDays !== null && subject.since !== null && today > addDays(subject.since, openDays))
    return 'over';
  return null;
}

/** Days for which something is kept that tells who somebody was. */
export const keptDays = {
  /** E-mail address of a comment, from its last decision on. */
  email: 180,
  /** Hash by which a known name is known. */
  author: 365,
  /** Hashes of those who like. */
  likes: 180,
  /** Hashes of those who voted, after the end of the poll. */
  votes: 30,
  /** Comments that were refused, before they go for good. */
  refused: 30,
  /** Name and address of feedback that is answered or closed. */
  feedback: 365,
  /** What a letter may be refused by. */
  letters: 90,
} as const;
