import { z } from 'zod';
import {
  complaintActs,
  complaintStates,
  countings,
  daysLeft,
  outcomes,
  refusals,
  runningDay,
  topics,
} from '../rules/index.ts';
import type { Complaint, KeptRules, NamedDossier, Step } from '../schema/index.ts';

const dossierShape = z
  .object({ pid: z.string(), number: z.string(), title: z.string() })
  .nullable();

export const complaintShape = z.object({
  pid: z.string(),
  number: z.string(),
  state: z.enum(complaintStates),
  edition: z.object({ pid: z.string(), name: z.string() }),
  origin: z.enum(['link', 'paper']),
  topic: z.enum(topics),
  dossier: dossierShape.describe('Behind whose link it was written'),
  about_text: z.string().nullable().describe('The dossier complained about, as it was written'),
  about: dossierShape.describe('The same as the office found it'),
  complainant: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  body: z.string(),
  asks: z.string(),
  received_at: z.iso.datetime(),
  received_on: z.iso.date(),
  in_time: z.boolean().describe('Whether it came while complaints were taken'),
  accept_by: z.iso.date().describe('The last day, included'),
  accepted_on: z.iso.date().nullable(),
  answer_by: z.iso.date().nullable(),
  extended: z.number().int().nullable().describe('Days by which the time to answer was extended'),
  due: z.iso.date().nullable().describe('The last day that runs now'),
  days_left: z.number().int().nullable().describe('0 on the last day, negative when it is over'),
  refusal: z.enum(refusals).nullable(),
  handler: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  answer: z.string().nullable().describe('A draft until the state is answered'),
  document: z.string().nullable(),
  answered_on: z.iso.date().nullable(),
  sha256: z.string(),
  version: z.number().int(),
});

const dossierView = (one: NamedDossier | null) =>
  one === null ? null : { pid: one.pid, number: one.number, title: one.title };

export function complaintView(one: Complaint, today: string): z.output<typeof complaintShape> {
  const due = runningDay(one);
  const { edition } = one;
  return {
    pid: one.pid,
    number: one.number,
    state: one.state,
    edition: { pid: edition.pid, name: edition.name },
    origin: one.origin,
    topic: one.topic,
    dossier: dossierView(one.dossier),
    about_text: one.aboutText,
    about: dossierView(one.about),
    complainant: one.complainant,
    address: one.address,
    phone: one.phone,
    email: one.email,
    body: one.body,
    asks: one.asks,
    received_at: one.receivedAt.toISOString(),
    received_on: one.receivedOn,
    in_time: one.inTime,
    accept_by: one.acceptBy,
    accepted_on: one.acceptedOn,
    answer_by: one.answerBy,
    extended: one.extended,
    due,
    days_left: due === null ? null : daysLeft(due, today),
    refusal: one.refusal,
    handler: one.handler,
    outcome: one.outcome,
    answer: one.answer,
    document: one.document,
    answered_on: one.answeredOn,
    sha256: one.sha256,
    version: one.version,
  };
}

export const stepShape = z.object({
  act: z.enum(['receive', ...complaintActs]),
  state: z.enum(complaintStates),
  at: z.iso.datetime(),
  by: z.string().nullable().describe('Null: the complainant, or the installation itself'),
  machine: z.boolean().describe('Done by the installation itself'),
  reason: z.string().nullable(),
  reopens: z.boolean(),
});

export const stepView = ({ act, state, at, by, machine, reason, reopens }: Step) => ({
  act,
  state,
  at: at.toISOString(),
  by,
  machine,
  reason,
  reopens,
});

export const figuresShape = z.object({
  all: z.number().int(),
  open: z.number().int(),
  over: z.number().int().describe('Open, and the last day is over'),
  answered: z.number().int(),
  answered_in_time: z.number().int(),
});

export const rulesShape = z.object({
  days_to_accept: z.number().int(),
  days_to_answer: z.number().int(),
  counting: z.enum(countings).describe('working: Monday to Friday; public holidays are not known'),
  basis: z.string(),
  version: z.number().int().describe('0: the sample, which nobody set'),
});

export const rulesView = ({ accept, answer, counting, basis, version }: KeptRules) => ({
  days_to_accept: accept,
  days_to_answer: answer,
  counting,
  basis,
  version,
});
