import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { dueStates } from '../../fees/index.ts';
import { liveMailing, liveTemplate, resultOf } from '../queries/index.ts';
import { leftOutReasons, mailingKinds, mailingStates, recipientStates } from '../rules.ts';
import type { Mailing, MailingTemplate, Recipient } from '../schema.ts';

const organisation = z.object({ code: z.string(), name: z.string() });
const byReason = Object.fromEntries(
  leftOutReasons.map((reason) => [reason, z.number().int().optional()]),
);

export const filterShape = z.object({
  association: z.string().nullable(),
  q: z.string().nullable(),
  branch: z.string().nullable(),
  field: z.string().nullable(),
  gender: z.string().nullable(),
  degree: z.string().nullable(),
  kind: z.string().nullable(),
  born_from: z.number().int().nullable(),
  born_to: z.number().int().nullable(),
  joined_from: z.number().int().nullable(),
  joined_to: z.number().int().nullable(),
  has_phone: z.enum(['yes', 'no']).nullable(),
  fee_period: z.string().nullable(),
  fee_state: z.enum(['owing', ...dueStates]).nullable(),
});

export const mailingShape = z.object({
  pid: z.string(),
  organisation,
  kind: z.enum(mailingKinds),
  subject: z.string(),
  body: z.string(),
  filter: filterShape,
  state: z.enum(mailingStates),
  counts: z.object({ send: z.number().int().optional(), ...byReason }),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
  run: z.string().nullable(),
  version: z.number().int(),
});

/** One mailing alone also says how far its letters are. */
export const oneMailingShape = mailingShape.extend({
  result: z.object({
    waiting: z.number().int(),
    queued: z.number().int(),
    sent: z.number().int(),
    failed: z.number().int(),
    left_out: z.object(byReason),
  }),
});

export const recipientShape = z.object({
  number: z.number().int(),
  person: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  association: z.string(),
  state: z.enum(recipientStates),
  reason: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});

export const templateShape = z.object({
  pid: z.string(),
  organisation,
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  version: z.number().int(),
});

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function mailingView(row: Mailing) {
  return {
    pid: row.pid,
    organisation: { code: row.organisationCode, name: row.organisationName },
    kind: row.kind,
    subject: row.subject,
    body: row.body,
    filter: row.filter,
    state: row.state,
    counts: row.counts,
    created_at: row.createdAt.toISOString(),
    started_at: instant(row.startedAt),
    finished_at: instant(row.finishedAt),
    run: row.runPid,
    version: row.version,
  };
}

/** One mailing as REST answers with it. @throws NotFound */
export async function answer(cx: Cx, pid: string): Promise<unknown> {
  const mailing = await liveMailing(cx, pid);
  const { left, ...result } = await resultOf(cx, mailing.id);
  return { ...mailingView(mailing), result: { ...result, left_out: left } };
}

export function recipientView({ personPid, at, ...row }: Recipient) {
  return { ...row, person: personPid, at: instant(at) };
}

export function templateView(row: MailingTemplate) {
  const { pid, name, subject, body, version } = row;
  const of = { code: row.organisationCode, name: row.organisationName };
  return { pid, organisation: of, name, subject, body, version };
}

/** @throws NotFound */
export async function templateAnswer(cx: Cx, pid: string): Promise<unknown> {
  return templateView(await liveTemplate(cx, pid));
}
