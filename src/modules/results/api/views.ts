import { z } from 'zod';
import { bases, type Outcome } from '../rules/outcome/index.ts';
import { type Allocation, allocationStates } from '../schema/index.ts';

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
          floor: points,
          above: z.number().int(),
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
      cuts: cuts.map(({ prize, places, floor, above, tied, close }) => ({
        prize,
        places,
        floor,
        above,
        tied,
        close,
      })),
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
  withheld: z.array(
    z.object({ prize: z.string(), field: z.string().nullable(), reason: z.string() }),
  ),
  taken_back: z
    .object({ decision: z.string(), decided_on: z.string(), reason: z.string(), at: z.string() })
    .nullable(),
  version: count,
});

export function allocationView(allocation: Allocation) {
  const { pid, edition, phase, state, decision, decidedOn, prizes, version } = allocation;
  const { withheld, takenBack } = allocation;
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
    withheld,
    taken_back:
      takenBack === null
        ? null
        : {
            decision: takenBack.decision,
            decided_on: takenBack.decidedOn,
            reason: takenBack.reason,
            at: takenBack.at.toISOString(),
          },
    version,
  };
}
