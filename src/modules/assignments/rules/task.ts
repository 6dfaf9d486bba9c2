/** The pair may not be made: a conflict. */
export const FORBIDDEN = -1;
/** Largest whole score that is taken: sums over all pairs stay exact. */
export const MOST_SCORE = 20_000_000;
/** More pairs than this are not kept in memory. */
export const MOST_PAIRS = 60_000_000;

/** Every dossier needs so many judges out of a group of its own (experts of its field). */
export interface Experts {
  /** A row of `judges` for each dossier: 1 where the judge is of its group. */
  readonly of: Uint8Array;
  /** How many each dossier needs at least. */
  readonly least: Int32Array;
}

/** Who may judge what. Dossiers and judges are told by their places, 0 … */
export interface Task {
  readonly dossiers: number;
  readonly judges: number;
  /** A row of `judges` for each dossier: whole, 0 … MOST_SCORE, or FORBIDDEN. */
  readonly scores: Int32Array;
  /** Judges that each dossier needs. */
  readonly each: Int32Array;
  /** Dossiers that each judge takes, at least and at most. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly experts: Experts | null;
  /** What a dossier has already from pairs that stay as they are; added to its sum where the floor is asked. */
  readonly base: Float64Array;
}

/** The judges of each dossier: `chosen[dossier]` in order of their places. */
export type Chosen = readonly (readonly number[])[];

export interface Pair {
  readonly dossier: number;
  readonly judge: number;
}

export function scoreOf(task: Task, dossier: number, judge: number): number {
  return task.scores[dossier * task.judges + judge]!;
}

export function isExpert(task: Task, dossier: number, judge: number): boolean {
  return task.experts === null || task.experts.of[dossier * task.judges + judge] === 1;
}

/** What the judges of a dossier have for it, with what it has already. */
export function sumOf(task: Task, dossier: number, judges: readonly number[]): number {
  let sum = task.base[dossier]!;
  for (const judge of judges) sum += scoreOf(task, dossier, judge);
  return sum;
}

/** The sum over all pairs, without what stays as it is. */
export function totalOf(task: Task, chosen: Chosen): number {
  let total = 0;
  for (let dossier = 0; dossier < chosen.length; dossier++)
    total += sumOf(task, dossier, chosen[dossier]!) - task.base[dossier]!;
  return total;
}

/** The least that a dossier has. Infinity without dossiers. */
export function worstOf(task: Task, chosen: Chosen): number {
  let worst = Number.POSITIVE_INFINITY;
  for (let dossier = 0; dossier < chosen.length; dossier++)
    worst = Math.min(worst, sumOf(task, dossier, chosen[dossier]!));
  return worst;
}

export function loadsOf(task: Task, chosen: Chosen): Int32Array {
  const loads = new Int32Array(task.judges);
  for (const judges of chosen) for (const judge of judges) loads[judge]! += 1;
  return loads;
}
