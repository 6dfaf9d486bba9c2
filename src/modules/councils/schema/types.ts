import type { Edition, EditionState } from '../../calls/index.ts';
import type { Evidence } from '../rules/evidence.ts';

export const judgeStates = ['proposed', 'invited', 'accepted', 'declined', 'ended'] as const;
export type JudgeState = (typeof judgeStates)[number];

/** States in which somebody may have a seat. */
export const seatedStates: readonly JudgeState[] = ['proposed', 'invited', 'accepted'];

/** One human in one edition. */
export interface Judge {
  readonly id: string;
  readonly pid: string;
  readonly editionId: string;
  /** Id of the record in the registry; null: typed by hand. */
  readonly personId: string | null;
  /** Without titles. */
  readonly name: string;
  /** 'PGS.TS'. */
  readonly title: string | null;
  readonly unit: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly birth: string | null;
  readonly state: JudgeState;
  /** Codes of the edition's fields; empty: any. */
  readonly expertise: readonly string[];
  /** So many dossiers at most in one phase; null: no limit. */
  readonly maxLoad: number | null;
  readonly version: number;
  readonly invitedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
}

/** A judge with the edition, as a link or an address of the office opens it. */
export interface OpenedJudge extends Judge {
  readonly edition: Edition;
}

export interface Council {
  readonly id: string;
  readonly pid: string;
  readonly editionId: string;
  readonly name: string;
  /** Codes of the edition's fields; empty: all of them. */
  readonly fields: readonly string[];
  /** Keys of reviewing phases; empty: all of them. */
  readonly phases: readonly string[];
  /** Key of the edition's voting rule. */
  readonly voting: string | null;
  readonly decision: string | null;
  readonly decidedOn: string | null;
  readonly version: number;
}

export interface OpenedCouncil extends Council {
  readonly edition: Edition;
}

export const seatRoles = ['chair', 'vice', 'secretary', 'critic', 'member'] as const;
export type SeatRole = (typeof seatRoles)[number];

/** A seat with its judge, who is proposed, invited or accepted. */
export interface Seat {
  readonly id: string;
  readonly pid: string;
  readonly councilId: string;
  readonly judgeId: string;
  readonly role: SeatRole;
  /** Whether it has a vote. */
  readonly votes: boolean;
  readonly judge: Pick<
    Judge,
    'pid' | 'name' | 'title' | 'unit' | 'email' | 'state' | 'expertise' | 'maxLoad'
  >;
}

export const relations = ['family', 'supervisor', 'coauthor', 'unit', 'other'] as const;
export type Relation = (typeof relations)[number];

/** Whom or what a judge declared to be related to. */
export interface DeclaredRelation {
  readonly pid: string;
  readonly judgeId: string;
  readonly relation: Relation;
  readonly name: string | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
}

export const conflictKinds = [
  'author',
  'same_unit',
  'nominating_unit',
  'committee',
  'coauthor',
  'co_award',
  'supervisor',
  'family',
  'declared',
  'other',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const conflictStates = ['found', 'upheld', 'dismissed'] as const;
/** found: nobody looked at it yet, it counts; upheld: it counts; dismissed: it does not. */
export type ConflictState = (typeof conflictStates)[number];

export const conflictSources = ['registry', 'declared', 'office'] as const;
export type ConflictSource = (typeof conflictSources)[number];

/** A judge who must not judge a dossier, and why. */
export interface BlockingConflict {
  readonly judgeId: string;
  readonly dossierId: string;
  readonly kinds: readonly ConflictKind[];
  /** Also what the judge signed does not count: `conflictStands`. */
  readonly stands: boolean;
}

/** A conflict with its judge and dossier, as the office sees it. */
export interface ListedConflict {
  readonly id: string;
  readonly pid: string;
  readonly judgeId: string;
  readonly kind: ConflictKind;
  readonly source: ConflictSource;
  readonly evidence: readonly Evidence[];
  /** Whether something of it leaves no doubt who it is. */
  readonly sure: boolean;
  readonly state: ConflictState;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** Name of the account; null where it is gone, or nobody decided. */
  readonly decidedBy: string | null;
  readonly foundAt: Date;
  readonly version: number;
  readonly organisationId: string;
  readonly edition: { readonly pid: string; readonly state: EditionState };
  readonly judge: Pick<Judge, 'pid' | 'name' | 'title' | 'unit'>;
  readonly dossier: {
    readonly pid: string;
    readonly number: string | null;
    readonly title: string;
    readonly field: string | null;
  };
}

export interface ConflictFilter {
  readonly state?: ConflictState | null;
  readonly kind?: ConflictKind | null;
  readonly source?: ConflictSource | null;
  /** True: only where it is sure who it is; false: only where it may be somebody of the same name. */
  readonly sure?: boolean | null;
  /** Public ids. */
  readonly judge?: string | null;
  readonly dossier?: string | null;
  readonly q?: string;
}
