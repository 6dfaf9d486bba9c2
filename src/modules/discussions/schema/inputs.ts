import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { email, optionalEmail } from '../../../platform/forms/email.ts';
import {
  choice,
  number,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { together } from '../../../platform/forms/together.ts';
import {
  feedbackTopics,
  moderations,
  mostOptions,
  oneLine,
  optionIssues,
  optionLines,
  pollShowings,
  reportCauses,
} from '../rules/index.ts';

export const mostComment = 4_000;
export const mostFeedback = 8_000;

const name = () => text(100).transform(oneLine);
const subject = { kind: z.string().max(40), subject: z.string().max(40) };
/** Secret mark of the reader; null: the browser keeps none. */
const reader = z.string().max(80).nullable();
const act = { pid: z.string().max(40), version: version() };

/** A reader's comment as its door hands it in. */
export const postInput = z.strictObject({
  ...subject,
  /** Public id of what it answers. */
  parent: optionalText(40),
  name: name(),
  email: optionalEmail(),
  body: text(mostComment),
  reader,
  trapped: z.boolean(),
  /** How many came from the same machine within the hour before. */
  recent: z.number().int().min(0),
  /** The address that readers use, for letters. */
  site: z.string(),
});

/** Of a comment that is brought in from elsewhere. */
export const importInput = z.strictObject({
  ...subject,
  origin: text(60),
  origin_id: text(200),
  parent_origin_id: optionalText(200),
  name: name(),
  email: optionalEmail(),
  body: text(20_000),
  posted_at: z.iso.datetime({ offset: true }).or(z.date()),
  state: choice(['held', 'published', 'refused'] as const),
});

export const actBody = z.strictObject({ reason: optionalText(1000), version: version() });
export const actInput = actBody.extend({ pid: z.string().max(40) });
export const approveBody = z.strictObject({
  by_author: yesNo(),
  reason: optionalText(1000),
  version: version(),
});
export const approveInput = approveBody.extend({ pid: z.string().max(40) });

/** The writer of a comment asks to be forgotten; `text`: the words are to go too. */
export const eraseBody = z.strictObject({ text: yesNo(), version: version() });
export const eraseInput = eraseBody.extend({ pid: z.string().max(40) });

export const replyBody = z.strictObject({
  voice: choice(['office', 'author'] as const),
  /** Of the author; the organisation has its own. */
  name: optionalText(100),
  body: text(mostComment),
});
export const replyInput = together(replyBody.extend({ pid: z.string().max(40) }), (raw) => ({
  issues:
    raw.voice === 'author' && String(raw.name ?? '').trim() === ''
      ? [issue('name', 'required')]
      : [],
}));

export const likeInput = z.strictObject({ pid: z.string().max(40), reader: z.string().max(80) });
export const reportInput = z.strictObject({
  pid: z.string().max(40),
  cause: choice(reportCauses),
  note: optionalText(1000),
  /** A field that no human sees was filled: it is kept, and bothers nobody. */
  trapped: z.boolean(),
  site: z.string(),
});

const pollFields = {
  question: text(300).transform(oneLine),
  note: optionalText(1000),
  options: text(6_000).transform(optionLines),
  most: number({ min: 1, max: mostOptions, integer: true }),
  opens_on: optionalDay(),
  closes_on: optionalDay(),
  shown: choice(pollShowings),
};
type PollRaw = Readonly<Record<string, unknown>>;
const pollIssues = (raw: PollRaw) => {
  const most = Number(raw.most);
  return {
    issues:
      typeof raw.options === 'string' && raw.options.trim() !== '' && Number.isInteger(most)
        ? optionIssues(optionLines(raw.options), most)
        : [],
  };
};
export const pollBody = z.strictObject({ ...pollFields });
export const createPollInput = together(
  pollBody.extend({ organisation: z.string().max(80) }),
  pollIssues,
);
export const editPollBody = pollBody.extend({ version: version() });
export const editPollInput = together(editPollBody.extend({ pid: z.string().max(40) }), pollIssues);
export const pollActInput = z.strictObject(act);
export const voteInput = z.strictObject({
  pid: z.string().max(40),
  choices: z.array(z.coerce.number()).max(100),
  reader: z.string().max(80),
});

export const feedbackInput = z.strictObject({
  /** Id of the organisation whose site it was sent from. */
  organisation: z.uuid(),
  name: name(),
  email: optionalEmail(),
  topic: choice(feedbackTopics),
  body: text(mostFeedback),
  trapped: z.boolean(),
  recent: z.number().int().min(0),
  site: z.string(),
});
export const answerBody = z.strictObject({ answer: text(mostFeedback), version: version() });
export const answerInput = answerBody.extend({ pid: z.string().max(40) });
export const closeBody = z.strictObject({ reason: optionalText(1000), version: version() });
export const closeInput = closeBody.extend({ pid: z.string().max(40) });

export const mailInput = z.strictObject({
  ...subject,
  to: email(),
  name: name(),
  site: z.string(),
});
export const refuseLettersInput = z.strictObject({ token: z.string().max(80) });

export const settingsBody = z.strictObject({
  comments: choice(moderations),
  open_days: optionalNumber({ min: 1, max: 3650, integer: true }),
  promise_days: number({ min: 1, max: 30, integer: true }),
  words: optionalText(20_000),
  feedback: yesNo(),
  letters: yesNo(),
  version: optionalNumber({ min: 0, integer: true }),
});
export const settingsInput = settingsBody.extend({ organisation: z.string().max(80) });
