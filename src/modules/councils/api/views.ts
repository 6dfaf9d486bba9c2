import { z } from 'zod';
import type { Cx } from '../../../platform/cx.ts';
import { type ListedJudge, namedIn } from '../queries/index.ts';
import { evidenceKinds, matches } from '../rules/evidence.ts';
import { type Problem, problemCodes } from '../rules/problems.ts';
import {
  type Council,
  conflictKinds,
  conflictSources,
  conflictStates,
  type DeclaredRelation,
  type Judge,
  judgeStates,
  type ListedConflict,
  relations,
  type Seat,
  seatRoles,
} from '../schema/index.ts';
import { sayEvidence } from '../vi/index.ts';

const moment = z.string().nullable();

export const judgeShape = z.object({
  pid: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  unit: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  birth: z.string().nullable(),
  state: z.enum(judgeStates),
  expertise: z.array(z.string()).describe('Codes of fields; empty: any'),
  max_load: z.number().int().nullable(),
  invited_at: moment,
  answered_at: moment,
  reason: z.string().nullable(),
  version: z.number().int(),
});

export const judgeView = (judge: Judge) => ({
  pid: judge.pid,
  name: judge.name,
  title: judge.title,
  unit: judge.unit,
  email: judge.email,
  phone: judge.phone,
  birth: judge.birth,
  state: judge.state,
  expertise: judge.expertise,
  max_load: judge.maxLoad,
  invited_at: judge.invitedAt?.toISOString() ?? null,
  answered_at: judge.answeredAt?.toISOString() ?? null,
  reason: judge.reason,
  version: judge.version,
});

export const listedJudgeShape = judgeShape.extend({
  councils: z.array(z.string()).describe('Names of the councils with a seat'),
  conflicted: z.number().int().describe('Dossiers that this judge must not judge'),
  open: z.number().int().describe('Conflicts that nobody looked at yet'),
});

export const listedJudgeView = (judge: ListedJudge) => ({
  ...judgeView(judge),
  councils: judge.councils,
  conflicted: judge.conflicted,
  open: judge.open,
});

export const relationShape = z.object({
  pid: z.string(),
  relation: z.enum(relations),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  note: z.string().nullable(),
  declared_at: z.string(),
});

export const relationView = ({ pid, relation, name, unit, note, createdAt }: DeclaredRelation) => ({
  pid,
  relation,
  name,
  unit,
  note,
  declared_at: createdAt.toISOString(),
});

export const seatShape = z.object({
  pid: z.string(),
  role: z.enum(seatRoles),
  votes: z.boolean(),
  judge: z.object({
    pid: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    unit: z.string().nullable(),
    state: z.enum(judgeStates),
  }),
});

export const problemShape = z.object({
  code: z.enum(problemCodes),
  council: z.string().nullable().describe('Public id; null: of the edition as a whole'),
  level: z.enum(['must', 'hint']),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const councilShape = z.object({
  pid: z.string(),
  name: z.string(),
  fields: z.array(z.string()).describe('Codes; empty: all fields'),
  phases: z.array(z.string()).describe('Keys; empty: all reviewing phases'),
  voting: z.string().nullable(),
  decision: z.string().nullable(),
  decided_on: z.string().nullable(),
  version: z.number().int(),
  seats: z.array(seatShape),
  problems: z.array(problemShape),
});

const seatView = ({ pid, role, votes, judge }: Seat) => {
  const { pid: judgePid, name, title, unit, state } = judge;
  return { pid, role, votes, judge: { pid: judgePid, name, title, unit, state } };
};

export const councilView = (
  council: Council,
  seats: readonly Seat[],
  problems: readonly Problem[],
) => ({
  pid: council.pid,
  name: council.name,
  fields: council.fields,
  phases: council.phases,
  voting: council.voting,
  decision: council.decision,
  decided_on: council.decidedOn,
  version: council.version,
  seats: seats.filter(({ councilId }) => councilId === council.id).map(seatView),
  problems: problems.filter((one) => one.council === council.pid),
});

export const conflictShape = z.object({
  pid: z.string(),
  judge: z.object({ pid: z.string(), name: z.string() }),
  dossier: z.object({
    pid: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    field: z.string().nullable(),
  }),
  kind: z.enum(conflictKinds),
  source: z.enum(conflictSources),
  sure: z.boolean().describe('False: it may be somebody of the same name'),
  evidence: z.array(
    z.object({
      by: z.enum(evidenceKinds),
      sure: z.boolean(),
      match: z.enum(matches).nullable(),
      text: z.string().describe('In words, as far as the asker may know it'),
    }),
  ),
  state: z.enum(conflictStates),
  reason: z.string().nullable(),
  decided_by: z.string().nullable(),
  decided_at: moment,
  found_at: z.string(),
  version: z.number().int(),
});

/** Conflicts with their evidence as the asker may know it: three queries for any number. */
export async function conflictViews(cx: Cx, rows: readonly ListedConflict[]) {
  const names = await namedIn(cx, rows);
  return rows.map((row) => ({
    pid: row.pid,
    judge: { pid: row.judge.pid, name: row.judge.name },
    dossier: row.dossier,
    kind: row.kind,
    source: row.source,
    sure: row.sure,
    evidence: row.evidence.map((one) => ({
      by: one.by,
      sure: one.sure,
      match: one.match ?? null,
      text: sayEvidence(one, names),
    })),
    state: row.state,
    reason: row.reason,
    decided_by: row.decidedBy,
    decided_at: row.decidedAt?.toISOString() ?? null,
    found_at: row.foundAt.toISOString(),
    version: row.version,
  }));
}
