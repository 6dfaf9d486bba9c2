import {
  type EditionContent,
  hundredths,
  reviewingPhases,
  reviewOf,
  rubricOf,
  votesPoints,
} from '../../../calls/index.ts';
import type {
  CountedSheet,
  Cut,
  FailDecision,
  OutcomeInput,
  RankChange,
} from '../../rules/outcome/index.ts';

/** Votes of a dossier for one part of the rubric, as they were typed in. */
export interface TypedVotes {
  readonly dossier: string;
  readonly part: string;
  readonly votes: number;
}

/** What a phase is reckoned from; all keys are public ids. */
export interface PhaseFacts {
  readonly standing: readonly {
    readonly dossier: string;
    readonly number: string | null;
    readonly field: string | null;
  }[];
  readonly sheets: readonly CountedSheet[];
  readonly votes: readonly TypedVotes[];
  readonly fails: readonly FailDecision[];
  readonly changes: readonly RankChange[];
}

/** The lines of a phase: the way to the next one, or after the last one the ladder of prizes. */
export function cutsOf(content: EditionContent, phase: string): Cut[] {
  const phases = reviewingPhases(content.phases);
  const at = phases.findIndex(({ key }) => key === phase);
  const found = phases[at];
  if (found === undefined) return [];
  const { goes_on: places } = reviewOf(found);
  if (at < phases.length - 1) return places === null ? [] : [{ prize: null, places, floor: null }];
  const cuts: Cut[] = [];
  let sum = 0;
  for (const { key, quota, floor, special } of content.prizes.prizes) {
    if (special) continue;
    // From a prize without a limit on there is no line.
    if (quota === null) break;
    sum += quota;
    if (quota > 0)
      cuts.push({ prize: key, places: sum, floor: floor === null ? null : hundredths(floor) });
  }
  return cuts;
}

/**
 * What `reckon` takes, from the content of the edition and what was signed and typed in. The same facts give the
 * same input, whoever asks. @throws RangeError where nobody judges in the phase
 */
export function outcomeInput(
  content: EditionContent,
  phase: string,
  facts: PhaseFacts,
): OutcomeInput {
  const found = content.phases.find(({ key }) => key === phase);
  const rubric = rubricOf(content, phase);
  if (found === undefined || rubric === null) throw new RangeError(`nobody judges in ${phase}`);
  const { by, trim, spread } = reviewOf(found);
  const votes = votesOf(rubric.parts, facts.votes);
  return {
    phase,
    basis: by,
    trim,
    spread: spread === null ? null : hundredths(spread),
    pass: rubric.pass === null ? null : hundredths(rubric.pass),
    per: content.prizes.per,
    fields: content.fields.map(({ code }) => code),
    cuts: cutsOf(content, phase),
    entries: facts.standing
      .map((one) => ({ ...one, votes: votes.get(one.dossier) ?? 0 }))
      .sort((a, b) => (a.dossier < b.dossier ? -1 : 1)),
    sheets: facts.sheets,
    fails: facts.fails,
    changes: facts.changes,
  };
}

/** Points for votes by dossier, all parts together. */
function votesOf(
  parts: NonNullable<ReturnType<typeof rubricOf>>['parts'],
  typed: readonly TypedVotes[],
): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (const part of parts) {
    if (part.kind !== 'votes') continue;
    const own = typed.filter((one) => one.part === part.key);
    const most = own.reduce((top, { votes }) => Math.max(top, votes), 0);
    for (const { dossier, votes } of own)
      points.set(dossier, (points.get(dossier) ?? 0) + votesPoints(part, votes, most));
  }
  return points;
}
