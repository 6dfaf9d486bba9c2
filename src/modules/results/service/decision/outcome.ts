import type { Cx } from '../../../../platform/cx.ts';
import type { Edition } from '../../../calls/index.ts';
import { judgesOf } from '../../../councils/index.ts';
import { type PhaseSheet, sheetsOf, votesOf } from '../../../reviews/index.ts';
import {
  failDecisions,
  rankChanges,
  type StandingDossier,
  standingDossiers,
} from '../../queries/index.ts';
import {
  type CountedSheet,
  type Outcome,
  type OutcomeInput,
  reckon,
} from '../../rules/outcome/index.ts';
import { outcomeInput } from './inputs.ts';

/** A phase as it stands now: what it was reckoned from and what it comes to. */
export interface PhaseOutcome {
  readonly dossiers: readonly StandingDossier[];
  readonly sheets: readonly PhaseSheet[];
  readonly input: OutcomeInput;
  readonly outcome: Outcome;
}

/**
 * What a phase comes to at this moment; whoever asks: ask for the right to see points before. Seven queries.
 * @throws RangeError where nobody judges in the phase
 */
export async function outcomeOf(
  cx: Cx,
  edition: Pick<Edition, 'id' | 'content'>,
  phase: string,
): Promise<PhaseOutcome> {
  const dossiers = await standingDossiers(cx, edition, phase);
  const sheets = await sheetsOf(cx, edition.id, phase);
  const votes = await votesOf(cx, edition.id, phase);
  const judges = new Map((await judgesOf(cx, edition.id)).map(({ id, pid }) => [id, pid]));
  const pids = new Map(dossiers.map(({ id, pid }) => [id, pid]));
  const input = outcomeInput(edition.content, phase, {
    standing: dossiers.map(({ pid, number, field }) => ({ dossier: pid, number, field })),
    sheets: countedSheets(sheets, pids, judges),
    votes: votes.flatMap(({ dossierId, part, votes: many }) => {
      const dossier = pids.get(dossierId);
      return dossier === undefined ? [] : [{ dossier, part, votes: many }];
    }),
    fails: await failDecisions(cx, edition.id, phase),
    changes: await rankChanges(cx, edition.id, phase),
  });
  return { dossiers, sheets, input, outcome: reckon(input) };
}

/** The sheets that count: of dossiers that stand, in the version that holds. */
export function countedSheets(
  sheets: readonly PhaseSheet[],
  dossiers: ReadonlyMap<string, string>,
  judges: ReadonlyMap<string, string>,
): CountedSheet[] {
  return sheets.flatMap(({ pid, dossierId, judgeId, holds }) => {
    const [dossier, judge] = [dossiers.get(dossierId), judges.get(judgeId)];
    if (holds === null || dossier === undefined || judge === undefined) return [];
    const { points, failed, round } = holds;
    return [{ assignment: pid, dossier, judge, points, failed, round }];
  });
}
