import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type Phase, reviewOf } from '../../calls/index.ts';
import {
  type BlockingConflict,
  conflictsAmong,
  judgesThere,
  type OpenedCouncil,
} from '../../councils/index.ts';
import { assignmentsOf, benchOf, loadsElsewhere, standingIn } from '../queries/index.ts';
import { FORBIDDEN, pointsFor, type RunInput } from '../rules/index.ts';
import type { Assignment, Bench, PreviewInput, RunSettings, Standing } from '../schema/index.ts';
import { keptOf } from './kept.ts';

/** What a run of a council and phase is made from. */
export interface Given {
  readonly council: OpenedCouncil;
  readonly phase: Phase;
  readonly dossiers: readonly Standing[];
  /** Those who may be given dossiers, then those who only keep what they signed. */
  readonly judges: readonly Bench[];
  /** How many of them may be given dossiers. */
  readonly serving: number;
  /** Of the phase and edition, whatever their state. */
  readonly assignments: readonly Assignment[];
  /** Ids of those that stay. */
  readonly kept: ReadonlySet<string>;
  /** Ids of active ones that do not count: a conflict stands, and the dossier wants somebody else. */
  readonly leftOut: ReadonlySet<string>;
  readonly conflicts: readonly BlockingConflict[];
  readonly elsewhere: ReadonlyMap<string, number>;
}

/** The phase of the council's edition; null when it is none in which this council judges. */
export function phaseOf(council: OpenedCouncil, key: string): Phase | null {
  const phase = council.edition.content.phases.find((one) => one.key === key);
  const reviewing = phase?.rubric != null;
  const covers = council.phases.length === 0 || council.phases.includes(key);
  return phase !== undefined && reviewing && covers ? phase : null;
}

/**
 * `keep`: all that was given stays, also by a run, and only what is missing is given. Six queries, whatever there is.
 */
export async function givenFor(
  cx: Cx,
  council: OpenedCouncil,
  phase: Phase,
  keep = false,
): Promise<Given> {
  const { edition } = council;
  const all = await standingIn(cx, edition, phase.key);
  const dossiers = all.filter(({ field }) => judgesThere(council, field, phase.key));
  const bench = await benchOf(cx, council.id);
  const assignments = await assignmentsOf(cx, {
    ...{ editionId: edition.id, phase: phase.key },
    state: 'all',
  });
  const own = assignments.filter(
    ({ councilId, state }) => councilId === council.id && state === 'active',
  );
  const signed = await keptOf(
    cx,
    own.map(({ id }) => id),
  );
  const serving = new Set(bench.map(({ judgeId }) => judgeId));
  const former = own.filter(({ id, judgeId }) => signed.has(id) && !serving.has(judgeId));
  const judges = [...bench, ...formerBench(former)];
  const conflicts = await conflictsAmong(
    cx,
    judges.map(({ judgeId }) => judgeId),
    dossiers.map(({ id }) => id),
  );
  const standing = new Set(conflicts.filter(({ stands }) => stands).map(keyOf));
  const leftOut = idsOf(own.filter((one) => standing.has(keyOf(one))));
  const stays = ({ id, how, judgeId }: Assignment): boolean =>
    signed.has(id) || ((keep || how === 'hand') && serving.has(judgeId) && !leftOut.has(id));
  return {
    ...{ council, phase, dossiers, assignments, judges, conflicts, leftOut },
    kept: idsOf(own.filter(stays)),
    serving: bench.length,
    elsewhere: await loadsElsewhere(cx, edition.id, phase.key, council.id),
  };
}

const idsOf = (rows: readonly Assignment[]): ReadonlySet<string> =>
  new Set(rows.map(({ id }) => id));

/** Of a pair of ids. */
export const keyOf = ({ dossierId, judgeId }: { dossierId: string; judgeId: string }): string =>
  `${dossierId} ${judgeId}`;

/** The active assignments of the council in the phase. */
export const ownOf = ({ assignments, council }: Given): Assignment[] =>
  assignments.filter(({ councilId, state }) => councilId === council.id && state === 'active');

