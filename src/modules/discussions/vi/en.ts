import {
  englishCount,
  englishDate,
  englishMoment,
  englishNumber,
} from '../../../kernel/english.ts';
import { keptDays } from '../rules/index.ts';

// What readers see of comments, polls and letters on pages in English. The office speaks Vietnamese.

const promise = (days: number): string => englishCount(days, 'working day');
const dated = (day: string): string => englishDate(day);

export const comments = {
  title: (many: number) => (many === 0 ? 'Comments' : englishCount(many, 'comment')),
  none: 'No comments yet.',
  noneWrite: 'No comments yet. You may write the first one.',
  newest: 'Newest',
  agreed: 'Most agreed with',
  orders: 'Order of comments',
  at: englishMoment,
  agree: (many: number) => (many === 0 ? 'Agree' : `Agree (${englishNumber(many)})`),
  agreeWith: (many: number, name: string) =>
    `${many === 0 ? 'Agree' : `Agree (${englishNumber(many)})`} with the comment by ${name}`,
  agreed1: (many: number) => `You agreed (${englishNumber(many)})`,
  agreedWith: (many: number, name: string) =>
    `You agreed (${englishNumber(many)}) with the comment by ${name}, press to take it back`,
  reply: 'Reply',
  replyTo: (name: string) => `Reply to the comment by ${name}`,
  report: 'Report',
  reportOf: (name: string) => `Report the comment by ${name}`,
  rest: (many: number) =>
    many === 1 ? 'See the one comment left' : `See the ${englishNumber(many)} comments left`,
  tool: (many: number) => (many === 0 ? 'Comment' : englishCount(many, 'comment')),
  all: (title: string) => `Comments: ${title}`,
  back: 'Back to the article',
  closed: {
    off: 'This site takes no comments.',
    subject: 'This article takes no comments.',
    over: 'The time for comments on this article is over.',
  },
  write: 'Write a comment',
  answer: 'Reply to a comment',
  answering: (name: string) => `Reply to the comment by ${name}:`,
  lead: (days: number, before: boolean) =>
    before
      ? `Comments appear after the editors have read them, usually within ${promise(days)}. Your e-mail address is not shown.`
      : `The first comment of each reader appears after the editors have read it, usually within ${promise(days)}. Your e-mail address is not shown.`,
  name: 'Full name',
  nameHelp: 'Shown to everybody, just as you write it.',
  email: 'E-mail',
  body: 'Your comment',
  consent: `By sending you agree that this site shows your name and comment. Only the editors see your e-mail address; it is deleted after ${keptDays.email} days.`,
  send: 'Send comment',
  sending: 'Sending…',
  trap: 'Leave this empty',
  sentTitle: 'Your comment was received',
  heldNext: (days: number) =>
    `The editors will read it, usually within ${promise(days)}. It appears under the article once accepted; what is unlawful, insulting or advertising is not.`,
  shownTitle: 'Your comment is shown',
  shownNext: 'It stands under the article now. The editors may still look at it later.',
  toComment: 'See the comment',
  reportTitle: 'Report a comment',
  reportLead: (name: string) => `The comment by ${name}:`,
  cause: 'Why should it not be shown?',
  note: 'Tell us more',
  reportSend: 'Send report',
  keepAway: 'Not now',
  reportedTitle: 'Your report was received',
  reportedNext:
    'The editors will look at the comment. It stays until then; nobody is told who reported it.',
};

