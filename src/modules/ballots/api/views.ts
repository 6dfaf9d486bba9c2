import { z } from 'zod';
import { ballotKinds, ballotStates, type Paper } from '../rules.ts';
import { type Ballot, ballotWays } from '../schema.ts';

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
