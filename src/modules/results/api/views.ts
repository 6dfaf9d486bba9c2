import { z } from 'zod';
import type { Paper } from '../rules/ballots.ts';
import { ballotKinds, ballotStates } from '../rules/ballots.ts';
import { bases, type Outcome } from '../rules/outcome/index.ts';
import { type Allocation, allocationStates, type Ballot, ballotWays } from '../schema/index.ts';

const points = z.number().int().nullable().describe('Hundredths of a point: 8725 is 87.25');
const by = z.object({ mean: points, trimmed: points, calibrated: points });

const rowShape = z.object({
  dossier: z.string(),
  number: z.string().nullable(),
  field: z.string().nullable(),
  sheets: z.number().int(),
  points: by,
  votes: points,
  totals: by,
  ranks: by,
  mean_error: points,
  error: points,
  range: points,
  alarm: z.boolean(),
  failing: z.number().int(),
  asked: z.boolean(),
  standing: z.enum(['stands', 'failed', 'unjudged']),
  passes: z.boolean(),
  value: points,
  place: z.number().int().nullable(),
  tied: z.boolean(),
  moved: z.object({ place: z.number().int(), reason: z.string() }).nullable(),
});

export const outcomeShape = z.object({
  phase: z.string(),
  basis: z.enum(bases as ['mean', 'trimmed', 'calibrated']),
  groups: z.array(
    z.object({
      field: z.string().nullable(),
      comparable: z.boolean(),
      cuts: z.array(
        z.object({
          prize: z.string().nullable(),
          places: z.number().int(),
          tied: z.boolean(),
          close: z.array(z.string()),
        }),
      ),
      rows: z.array(rowShape),
    }),
  ),
});

/** Without what is told of judges. */
export function outcomeView({ phase, basis, groups }: Outcome) {
  return {
    phase,
    basis,
    groups: groups.map(({ field, comparable, cuts, rows }) => ({
      field,
      comparable,
      cuts: cuts.map(({ prize, places, tied, close }) => ({ prize, places, tied, close })),
      rows: rows.map(
        ({ trim: _, lowest: __, highest: ___, farthest: ____, meanError, ...row }) => ({
          ...row,
          mean_error: meanError,
        }),
      ),
    })),
  };
}

const count = z.number().int();
const tally = z.object({
  issued: count,
  collected: count,
  valid: count,
  blank: count,
  invalid: count,
  options: z.array(z.object({ yes: count, no: count, blank: count })),
});

export const ballotShape = z.object({
  pid: z.string(),
  council: z.string(),
  phase: z.string(),
  kind: z.enum(ballotKinds),
  subject: z.string(),
  most: count.nullable(),
  how: z.enum(ballotWays),
  rule: z.string(),
  state: z.enum(ballotStates),
  options: z.array(z.object({ label: z.string(), dossier: z.string().nullable() })),
  voters: z.array(
    z.object({ judge: z.string(), role: z.string(), present: z.boolean(), voted: z.boolean() }),
  ),
  result: z
    .object({
      members: count,
      present: count,
      quorate: z.boolean(),
      needed: count.nullable(),
      tally,
      options: z.array(z.object({ yes: count, no: count, blank: count, passed: z.boolean() })),
    })
    .nullable(),
  papers: z
    .array(z.object({ code: z.string(), choices: z.array(z.enum(['yes', 'no']).nullable()) }))
    .describe('Of a closed ballot, by code; empty before'),
  version: count,
});

export function ballotView(ballot: Ballot, papers: readonly Paper[]) {
  const { pid, council, phase, kind, subject, most, how, rule, state, result, version } = ballot;
  return {
    pid,
    council: council.pid,
    phase,
    kind,
    subject,
    most,
    how,
    rule: rule.key,
    state,
    options: ballot.options.map(({ label, dossier }) => ({ label, dossier: dossier?.pid ?? null })),
    voters: ballot.voters.map(({ pid: judge, role, present, voted }) => ({
      judge,
      role,
      present,
      voted,
    })),
    result,
    papers,
    version,
  };
}

export const allocationShape = z.object({
  pid: z.string(),
  edition: z.string(),
  phase: z.string(),
  state: z.enum(allocationStates),
  decision: z.string().nullable(),
  decided_on: z.string().nullable(),
  prizes: z.array(
    z.object({
      dossier: z.string(),
      number: z.string().nullable(),
      prize: z.string(),
      reason: z.string().nullable(),
      revoked_at: z.string().nullable(),
    }),
  ),
  version: count,
});

export function allocationView(allocation: Allocation) {
  const { pid, edition, phase, state, decision, decidedOn, prizes, version } = allocation;
  return {
    pid,
    edition: edition.pid,
    phase,
    state,
    decision,
    decided_on: decidedOn,
    prizes: prizes.map(({ dossier, prize, reason, revokedAt }) => ({
      dossier: dossier.pid,
      number: dossier.number,
      prize,
      reason,
      revoked_at: revokedAt?.toISOString() ?? null,
    })),
    version,
  };
}
