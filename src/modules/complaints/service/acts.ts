import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Change, type Command, type Cx, command } from '../../../platform/command.ts';
import type { Permission } from '../../../platform/policy.ts';
import { dossierByToken } from '../../dossiers/index.ts';
import { complaintAnswer, complaintEnter, complaintHandle } from '../policy.ts';
import { complaintByPid, dossierNumbered, ownComplaint } from '../queries/index.ts';
import {
  actsNow,
  type ComplaintAct,
  dueDay,
  stateAfter,
  tellsName,
  timingOf,
} from '../rules/index.ts';
import {
  acceptInput,
  answerInput,
  assignInput,
  type Complaint,
  closeInput,
  consultInput,
  extendInput,
  identifyInput,
  type NamedDossier,
  proposeInput,
  refuseInput,
  takeBackInput,
  withdrawInput,
} from '../schema/index.ts';
import { type LetterKind, orderLetter } from './letters.ts';
import { note, type } from './steps.ts';

/** What an act writes beside the state. */
interface Writing {
  readonly set?: RawBuilder<unknown>;
  readonly reason?: string | null;
  readonly reopens?: boolean;
  /** For the event log: neither texts nor names. */
  readonly changes?: Readonly<Record<string, Change>>;
}

interface Act<I extends z.ZodType, Loaded> {
  readonly act: ComplaintAct;
  readonly name?: string;
  readonly input: I;
  readonly permission?: Permission;
  readonly load: (cx: Cx, sent: z.output<I>) => Promise<Loaded & { readonly complaint: Complaint }>;
  readonly check?: (
    loaded: Loaded & { complaint: Complaint },
    sent: z.output<I>,
    cx: Cx,
  ) => Issue[];
  readonly write: (loaded: Loaded & { complaint: Complaint }, sent: z.output<I>, cx: Cx) => Writing;
  readonly letter?: LetterKind;
}

const refused = (complaint: Complaint, act: ComplaintAct): Issue[] => {
  const { state, extended, outcome } = complaint;
  if (actsNow({ state, extended, drafted: outcome !== null }).includes(act)) return [];
  if (act === 'extend' && extended !== null) return [issue('', 'extended_already')];
  if (act === 'answer' && state === 'handling') return [issue('', 'not_drafted')];
  return [issue('', 'complaint_state', { state, act })];
};

type Loaded = { readonly complaint: Complaint };

function acting<I extends z.ZodType, L>(
  of: Act<I, L>,
): Command<I, L & Loaded, { readonly pid: string }> {
  return command<I, L & Loaded, { readonly pid: string }>({
    name: of.name ?? `complaint.${of.act}`,
    input: of.input,
    permission: of.permission ?? complaintHandle,
    load: of.load,
    at: ({ complaint }) => [complaint.edition.organisationId],
    version: ({ complaint }) => complaint.version,
    check: (loaded, sent, cx) => {
      const against = refused(loaded.complaint, of.act);
      return against.length > 0 ? against : (of.check?.(loaded, sent, cx) ?? []);
    },
    run: async (cx, loaded, sent) => {
      const { complaint } = loaded;
      const state = stateAfter(complaint.state, of.act) ?? complaint.state;
      const { set, reason, reopens, changes } = of.write(loaded, sent, cx);
      await sql`update complaint set state = ${state}, version = version + 1
          ${set === undefined ? sql`` : sql`, ${set}`}
        where id = ${complaint.id}`.execute(cx.db);
      await note(cx, complaint.id, {
        act: of.act,
        state,
        reason: reason ?? null,
        reopens: reopens ?? false,
      });
      const { site } = sent as { readonly site?: string };
      if (of.letter !== undefined && site !== undefined)
        await orderLetter(cx, complaint, of.letter, site);
      return {
        result: { pid: complaint.pid },
        subject: { type, id: complaint.id },
        organisationId: complaint.edition.organisationId,
        changes: { state: { old: complaint.state, new: state }, ...changes },
      };
    },
  });
}

/** A complaint of the actor's office, held. */
const held = async (cx: Cx, { pid }: { readonly pid: string }): Promise<Loaded> => ({
  complaint: await complaintByPid(cx, pid, 'held'),
});

/** A day typed for what was done: not before what came before it, and not to come. */
const dayIssues = (path: string, day: Day, from: Day, cx: Cx): Issue[] => {
  const today = cx.clock.today();
  return [
    ...(day > today ? [issue(path, 'day_in_future', { today })] : []),
    ...(day < from ? [issue(path, 'day_before', { from })] : []),
  ];
};

/** Accepts it for handling; from that day the time to answer runs. Input: `acceptInput`. */
export const acceptComplaint = acting({
  act: 'accept',
  input: acceptInput,
  load: held,
  letter: 'accept',
  check: ({ complaint }, { on }, cx) =>
    on === null ? [] : dayIssues('on', on, complaint.receivedOn, cx),
  write: ({ complaint }, { on, reason }, cx) => {
    const { answer, counting } = complaint.rules;
    const from = on ?? cx.clock.today();
    const due = dueDay(from, answer, counting);
    return {
      set: sql`accepted_on = ${from}::date, answer_by = ${due}::date`,
      reason,
      changes: { answer_by: { old: null, new: due } },
    };
  },
});