export const polls = {
  title: 'Poll',
  lead: 'The polls of this site. One vote for each browser; you may change it until the poll ends.',
  none: 'No polls yet',
  noneBody: 'A new poll will appear on this page.',
  choose: 'Choose one answer',
  chooseSome: (most: number) => `Choose up to ${englishNumber(most)} answers`,
  vote: 'Vote',
  change: 'Change your choice',
  saveChange: 'Save your new choice',
  keep: 'Keep your choice',
  open: 'Open the poll',
  voters: (many: number) => englishCount(many, 'voter'),
  noVotes: 'No votes yet.',
  chosen: 'You chose:',
  share: (share: number) => `${englishNumber(share)}%`,
  votes: (many: number) => englishCount(many, 'vote'),
  until: (day: string) => `Until the end of ${dated(day)}.`,
  from: (day: string) => `Opens on ${dated(day)}.`,
  over: (day: string | null) => (day === null ? 'Ended.' : `Ended on ${dated(day)}.`),
  hiddenUntilVote: 'The result is shown after you have voted.',
  hiddenUntilEnd: 'The result is published when the poll has ended.',
  recorded: 'Your vote was recorded.',
  changed: 'Your choice was changed.',
  noCookie: 'This browser keeps no cookies, so that the page cannot remember your choice.',
  ofVoters: 'Several answers could be chosen; shares are of those who voted.',
  honest:
    'This is what readers said who chose to vote; it is no survey of a sample. One vote for each browser, and so many from one connection in a day: that makes voting twice harder, it does not rule it out.',
  privacy: `This site does not know who you are: the mark that recognises your vote is deleted ${keptDays.votes} days after the end.`,
  phase: { open: 'Open', over: 'Ended', waiting: 'Not open yet', draft: '' },
  all: 'Other polls',
};

export const passing = {
  tool: 'Send by e-mail',
  title: 'Send this article by e-mail',
  lead: (title: string) => `We send the title, the lead and the address of “${title}”.`,
  to: 'E-mail of the reader',
  toHelp: 'One address each time, such as name@company.com.',
  name: 'Your full name',
  nameHelp: 'Stands in the letter, just as you write it.',
  consent:
    'We keep neither address; whoever gets such a letter may refuse further ones. An address gets at most 3 a day.',
  send: 'Send letter',
  sending: 'Sending…',
  back: 'Back to the article',
  sentTitle: 'Your letter is on its way',
  sent: 'It leaves within minutes, unless its reader has refused such letters.',
};

export const voices = { author: 'Author', office: 'Editors' };

export const causes = {
  insult: 'Insults or threatens somebody',
  false: 'Is not true',
  private: 'Tells what is private about somebody',
  spam: 'Advertises, or is not about the article',
  other: 'Another reason',
};

/** What a reader's form may be told. */
export const issues = {
  form_quick: () =>
    'The form was sent very soon after the page was opened. Press the button again.',
  form_stale: () =>
    'This page was opened long ago. What you typed is still below; press the button again.',
  no_cookie_many: () =>
    'Many votes came from your connection today. Come back tomorrow, or vote from elsewhere.',
  too_many: () =>
    'Much was sent from your connection within the hour. What you typed is still below; send it again in an hour.',
  like_many: () =>
    'Your connection agreed with very many comments within the hour. Press again in an hour.',
  comments_closed_off: () => 'This site takes no comments now. You may write to the office.',
  comments_closed_subject: () => 'This article takes no comments. You may write to the office.',
  comments_closed_over: () =>
    'The time for comments on this article is over. You may write to the office.',
  'name.required': () => 'Please write your full name.',
  poll_choose: () => 'Choose an answer, then press the button.',
  poll_no_option: () => 'The poll has no such answer. Open the page again, then choose.',
  poll_too_many: (d: Readonly<Record<string, unknown>>) =>
    `You may choose up to ${englishNumber(Number(d.most))} answers, you chose ${englishNumber(Number(d.many))}. Choose fewer.`,
  poll_over: () => 'This poll has ended, so that nothing can be changed any more.',
  letters_many: () =>
    'This site has sent as many letters as it may today. Copy the address of the article, or come back tomorrow.',
  letter_recipient_many: () =>
    'This address got as many letters as it may today. Try again tomorrow, or copy the address of the article.',
  letter_name_address: () => 'Write only your name here, no address of a page.',
};
