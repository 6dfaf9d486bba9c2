import { z } from 'zod';
import { decimalOf, type Marks } from '../../calls/index.ts';
import { sheetStates } from '../rules/index.ts';
import type { ProvenVersion, Task } from '../schema/index.ts';
import { readSheet } from '../service/index.ts';

const points = z
  .string()
  .nullable()
  .describe('Exact decimal; null where nothing was signed, or points are kept from the office');

export const sheetShape = z.object({
  pid: z.string().describe('Of the assignment'),
  phase: z.string(),
  council: z.object({ pid: z.string(), name: z.string() }),
  judge: z.object({ pid: z.string(), name: z.string(), title: z.string().nullable() }),
  dossier: z.object({
    pid: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    field: z.string().nullable(),
  }),
  state: z.enum(sheetStates),
  round: z.number().int(),
  signed: z.number().int().describe('How many times it was signed'),
  signed_at: z.string().nullable(),
  how: z.enum(['judge', 'paper']).nullable(),
  left_out: z
    .enum(['conflict', 'rubric'])
    .nullable()
    .describe(
      'Why what was signed does not count: a conflict, or a rubric that counts otherwise now',
    ),
  points,
  failed: z.boolean().nullable(),
  version: z.number().int(),
});

export const versionShape = z.object({
  number: z.number().int(),
  round: z.number().int(),
  dossier_version: z.number().int().nullable(),
  points: z.string(),
  failed: z.boolean(),
  how: z.enum(['judge', 'paper']),
  reason: z.string().nullable(),
  signed_at: z.string(),
  sha256: z.string(),
  text: z.string().describe('What was signed; its SHA-256 is over its UTF-8 bytes'),
  signature: z.string().describe('Ed25519 of the text, base64url'),
  key_id: z.string(),
  marks: z.record(z.string(), z.unknown()),
});

export const openedShape = sheetShape.extend({
  versions: z.array(versionShape).describe('Empty where points are kept from the office'),
});

/** A sheet in a list; `seen`: whether its points may be told. */
export function sheetView(task: Task, seen: boolean) {
  const { council, judge, dossier } = task;
  return {
    pid: task.pid,
    phase: task.phase,
    council: { pid: council.pid, name: council.name },
    judge: { pid: judge.pid, name: judge.name, title: judge.title },
    dossier: {
      pid: dossier.pid,
      number: dossier.number,
      title: dossier.title,
      field: dossier.field,
    },
    state: task.state,
    round: task.round,
    signed: task.signed,
    signed_at: task.signedAt?.toISOString() ?? null,
    how: task.how,
    left_out: leftOutOf(task),
    points: seen && task.points !== null ? decimalOf(task.points) : null,
    failed: seen ? task.failed : null,
    version: task.version,
  };
}

function leftOutOf({ signed, barred, outdated }: Task): 'conflict' | 'rubric' | null {
  if (signed === 0) return null;
  return barred ? 'conflict' : outdated ? 'rubric' : null;
}

export function versionView(version: ProvenVersion) {
  const marks: Marks = readSheet(version.frozen).marks;
  return {
    number: version.number,
    round: version.round,
    dossier_version: version.dossierVersion,
    points: decimalOf(version.points),
    failed: version.failed,
    how: version.how,
    reason: version.reason,
    signed_at: version.signedAt.toISOString(),
    sha256: version.sha256,
    text: version.frozen,
    signature: version.signature,
    key_id: version.keyId,
    marks,
  };
}