/** Refuses to handle it, and says why. Input: `refuseInput`. */
export const refuseComplaint = acting({
  act: 'refuse',
  input: refuseInput,
  load: held,
  letter: 'refuse',
  write: (_loaded, { refusal, reason }) => ({
    set: sql`refusal = ${refusal}`,
    reason,
    changes: { refusal: { new: refusal } },
  }),
});

/** Says which dossier is complained about, by the number of its receipt. Input: `identifyInput`. */
export const identifyDossier = acting({
  act: 'identify',
  input: identifyInput,
  load: async (cx, sent): Promise<Loaded & { readonly about: NamedDossier | null }> => {
    const { complaint } = await held(cx, sent);
    const { id } = complaint.edition;
    const about = sent.about === null ? null : await dossierNumbered(cx.db, id, sent.about);
    return { complaint, about };
  },
  check: ({ about }, sent) =>
    sent.about !== null && about === null
      ? [issue('about', 'no_such_dossier', { typed: sent.about })]
      : [],
  write: ({ about }) => ({
    set: sql`about_id = ${about?.id ?? null}`,
    reason: about?.number ?? null,
  }),
});

/** Says who handles it. Input: `assignInput`. */
export const assignComplaint = acting({
  act: 'assign',
  input: assignInput,
  load: held,
  write: (_loaded, { handler, reason }) => ({
    set: sql`handler = ${handler}`,
    reason: [handler, reason].filter(Boolean).join('. '),
  }),
});

/** Asks the council, or has sheets marked again: a note, which must not tell who complains. Input: `consultInput`. */
export const consultCouncil = acting({
  act: 'consult',
  input: consultInput,
  load: held,
  check: ({ complaint }, { reason }) =>
    tellsName(reason, complaint.complainant) ? [issue('reason', 'tells_complainant')] : [],
  write: (_loaded, { reason, reopens }) => ({ reason, reopens }),
});

/** Gives itself more days to answer, once, before they are over. Input: `extendInput`. */
export const extendTime = acting({
  act: 'extend',
  input: extendInput,
  load: held,
  letter: 'extend',
  check: ({ complaint }, _sent, cx) =>
    complaint.answerBy !== null && timingOf(complaint.answerBy, cx.clock.today()) === 'over'
      ? [issue('days', 'already_over', { day: complaint.answerBy })]
      : [],
  write: ({ complaint }, { days, reason }) => {
    const { answerBy, rules } = complaint;
    if (answerBy === null) throw new Error('extended before it was accepted');
    const due = dueDay(answerBy, days, rules.counting);
    return {
      set: sql`extended = ${days}, answer_by = ${due}::date`,
      reason,
      changes: { answer_by: { old: answerBy, new: due } },
    };
  },
});

/** Drafts the answer, which nobody outside the office sees yet. Input: `proposeInput`. */
export const proposeAnswer = acting({
  act: 'propose',
  input: proposeInput,
  load: held,
  write: (_loaded, { outcome, answer }) => ({
    set: sql`outcome = ${outcome}, answer = ${answer}`,
  }),
});

/** Answers as it was drafted, by a letter with its number and day. Input: `answerInput`. */
export const answerComplaint = acting({
  act: 'answer',
  input: answerInput,
  permission: complaintAnswer,
  load: held,
  letter: 'answer',
  check: ({ complaint }, { answered_on }, cx) =>
    dayIssues('answered_on', answered_on, complaint.acceptedOn ?? complaint.receivedOn, cx),
  write: ({ complaint }, { document, answered_on }) => ({
    set: sql`document = ${document}, answered_on = ${answered_on}::date`,
    changes: {
      outcome: { new: complaint.outcome },
      document: { new: document },
      answered_on: { new: answered_on },
    },
  }),
});

/** Puts an answered one away. Input: `closeInput`. */
export const closeComplaint = acting({
  act: 'close',
  input: closeInput,
  load: held,
  write: (_loaded, { reason }) => ({ reason }),
});

/** Notes that the complainant took it back by letter. Input: `withdrawInput`. */
export const withdrawComplaint = acting({
  act: 'withdraw',
  input: withdrawInput,
  load: held,
  write: (_loaded, { reason }) => ({ reason }),
});

/** Takes it back, behind the link. Input: `takeBackInput`. */
export const takeBack = acting({
  act: 'withdraw',
  name: 'complaint.take_back',
  input: takeBackInput,
  permission: complaintEnter,
  load: async (cx, { token, pid }): Promise<Loaded> => {
    const dossier = await dossierByToken(cx, token);
    return { complaint: await ownComplaint(cx.db, dossier.id, pid, 'held') };
  },
  write: (_loaded, { reason }) => ({ reason }),
});
