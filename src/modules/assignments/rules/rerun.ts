import type { Shortage } from './shortage.ts';
import { type Answer, type Problem, solve } from './solve.ts';
import { type Experts, FORBIDDEN, type Pair } from './task.ts';

/** All that an answer hangs on besides the seed, with public ids; kept with the run, so that anybody can run it again. */
export interface RunInput {
  /** Judges of each dossier; null: everybody who may judges everything. */
  readonly each: number | null;
  readonly balanced: boolean;
  /** How many of a dossier's judges have to know its field, as far as there are any. */
  readonly experts: number;
  /** Share of the greatest sum that the floor may cost. */
  readonly share: number;
  readonly dossiers: readonly { readonly pid: string; readonly field: string | null }[];
  /** `most`: dossiers that the judge takes at most; null: any number. */
  readonly judges: readonly {
    readonly pid: string;
    readonly most: number | null;
    /** Codes of fields. */
    readonly expertise: readonly string[];
  }[];
  /** A row for each dossier: whole points, −1 where the pair may not be made. */
  readonly scores: readonly (readonly number[])[];
  /** Places of dossier and judge of the pairs that stay as they are. */
  readonly fixed: readonly (readonly [dossier: number, judge: number])[];
}

/** Raised by every change of the rules that gives other answers to the same question. */
export const SOLVER = 2;

export interface RunOutput {
  /** Which solver answered. */
  readonly solver: number;
  /** Public ids of dossier and judge. */
  readonly pairs: readonly (readonly [dossier: string, judge: string])[];
  readonly total: number;
  /** No assignment has a greater sum. */
  readonly bound: number;
  readonly worst: number;
  readonly worst_bound: number;
  readonly short: readonly RunShortage[];
}

/** As `Shortage`, with the public id of the dossier. */
export type RunShortage = Omit<Shortage, 'dossier'> & {
  readonly dossier: string;
  readonly dossiers?: number;
  readonly asked?: number;
  readonly room?: number;
};

/** The same answer each time. */
export function rerun(input: RunInput, seed: number): RunOutput {
  const problem = problemOf(input);
  const answer = input.each === null ? everybody(problem) : solve(problem, settingsOf(input, seed));
  const pids = input.dossiers.map(({ pid }) => pid);
  return {
    solver: SOLVER,
    pairs: answer.chosen.flatMap((judges, dossier) =>
      judges.map((judge) => [pids[dossier]!, input.judges[judge]!.pid] as const),
    ),
    total: answer.total,
    bound: answer.bound,
    worst: answer.worst,
    worst_bound: answer.worstBound,
    short: answer.short.map((one) => ({ ...one, dossier: pids[one.dossier]! })),
  };
}

export const settingsOf = ({ share, balanced }: RunInput, seed: number) => ({
  ...{ seed, share, balanced },
  limit: null,
});

/** The input as the solver takes it. */
export function problemOf(input: RunInput): Problem {
  const { dossiers, judges, scores, fixed, each } = input;
  return {
    dossiers: dossiers.length,
    judges: judges.length,
    scores: Int32Array.from(scores.flat()),
    each: each ?? judges.length,
    most: Int32Array.from(judges, ({ most }) => most ?? dossiers.length),
    experts: input.experts > 0 && each !== null ? expertsOf(input) : null,
    fixed: fixed.map(([dossier, judge]): Pair => ({ dossier, judge })),
  };
}

/** Who knows a dossier's field; it needs no more of them than there are. */
function expertsOf({ dossiers, judges, scores, fixed, experts, each }: RunInput): Experts {
  const of = new Uint8Array(dossiers.length * judges.length);
  const least = new Int32Array(dossiers.length);
  const held = new Set(fixed.map(([dossier, judge]) => dossier * judges.length + judge));
  dossiers.forEach(({ field }, dossier) => {
    let many = 0;
    judges.forEach(({ expertise }, judge) => {
      const pair = dossier * judges.length + judge;
      if (field === null || !expertise.includes(field)) return;
      of[pair] = 1;
      if (scores[dossier]![judge]! !== FORBIDDEN || held.has(pair)) many++;
    });
    least[dossier] = Math.min(experts, many, each ?? 0);
  });
  return { of, least };
}

/** Everybody who may judges everything: there is nothing to choose. */
function everybody({ dossiers, judges, scores, fixed }: Problem): Answer {
  const held = new Set(fixed.map(({ dossier, judge }) => dossier * judges + judge));
  let total = 0;
  let worst = Number.POSITIVE_INFINITY;
  const chosen = Array.from({ length: dossiers }, (_, dossier) => {
    const all: number[] = [];
    let sum = 0;
    for (let judge = 0; judge < judges; judge++) {
      const pair = dossier * judges + judge;
      if (scores[pair]! === FORBIDDEN && !held.has(pair)) continue;
      all.push(judge);
      sum += Math.max(0, scores[pair]!);
    }
    total += sum;
    worst = Math.min(worst, sum);
    return all;
  });
  const least = dossiers === 0 ? 0 : worst;
  return {
    chosen,
    total,
    bound: total,
    expected: null,
    worst: least,
    worstBound: least,
    short: [],
  };
}