/** The dossiers that were given to judges of the council, and have fewer than the phase wants. */
export function wanting(given: Given): readonly Standing[] {
  const { each } = reviewOf(given.phase);
  if (each === null) return [];
  const ever = new Set(
    given.assignments
      .filter(({ councilId }) => councilId === given.council.id)
      .map(({ dossierId }) => dossierId),
  );
  const many = Map.groupBy(
    ownOf(given).filter(({ id }) => !given.leftOut.has(id)),
    ({ dossierId }) => dossierId,
  );
  return given.dossiers.filter(({ id }) => ever.has(id) && (many.get(id)?.length ?? 0) < each);
}

/** Judges who have no seat any more, and signed sheets that stay. */
function formerBench(former: readonly Assignment[]): Bench[] {
  const byJudge = Map.groupBy(former, ({ judgeId }) => judgeId);
  return [...byJudge].map(([judgeId, [{ judge } = former[0]!]]) => ({
    ...{ judgeId, role: 'member', expertise: [], maxLoad: null },
    ...{ pid: judge.pid, name: judge.name, title: judge.title, unit: judge.unit },
  }));
}

/** What keeps a council from being run at all. */
export function missing({ dossiers, serving, council, phase }: Given): Issue[] {
  const { edition } = council;
  if (edition.state !== 'open') return [issue('', 'edition_over')];
  if (dossiers.length === 0) return [issue('', 'assignment_no_dossiers')];
  if (serving === 0) return [issue('', 'assignment_no_judges')];
  const each = reviewOf(phase).each;
  if (each !== null && serving < each)
    return [issue('', 'assignment_few_judges', { judges: serving, each })];
  return [];
}

export function settingsFor(phase: Phase, input: PreviewInput): RunSettings & { seed: number } {
  return {
    each: reviewOf(phase).each,
    balanced: (input.loads ?? 'even') === 'even',
    experts: input.experts ?? 1,
    share: (input.share ?? 0.1) / 100,
    keep: input.keep,
    seed: input.seed ?? 1,
  };
}

/** What the solver is given: public ids, scores, and what stands. */
export function inputOf(given: Given, settings: RunSettings): RunInput {
  const { dossiers, judges, serving, council, assignments, kept, conflicts, elsewhere, leftOut } =
    given;
  const rows = new Map(dossiers.map(({ id }, at) => [id, at]));
  const places = new Map(judges.map(({ judgeId }, at) => [judgeId, at]));
  const scores = dossiers.map(({ field }) =>
    judges.map(({ expertise }, at) => (at < serving ? pointsFor(expertise, field) : FORBIDDEN)),
  );
  const bar = (dossierId: string, judgeId: string): void => {
    const row = rows.get(dossierId);
    const at = places.get(judgeId);
    if (row !== undefined && at !== undefined) scores[row]![at] = FORBIDDEN;
  };
  for (const { dossierId, judgeId } of conflicts) bar(dossierId, judgeId);
  for (const one of assignments) if (isBarred(one, council.id)) bar(one.dossierId, one.judgeId);
  const fixed = assignments.flatMap(({ id, dossierId, judgeId }) => {
    const row = rows.get(dossierId);
    const at = places.get(judgeId);
    return kept.has(id) && !leftOut.has(id) && row !== undefined && at !== undefined
      ? [[row, at] as const]
      : [];
  });
  return {
    ...settings,
    dossiers: dossiers.map(({ pid, field }) => ({ pid, field })),
    judges: judges.map(({ pid, judgeId, maxLoad, expertise }) => ({
      ...{ pid, expertise },
      most: maxLoad === null ? null : Math.max(0, maxLoad - (elsewhere.get(judgeId) ?? 0)),
    })),
    ...{ scores, fixed },
  };
}

/** A judge who stood aside or was taken away by hand is not given the dossier again; nor in two councils. */
function isBarred({ state, how, freed, councilId }: Assignment, own: string): boolean {
  if (state === 'active') return councilId !== own;
  return state === 'recused' || (councilId === own && how === 'hand' && freed === null);
}
