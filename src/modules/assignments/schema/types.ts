import type { Edition } from '../../calls/index.ts';
import type { ConflictKind, SeatRole } from '../../councils/index.ts';

export const hows = ['solver', 'hand', 'whole'] as const;
/** solver: by a run; hand: by the office; whole: the whole council judges. */
export type How = (typeof hows)[number];

export const assignmentStates = ['active', 'recused', 'removed'] as const;
/** recused: the judge stands aside, which is no abstention; removed: taken away by a run or by hand. */
export type AssignmentState = (typeof assignmentStates)[number];

export const freedWays = ['ended', 'declined', 'seat', 'conflict'] as const;
/**
 * What ended an assignment by itself: the office ended the judge's part, the judge declined, there is no seat with a
 * vote any more, or a conflict stands.
 */
export type Freed = (typeof freedWays)[number];

/** What an assignment tells of its dossier. */
export interface AssignedDossier {
  readonly pid: string;
  readonly number: string | null;
  readonly title: string;
  readonly field: string | null;
}

/** That a judge judges a dossier in a phase. */
export interface Assignment {
  readonly id: string;
  readonly pid: string;
  readonly editionId: string;
  readonly councilId: string;
  /** Key of a reviewing phase of the edition. */
  readonly phase: string;
  readonly dossierId: string;
  readonly judgeId: string;
  readonly how: How;
  readonly state: AssignmentState;
  /** Null: it stands, or somebody or a run ended it. */
  readonly freed: Freed | null;
  readonly reason: string | null;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
  readonly runId: string | null;
  readonly version: number;
  readonly dossier: AssignedDossier;
  readonly judge: {
    readonly pid: string;
    readonly name: string;
    readonly title: string | null;
    readonly unit: string | null;
  };
}

export interface OpenedAssignment extends Assignment {
  readonly edition: Edition;
}

/** Whose assignments are wanted; what is left out: all. */
export interface AssignmentFilter {
  readonly editionId: string;
  readonly phase?: string;
  readonly councilId?: string;
  readonly judgeId?: string;
  readonly dossierId?: string;
  /** Left out: active ones; 'all': also those that ended. */
  readonly state?: AssignmentState | 'all';
}

/** A dossier that is judged in a phase. */
export interface Standing extends AssignedDossier {
  readonly id: string;
}

/** A judge who may be given dossiers: the seat has a vote, and was accepted. */
export interface Bench {
  readonly judgeId: string;
  readonly pid: string;
  readonly name: string;
  readonly title: string | null;
  readonly unit: string | null;
  readonly role: SeatRole;
  readonly expertise: readonly string[];
  readonly maxLoad: number | null;
}

/** Why a judge does not judge a dossier. */
export type WhyNot =
  | { readonly why: 'conflict'; readonly kinds: readonly ConflictKind[] }
  /** removed: taken away by hand. */
  | { readonly why: 'recused' | 'removed' | 'not_in_council' | 'not_standing' | 'assigned' }
  /** would_have: a new run would give it; no_run: nothing to choose, everybody judges everything, or too few. */
  | { readonly why: 'would_have' | 'no_run' }
  /** All places are taken by what stays; or some dossier would lack judges. */
  | { readonly why: 'judge_full' | 'dossier_full' | 'impossible' }
  | {
      readonly why: 'cost';
      readonly ofField: boolean;
      /** Points of the pair. */
      readonly score: number;
      /** Dossiers that the judge would have without it, and takes at most. */
      readonly load: number;
      readonly most: number | null;
      /** What the sum would lose. */
      readonly loss: number;
      /** Least sum of a dossier with it and without. */
      readonly worst: number;
      readonly worstNow: number;
      /** Names of those who would leave the dossier. */
      readonly instead: readonly string[];
    };

/** One run as a list shows it. */
export interface Run {
  readonly id: string;
  readonly pid: string;
  readonly councilId: string;
  readonly phase: string;
  readonly seed: number;
  readonly settings: RunSettings;
  readonly total: number;
  readonly bound: number;
  readonly worst: number | null;
  readonly worstBound: number | null;
  readonly at: Date;
}

export interface RunSettings {
  /** Judges of each dossier; null: the whole council. */
  readonly each: number | null;
  /** Loads differ by one at most, as far as the judges' own limits let them. */
  readonly balanced: boolean;
  /** How many of a dossier's judges have to know its field. */
  readonly experts: number;
  /** The share of the greatest sum that the floor may cost. */
  readonly share: number;
  /** All that was given stays, and only what is missing is given. */
  readonly keep?: boolean;
}
