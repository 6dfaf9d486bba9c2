import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { filesOf, type StoredFile } from '../../../platform/files.ts';
import { fileShape, fileViews } from '../../../platform/records/endpoints.ts';
import { liveDistinction } from '../queries/index.ts';
import { levels, recipients } from '../rules.ts';
import type { Distinction } from '../schema.ts';

export const distinctionShape = z.object({
  pid: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
  recipient: z.enum(recipients),
  recipient_name: z.string(),
  recipient_organisation: z.string().nullable(),
  person: z.string().nullable(),
  title: z.string(),
  title_name: z.string(),
  level: z.enum(levels),
  class: z.string().nullable(),
  decision_no: z.string().nullable(),
  decided_on: z.iso.date(),
  giver: z.string().nullable(),
  note: z.string().nullable(),
  revoked_on: z.iso.date().nullable(),
  revoked_reason: z.string().nullable(),
  version: z.number().int(),
  files: z.array(fileShape),
});

export const titleShape = z.object({
  code: z.string(),
  name: z.string(),
  form: z.string(),
  recipients: z.enum([...recipients, 'both']),
});

/** One distinction as REST answers with it. @throws NotFound */
export async function answer(cx: Cx, pid: string): Promise<unknown> {
  const [view] = await shown(cx, [await liveDistinction(cx, pid)]);
  return view;
}

export async function shown(cx: Cx, rows: readonly Distinction[]): Promise<unknown[]> {
  const files = await filesOf(
    cx.db,
    'distinction',
    rows.map((row) => row.id),
  );
  return rows.map((row) => distinctionView(row, files.get(row.id) ?? []));
}

function distinctionView(row: Distinction, files: readonly StoredFile[]) {
  return {
    pid: row.pid,
    organisation: { code: row.organisationCode, name: row.organisationName },
    recipient: row.recipient,
    recipient_name: row.recipientName,
    recipient_organisation: row.recipientOrganisationCode,
    person: row.recipientPersonPid,
    title: row.title,
    title_name: row.titleName,
    level: row.level,
    class: row.class,
    decision_no: row.decisionNo,
    decided_on: row.decidedOn,
    giver: row.giver,
    note: row.note,
    revoked_on: row.revokedOn,
    revoked_reason: row.revokedReason,
    version: row.version,
    files: fileViews(files),
  };
}
