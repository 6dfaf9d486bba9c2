import type { DossierState, Edition, Hundredths, Marks, Phase, Rubric } from '../../calls/index.ts';
import type { SeatRole } from '../../councils/index.ts';
import type { SheetState } from '../rules/index.ts';

export type { SheetState } from '../rules/index.ts';

/** Signed by the judge, or typed in by the secretariat from a signed paper. */
export type SignedHow = 'judge' | 'paper';

/** What was signed. */
export interface SignedVersion {
  /** 1 for the first time that the sheet was signed. */
  readonly number: number;
  /** 1 before, 2 and more after a discussion. */
  readonly round: number;
  /** Null for a dossier that came from a file. */
  readonly dossierVersion: number | null;
  /** Votes not included. */
  readonly points: Hundredths;
  readonly failed: boolean;
  readonly how: SignedHow;
  readonly reason: string | null;
  readonly signedAt: Date;
  readonly sha256: string;
}

/** With the text that was signed, for proofs. */
export interface ProvenVersion extends SignedVersion {
  readonly frozen: string;
  /** Ed25519 of `frozen` by a key of purpose 'receipt'. */
  readonly signature: string;
  readonly keyId: string;
}

/** What the text of a signed version says, as `frozenSheet` writes it. */
export interface FrozenSheet {
  readonly format: 'lientri.sheet/1';
  /** Random, so that nobody finds the points by trying hashes. */
  readonly salt: string;
  /** Public ids. */
  readonly edition: string;
  readonly assignment: string;
  readonly council: string;
  readonly judge: string;
  readonly dossier: {
    readonly pid: string;
    /** Of the version that was judged; null: it came from a file. */
    readonly version: number | null;
    readonly sha256: string | null;
  };
  /** Revision of the edition whose rubric this is. */
  readonly content: number;
  readonly phase: string;
  readonly number: number;
  readonly round: number;
  readonly rubric: Rubric;
  readonly marks: Marks;
  /** Exact decimal. */
  readonly points: string;
  readonly failed: boolean;
  readonly how: SignedHow;
  /** The server's instant. */
  readonly signed: string;
}

/** The edition of a sheet, as far as sheets need it. */
export type SheetEdition = Pick<
  Edition,
  'id' | 'pid' | 'code' | 'state' | 'revision' | 'content' | 'organisation'
>;

/** An assignment with its sheet: what a judge has to do, and how far it is. */
export interface Task {
  /** Id and public id of the assignment; the sheet has none of its own. */
  readonly id: string;
  readonly pid: string;
  readonly phase: string;
  readonly active: boolean;
  readonly council: { readonly id: string; readonly pid: string; readonly name: string };
  readonly judge: {
    readonly id: string;
    readonly pid: string;
    readonly name: string;
    readonly title: string | null;
    readonly email: string | null;
  };
  /** In the council of the assignment; null: the seat was taken away since. */
  readonly role: SeatRole | null;
  readonly dossier: {
    readonly id: string;
    readonly pid: string;
    readonly number: string | null;
    readonly title: string;
    readonly field: string | null;
    readonly state: DossierState;
    /** The version that holds; 0: none. */
    readonly submitted: number;
  };
  readonly state: SheetState;
  readonly working: Marks;
  readonly savedAt: Date | null;
  readonly round: number;
  /** Number of the version that holds; 0: none was signed. */
  readonly signed: number;
  /** Of the version that holds. */
  readonly points: Hundredths | null;
  readonly failed: boolean | null;
  readonly signedAt: Date | null;
  readonly how: SignedHow | null;
  /** The version that holds was signed under a rubric that counts otherwise: it is to be signed again. */
  readonly outdated: boolean;
  /** A conflict stands between judge and dossier: what is signed does not count. */
  readonly barred: boolean;
  /** Of the sheet; 0: nothing was written yet. */
  readonly version: number;
  readonly salt: string | null;
  /** The page that wrote last and its how-manieth request; null where that was no script. */
  readonly writer: string | null;
  readonly seq: number;
}

/** A task with its edition, phase and rubric: all that an act on it looks at. */
export interface OpenedTask extends Task {
  readonly edition: SheetEdition;
  readonly at: Phase;
  readonly rubric: Rubric;
}

/** A sheet of a phase with all that was signed, as results read it. */
export interface PhaseSheet {
  /** Of the assignment. */
  readonly id: string;
  readonly pid: string;
  readonly councilId: string;
  readonly judgeId: string;
  readonly dossierId: string;
  readonly state: SheetState;
  /**
   * Why what was signed does not count, and is not told here: a conflict stands between judge and dossier, or the
   * rubric counts otherwise now and the judge is to sign again. Null: nothing was signed, or it counts.
   */
  readonly leftOut: 'conflict' | 'rubric' | null;
  /** The version that holds, also while the sheet is open again; null: none counts. */
  readonly holds: ProvenVersion | null;
  /** All of them, the oldest first. */
  readonly versions: readonly ProvenVersion[];
}

/** Votes of one dossier for one part of the rubric. */
export interface DossierVotes {
  readonly dossierId: string;
  readonly part: string;
  readonly votes: number;
  readonly source: string;
  readonly typedAt: Date;
  readonly version: number;
}

export interface Reopening {
  readonly number: number;
  readonly round: number;
  /** edition: a change of the rubric. */
  readonly by: 'chair' | 'secretariat' | 'edition';
  readonly reason: string;
  readonly at: Date;
}

/** What a member said about a dossier. */
export interface ReviewComment {
  readonly pid: string;
  readonly judgeId: string;
  readonly name: string;
  readonly role: SeatRole | null;
  readonly text: string;
  readonly at: Date;
}
