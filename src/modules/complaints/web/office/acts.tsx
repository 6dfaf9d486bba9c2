import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Command } from '../../../../platform/command.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import type { ActState } from '../../../../ui/index.ts';
import {
  AcceptForm,
  AnswerForm,
  AssignForm,
  ConsultForm,
  ExtendForm,
  IdentifyForm,
  ProposeForm,
  ReasonForm,
  RefuseForm,
} from '../../pages/office/acts.tsx';
import { complaintAnswer, complaintHandle } from '../../policy.ts';
import type { ComplaintAct } from '../../rules/index.ts';
import type { Complaint } from '../../schema/index.ts';
import {
  acceptComplaint,
  answerComplaint,
  assignComplaint,
  closeComplaint,
  consultCouncil,
  extendTime,
  identifyDossier,
  proposeAnswer,
  refuseComplaint,
  withdrawComplaint,
} from '../../service/index.ts';
import { actNames, labels, outcomeNames, topicNames, words } from '../../vi/index.ts';
import { issueWords } from '../shared.ts';
import { crumbsOf, one, openedFor, pathOf } from './shared.ts';

/** Where each act has its page, below the complaint's. */
export const actPaths: Readonly<Record<ComplaintAct, string>> = {
  accept: 'thu-ly',
  refuse: 'tu-choi',
  identify: 'ho-so',
  assign: 'giao',
  consult: 'hoi-dong',
  extend: 'gia-han',
  propose: 'du-thao',
  answer: 'tra-loi',
  close: 'ket-thuc',
  withdraw: 'rut',
};

interface Door<I extends z.ZodObject, L> {
  readonly act: ComplaintAct;
  readonly command: Command<I, L, { readonly pid: string }>;
  /** What the complaint's page is told afterwards. */
  readonly said: keyof typeof words.said;
  readonly initial?: (complaint: Complaint) => Readonly<Record<string, string>>;
  readonly form: (complaint: Complaint, state: ActState) => Child;
}

function actDoor<I extends z.ZodObject, L>(
  app: Hono<Env>,
  { act, command, said, initial, form }: Door<I, L>,
): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/${actPaths[act]}`,
    command,
    title: () => actNames[act],
    lead: ({ number, topic }: Complaint) =>
      [words.one.named(number), topicNames[topic]].join(' · '),
    open: openedFor(act === 'answer' ? complaintAnswer : complaintHandle),
    crumbs: (c, { edition, number, pid }) =>
      crumbsOf(
        c,
        edition,
        { label: words.one.named(number), href: pathOf(c, edition, pid) },
        { label: actNames[act] },
      ),
    initial: (_c, complaint) => initial?.(complaint) ?? {},
    fixed: async (c, { pid }) => ({ values: { pid, site: siteOf(c) } }),
    version: ({ version }) => version,
    labels,
    after: (c, { edition, pid }) => `${pathOf(c, edition, pid)}?${said}=1`,
    view: (c, complaint, state) =>
      form(complaint, { ...state, backHref: pathOf(c, complaint.edition, complaint.pid) }),
  });
}

/** What the office does with a complaint, each on a page of its own. */
export function actDoors(app: Hono<Env>): void {
  actDoor(app, {
    act: 'accept',
    command: acceptComplaint,
    said: 'da-thu-ly',
    form: (_one, state) => <AcceptForm state={state} />,
  });
  actDoor(app, {
    act: 'refuse',
    command: refuseComplaint,
    said: 'da-tu-choi',
    initial: ({ inTime }): Readonly<Record<string, string>> => (inTime ? {} : { refusal: 'late' }),
    form: (_one, state) => <RefuseForm state={state} />,
  });
  actDoor(app, {
    act: 'identify',
    command: identifyDossier,
    said: 'da-ghi-ho-so',
    initial: ({ about }) => ({ about: about?.number ?? '' }),
    form: ({ aboutText }, state) => <IdentifyForm state={state} aboutText={aboutText} />,
  });
  actDoor(app, {
    act: 'assign',
    command: assignComplaint,
    said: 'da-giao',
    initial: ({ handler }) => ({ handler: handler ?? '' }),
    form: (_one, state) => <AssignForm state={state} />,
  });
  actDoor(app, {
    act: 'consult',
    command: consultCouncil,
    said: 'da-hoi',
    form: (_one, state) => <ConsultForm state={state} />,
  });
  actDoor(app, {
    act: 'extend',
    command: extendTime,
    said: 'da-gia-han',
    form: ({ answerBy, receivedOn }, state) => (
      <ExtendForm state={state} until={answerBy ?? receivedOn} />
    ),
  });
  answerDoors(app);
}

function answerDoors(app: Hono<Env>): void {
  actDoor(app, {
    act: 'propose',
    command: proposeAnswer,
    said: 'da-du-thao',
    initial: ({ outcome, answer }) => ({ outcome: outcome ?? '', answer: answer ?? '' }),
    form: (_one, state) => <ProposeForm state={state} />,
  });
  actDoor(app, {
    act: 'answer',
    command: answerComplaint,
    said: 'da-tra-loi',
    form: ({ outcome, answer }, state) => (
      <AnswerForm
        state={state}
        outcome={outcome === null ? '' : outcomeNames[outcome]}
        answer={answer ?? ''}
      />
    ),
  });
  actDoor(app, {
    act: 'close',
    command: closeComplaint,
    said: 'da-ket-thuc',
    form: (_one, state) => <ReasonForm state={state} act="close" />,
  });
  actDoor(app, {
    act: 'withdraw',
    command: withdrawComplaint,
    said: 'da-rut',
    form: (_one, state) => <ReasonForm state={state} act="withdraw" />,
  });
}
