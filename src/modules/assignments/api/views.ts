import { z } from 'zod';
import type { RunOutput } from '../rules/index.ts';
import { type Assignment, assignmentStates, freedWays, hows, type Run } from '../schema/index.ts';

const dossier = z.object({
  pid: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  field: z.string().nullable(),
});

export const assignmentShape = z.object({
  pid: z.string(),
  phase: z.string().describe('Key of the reviewing phase'),
  how: z.enum(hows),
  state: z.enum(assignmentStates),
  freed: z
    .enum(freedWays)
    .nullable()
    .describe('What ended it by itself; null: it stands, or somebody or a run ended it'),
  reason: z.string().nullable(),
  made_at: z.string(),
  ended_at: z.string().nullable(),
  version: z.number().int(),
  dossier,
  judge: z.object({ pid: z.string(), name: z.string(), title: z.string().nullable() }),
});

export function assignmentView(one: Assignment) {
  return {
    ...{ pid: one.pid, phase: one.phase, how: one.how, state: one.state, reason: one.reason },
    freed: one.freed,
    made_at: one.madeAt.toISOString(),
    ended_at: one.endedAt?.toISOString() ?? null,
    version: one.version,
    dossier: one.dossier,
    judge: { pid: one.judge.pid, name: one.judge.name, title: one.judge.title },
  };
}

const shortage = z.object({
  dossier: z.string(),
  lacks: z.number().int(),
  why: z.enum(['conflicts', 'experts', 'limit', 'loads']),
  judges: z.number().int(),
});

export const planShape = z.object({
  seed: z.number().int(),
  pairs: z
    .array(z.object({ dossier: z.string(), judge: z.string() }))
    .describe('Public ids, also of pairs that stay as they are'),
  total: z.number(),
  bound: z.number().describe('No assignment has a greater sum'),
  worst: z.number().describe('Least sum of a dossier'),
  worst_bound: z.number().describe('No floor within the share is higher'),
  short: z.array(shortage).describe('Dossiers that cannot have all their judges, and why'),
});

export function planView(seed: number, output: RunOutput) {
  const { pairs, short, solver: _, ...figures } = output;
  return {
    ...{ seed, ...figures },
    pairs: pairs.map(([of, judge]) => ({ dossier: of, judge })),
    short: short.map(({ dossier: of, lacks, why, judges }) => ({
      dossier: of,
      lacks,
      why,
      judges,
    })),
  };
}

export const runShape = z.object({
  pid: z.string(),
  phase: z.string(),
  seed: z.number().int(),
  settings: z.object({
    each: z.number().int().nullable(),
    balanced: z.boolean(),
    experts: z.number().int(),
    share: z.number(),
    keep: z.boolean().describe('All that was given stayed, and only what was missing was given'),
  }),
  total: z.number(),
  bound: z.number(),
  worst: z.number().nullable(),
  worst_bound: z.number().nullable(),
  at: z.string(),
});

export function runView({ pid, phase, seed, settings, total, bound, worst, worstBound, at }: Run) {
  return {
    ...{ pid, phase, seed, total, bound, worst },
    settings: { ...settings, keep: settings.keep ?? false },
    worst_bound: worstBound,
    at: at.toISOString(),
  };
}

export const whyNotShape = z.object({
  why: z.string(),
  words: z.array(z.string()),
  kinds: z.array(z.string()).optional(),
  score: z.number().optional(),
  load: z.number().int().optional(),
  loss: z.number().optional(),
  worst: z.number().optional(),
  worst_now: z.number().optional(),
  instead: z.array(z.string()).optional(),
});
