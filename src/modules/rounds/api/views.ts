import { z } from 'zod';
import { timelinesses } from '../rules/index.ts';
import {
  type ListedObligation,
  type ListedRound,
  type Named,
  type Obligation,
  obligationStates,
  type Round,
  roundStates,
} from '../schema.ts';

const place = z.object({ code: z.string(), name: z.string() });
const placeView = ({ code, shortName }: Named) => ({ code, name: shortName });
const whole = z.number().int();

const roundHead = {
  pid: z.string(),
  organisation: place.describe('who collects'),
  name: z.string(),
  period: z.string().describe("code of a period: '2019', '2019-H1'"),
  opens_on: z.iso.date(),
  due_on: z.iso.date(),
  state: z.enum(roundStates),
};

export const listedRoundShape = z.object({
  ...roundHead,
  asked: whole.describe('obligations that are collected directly'),
  sent: whole,
  accepted: whole,
  on_time: whole.describe('those that first went up in time'),
});

export const listedRoundView = (round: ListedRound) => ({
  pid: round.pid,
  organisation: placeView(round.organisation),
  name: round.name,
  period: round.period,
  opens_on: round.opensOn,
  due_on: round.dueOn,
  state: round.state,
  asked: round.asked,
  sent: round.sent,
  accepted: round.accepted,
  on_time: round.onTime,
});

export const roundShape = z.object({
  ...roundHead,
  from: z.iso.date(),
  until: z.iso.date().describe('last day of the period: figures are asked on it'),
  asked: z.array(z.string()).describe('kinds of organisations that owe a form'),
  cascades: z.boolean().describe('those who owe may ask the ones below them'),
  words: z.string().nullable(),
  opens_itself: z.boolean(),
  version: whole,
});

export const roundView = (round: Round) => ({
  pid: round.pid,
  organisation: placeView(round.organisation),
  name: round.name,
  period: round.period,
  opens_on: round.opensOn,
  due_on: round.dueOn,
  state: round.state,
  from: round.from,
  until: round.until,
  asked: round.asked,
  cascades: round.cascades,
  words: round.words,
  opens_itself: round.opensItself,
  version: round.version,
});

const below = z.object({ asked: whole, sent: whole, accepted: whole });

export const listedObligationShape = z.object({
  pid: z.string(),
  organisation: place,
  due_on: z.iso.date(),
  extended_reason: z.string().nullable(),
  state: z.enum(obligationStates),
  timeliness: z.enum(timelinesses),
  first_sent_on: z.iso.date().nullable(),
  below: below.describe('of those that it asked itself'),
  earlier: z
    .object({ asked: whole, on_time: whole })
    .describe('of the last rounds before this one, at most four, that the same one collected'),
});

export const listedObligationView = (one: ListedObligation) => ({
  pid: one.pid,
  organisation: placeView(one.organisation),
  due_on: one.dueOn,
  extended_reason: one.extendedReason,
  state: one.state,
  timeliness: one.timeliness,
  first_sent_on: one.firstSentOn,
  below: one.children,
  earlier: { asked: one.earlier.asked, on_time: one.earlier.onTime },
});

/** How many of those that one collects from are in which state, and how timely. */
export const countsShape = z.object({
  asked: whole,
  states: z.record(z.enum(obligationStates), whole),
  timeliness: z.record(z.enum(timelinesses), whole),
});

const instant = z.iso.datetime().nullable();

/** What one organisation owes, for every module that answers about forms. */
export const obligationShape = z.object({
  pid: z.string(),
  round: z.object(roundHead),
  organisation: place,
  collector: place,
  due_on: z.iso.date(),
  extended_reason: z.string().nullable(),
  state: z.enum(obligationStates),
  submitted_at: instant.describe('sent to its own leader'),
  checked_at: instant.describe('gone up'),
  returned_at: instant,
  accepted_at: instant,
  first_sent_at: instant.describe('gone up for the first time: timeliness is told by it'),
  open_until: z.iso.date().nullable().describe('last day on which an accepted form may change'),
  open_reason: z.string().nullable(),
  published_at: instant,
  version: whole,
});

export const obligationView = (one: Obligation) => ({
  pid: one.pid,
  round: {
    pid: one.round.pid,
    organisation: placeView(one.round.organisation),
    name: one.round.name,
    period: one.round.period,
    opens_on: one.round.opensOn,
    due_on: one.round.dueOn,
    state: one.round.state,
  },
  organisation: placeView(one.organisation),
  collector: placeView(one.collector),
  due_on: one.dueOn,
  extended_reason: one.extendedReason,
  state: one.state,
  submitted_at: one.submittedAt,
  checked_at: one.checkedAt,
  returned_at: one.returnedAt,
  accepted_at: one.acceptedAt,
  first_sent_at: one.firstSentAt,
  open_until: one.openUntil,
  open_reason: one.openReason,
  published_at: one.publishedAt,
  version: one.version,
});
