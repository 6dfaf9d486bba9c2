import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { vietnamDay } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { filesOf, linkFiles } from '../../../platform/files.ts';
import { may } from '../../../platform/policy.ts';
import {
  type Admission,
  admission,
  canonicalText,
  editionByPid,
  permits,
} from '../../calls/index.ts';
import { type Dossier, dossierByToken } from '../../dossiers/index.ts';
import { complaintEnter, complaintHandle, complaintRead } from '../policy.ts';
import { dossierNumbered } from '../queries/index.ts';
import { cameInTime, complaintNumber, dueDay, type Topic } from '../rules/index.ts';
import { enterInput, letterInput, mostFiles, type Origin } from '../schema/index.ts';
import { orderLetter } from './letters.ts';
import { rulesOf } from './rules.ts';
import { note, type } from './steps.ts';

interface Said {
  readonly topic: Topic;
  readonly about: string | null;
  readonly complainant: string;
  readonly address: string;
  readonly phone: string | null;
  readonly body: string;
  readonly asks: string;
  readonly files?: readonly string[] | null | undefined;
  readonly site: string;
}

interface Received {
  readonly edition: {
    readonly id: string;
    readonly pid: string;
    readonly organisation: { readonly id: string };
  };
  readonly origin: Origin;
  readonly dossier: { readonly id: string; readonly pid: string } | null;
  readonly email: string | null;
  readonly at: Date;
  readonly on: Day;
  readonly inTime: boolean;
}

/** Whether an entrant may complain behind the link of a dossier at an instant; a closed edition takes nothing. */
export const mayComplain = (
  { edition, leave }: Pick<Dossier, 'edition' | 'leave'>,
  at: Date,
): Admission =>
  edition.state === 'open'
    ? admission(edition.content.phases, 'entrant', 'complain', at, leave)
    : { ok: false, code: 'closed', data: {} };

const filesOver = ({ files }: Pick<Said, 'files'>): Issue[] =>
  (files?.length ?? 0) > mostFiles ? [issue('files', 'too_many_files', { max: mostFiles })] : [];

// No later than now, whatever the door says.
const receivedAt = (cx: Cx, received: Date | undefined): Date => {
  const now = cx.clock.now();
  return received === undefined || received > now ? now : received;
};

/** Complains behind the link of a submitted dossier. Input: `enterInput`. */
export const enterComplaint = command({
  name: 'complaint.enter',
  input: enterInput,
  permission: complaintEnter,
  load: (cx, { token }) => dossierByToken(cx, token),
  at: ({ edition }) => [edition.organisation.id],
  check: (dossier, sent, cx): Issue[] => {
    const admitted = mayComplain(dossier, receivedAt(cx, sent.received));
    return [
      ...(dossier.submitted === 0 ? [issue('', 'not_submitted')] : []),
      ...(admitted.ok ? [] : [issue('', 'not_taken', { ...admitted.data })]),
      ...filesOver(sent),
    ];
  },
  run: (cx, dossier, sent) => {
    const at = receivedAt(cx, sent.received);
    const { edition, email } = dossier;
    const on = vietnamDay(at);
    return receive(cx, { edition, origin: 'link', dossier, email, at, on, inTime: true }, sent);
  },
});

/** Takes in a letter on paper, with the day on which it came. Input: `letterInput`. */
export const enterLetter = command({
  name: 'complaint.enter_letter',
  input: letterInput,
  permission: complaintHandle,
  load: async (cx, { edition: pid }) => {
    const edition = await editionByPid(cx, pid);
    if (!(await may(cx, complaintRead, edition.organisation.id))) throw new NotFound('edition');
    return edition;
  },
  at: ({ organisation }) => [organisation.id],
  check: ({ state }, sent, cx): Issue[] => {
    const today = cx.clock.today();
    return [
      ...(state === 'draft' ? [issue('', 'edition_draft')] : []),
      ...(sent.received_on > today ? [issue('received_on', 'day_in_future', { today })] : []),
      ...filesOver(sent),
    ];
  },
  run: (cx, edition, sent) => {
    const windows = edition.content.phases.filter((one) => permits(one, 'entrant', 'complain'));
    const on = sent.received_on;
    const received = { edition, origin: 'paper' as const, dossier: null, email: sent.email };
    const inTime = cameInTime(windows, on);
    return receive(cx, { ...received, at: cx.clock.now(), on, inTime }, sent);
  },
});

async function receive(cx: Cx, { edition, dossier, ...came }: Received, said: Said) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const organisationId = edition.organisation.id;
  const { version: _, ...rules } = await rulesOf(cx, edition);
  const found = said.about === null ? null : await dossierNumbered(cx.db, edition.id, said.about);
  await linkFiles(cx, { type, id, organisationId }, said.files ?? []);
  const files = ((await filesOf(cx.db, type, [id])).get(id) ?? []).map(
    ({ name, size, sha256 }) => ({
      name,
      size,
      sha256,
    }),
  );
  // The series is held until the end of the transaction, so it comes as late as can be.
  const last = await nextNumber(cx, edition.id);
  const number = complaintNumber(last);
  const { topic, about, complainant, address, phone, body, asks } = said;
  const frozen = canonicalText({
    format: 'lientri.complaint/1',
    complaint: pid,
    number,
    edition: edition.pid,
    dossier: dossier?.pid ?? null,
    received: came.at.toISOString(),
    received_on: came.on,
    topic,
    about,
    complainant,
    address,
    phone,
    body,
    asks,
    files,
  });
  const sha256 = createHash('sha256').update(frozen).digest('hex');
  const search = foldForSearch([number, complainant, about ?? '', found?.number ?? ''].join(' '));
  await sql`insert into complaint (id, pid, edition_id, number, origin, dossier_id, topic, about_text,
      about_id, complainant, address, phone, email, body, asks, search, received_at, received_on,
      in_time, rules, accept_by, frozen, sha256)
    values (${id}, ${pid}, ${edition.id}, ${last}, ${came.origin}, ${dossier?.id ?? null}, ${topic},
      ${about}, ${found?.id ?? null}, ${complainant}, ${address}, ${phone}, ${came.email}, ${body},
      ${asks}, ${search}, ${came.at}, ${came.on}::date, ${came.inTime}, ${JSON.stringify(rules)}::jsonb,
      ${dueDay(came.on, rules.accept, rules.counting)}::date, ${frozen}, ${sha256})`.execute(cx.db);
  await note(cx, id, { act: 'receive', state: 'received' });
  await orderLetter(cx, { id, email: came.email }, 'receive', said.site);
  return {
    result: { pid, number, sha256 },
    subject: { type, id },
    organisationId,
    // No text and no name: who complains is told to the office alone.
    changes: { number: { new: number }, topic: { new: topic }, sha256: { new: sha256 } },
  };
}

async function nextNumber(cx: Cx, edition: string): Promise<number> {
  const { last } = await one(
    cx.db,
    sql<{
      last: number;
    }>`insert into complaint_series as s (edition_id, last) values (${edition}, 1)
      on conflict (edition_id) do update set last = s.last + 1 returning last`,
  );
  return last;
}
