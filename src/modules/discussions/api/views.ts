import { z } from 'zod';
import {
  commentStates,
  feedbackStates,
  feedbackTopics,
  moderations,
  type PollPhase,
  pollShowings,
  pollStates,
  sharesOf,
  voices,
} from '../rules/index.ts';
import type { Comment, Feedback, Poll, PublicComment, Settings, Thread } from '../schema/index.ts';

const comment = {
  pid: z.string(),
  voice: z.enum(voices),
  name: z.string(),
  body: z.string(),
  posted_at: z.iso.datetime(),
  likes: z.number().int(),
};

export const threadShape = z.object({ ...comment, replies: z.array(z.object(comment)) });

const publicView = (one: PublicComment) => ({
  pid: one.pid,
  voice: one.voice,
  name: one.name,
  body: one.body,
  posted_at: one.postedAt.toISOString(),
  likes: one.likes,
});

export const threadView = (one: Thread): z.output<typeof threadShape> => ({
  ...publicView(one),
  replies: one.replies.map(publicView),
});

export const commentShape = z.object({
  ...comment,
  organisation: z.string().describe('Code'),
  subject: z.object({ kind: z.string(), pid: z.string(), title: z.string(), href: z.string() }),
  parent: z.string().nullable().describe('Public id of what it answers'),
  email: z.string().nullable(),
  state: z.enum(commentStates),
  score: z.number().int(),
  findings: z.array(
    z.object({
      code: z.string(),
      points: z.number().int(),
      data: z.union([z.string(), z.number()]).nullable(),
    }),
  ),
  reason: z.string().nullable(),
  reports: z.number().int(),
  decided_at: z.iso.datetime().nullable(),
  version: z.number().int(),
});

export const commentView = (one: Comment): z.output<typeof commentShape> => ({
  pid: one.pid,
  voice: one.voice,
  name: one.name,
  body: one.body,
  posted_at: one.postedAt.toISOString(),
  likes: one.likes,
  organisation: one.organisation,
  subject: { ...one.subject },
  parent: one.parent?.pid ?? null,
  email: one.email,
  state: one.state,
  score: one.score,
  findings: one.findings.map(({ code, points, data }) => ({ code, points, data: data ?? null })),
  reason: one.reason,
  reports: one.reports,
  decided_at: one.decidedAt?.toISOString() ?? null,
  version: one.version,
});

const pollHead = {
  pid: z.string(),
  organisation: z.string().describe('Code'),
  question: z.string(),
  note: z.string().nullable(),
  most: z.number().int().describe('How many answers one voter may choose'),
  opens_on: z.iso.date().nullable(),
  closes_on: z.iso.date().nullable(),
  shown: z.enum(pollShowings),
  phase: z.enum(['draft', 'waiting', 'open', 'over']),
};

export const publicPollShape = z.object({
  ...pollHead,
  options: z.array(
    z.object({
      label: z.string(),
      votes: z.number().int().nullable(),
      share: z.number().nullable().describe('Per cent'),
    }),
  ),
  voters: z.number().int().nullable().describe('null: not shown before its end'),
});

const headOf = (poll: Poll, phase: PollPhase) => ({
  pid: poll.pid,
  organisation: poll.organisation,
  question: poll.question,
  note: poll.note,
  most: poll.most,
  opens_on: poll.opensOn,
  closes_on: poll.closesOn,
  shown: poll.shown,
  phase,
});

/** As somebody sees it who has not voted. */
export function publicPollView(poll: Poll, phase: PollPhase): z.output<typeof publicPollShape> {
  const told = phase === 'over';
  return {
    ...headOf(poll, phase),
    options: sharesOf(poll.options, { ...poll, decimals: 1 }).map(({ label, votes, share }) => ({
      label,
      votes: told ? votes : null,
      share: told ? share : null,
    })),
    voters: told ? poll.voters : null,
  };
}

export const pollShape = z.object({
  ...pollHead,
  state: z.enum(pollStates),
  options: z.array(
    z.object({
      label: z.string(),
      votes: z.number().int(),
      share: z.number().describe('Per cent'),
    }),
  ),
  voters: z.number().int(),
  version: z.number().int(),
});

export const pollView = (poll: Poll, phase: PollPhase): z.output<typeof pollShape> => ({
  ...headOf(poll, phase),
  state: poll.state,
  options: sharesOf(poll.options, { ...poll, decimals: 1 }).map((one) => ({ ...one })),
  voters: poll.voters,
  version: poll.version,
});

export const feedbackShape = z.object({
  pid: z.string(),
  organisation: z.string().describe('Code'),
  name: z.string().nullable().describe('null once forgotten'),
  email: z.string().nullable(),
  topic: z.enum(feedbackTopics),
  body: z.string(),
  suspect: z.boolean(),
  state: z.enum(feedbackStates),
  answer: z.string().nullable(),
  reason: z.string().nullable(),
  sent_at: z.iso.datetime(),
  done_at: z.iso.datetime().nullable(),
  version: z.number().int(),
});

export const feedbackView = (one: Feedback): z.output<typeof feedbackShape> => ({
  pid: one.pid,
  organisation: one.organisation,
  name: one.name,
  email: one.email,
  topic: one.topic,
  body: one.body,
  suspect: one.suspect,
  state: one.state,
  answer: one.answer,
  reason: one.reason,
  sent_at: one.sentAt.toISOString(),
  done_at: one.doneAt?.toISOString() ?? null,
  version: one.version,
});

export const settingsShape = z.object({
  comments: z.enum(moderations),
  open_days: z.number().int().nullable(),
  promise_days: z.number().int(),
  words: z.array(z.string()),
  feedback: z.boolean(),
  letters: z.boolean(),
  version: z.number().int().describe('0: nobody has set anything'),
});

export const settingsView = (one: Settings): z.output<typeof settingsShape> => ({
  comments: one.comments,
  open_days: one.openDays,
  promise_days: one.promiseDays,
  words: [...one.words],
  feedback: one.feedback,
  letters: one.letters,
  version: one.version,
});
