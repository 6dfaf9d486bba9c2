import type { Edition } from '../../calls/index.ts';

export const allocationStates = ['draft', 'proposed', 'approved', 'published'] as const;
export type AllocationState = (typeof allocationStates)[number];

export interface AllocatedPrize {
  readonly dossier: {
    readonly id: string;
    readonly pid: string;
    readonly number: string | null;
    readonly title: string;
    readonly field: string | null;
  };
  /** Key of the edition's prize. */
  readonly prize: string;
  readonly reason: string | null;
  /** The award was taken off again after the approval. */
  readonly revokedAt: Date | null;
}

/** Why a prize is given to nobody. */
export interface WithheldPrize {
  /** Key of the edition's prize. */
  readonly prize: string;
  /** Code of the field; null: over all fields. */
  readonly field: string | null;
  readonly reason: string;
}

/** A decision that holds no more. */
export interface TakenBack {
  readonly decision: string;
  readonly decidedOn: string;
  /** Whether everybody was told of it. */
  readonly published: boolean;
  readonly reason: string;
  readonly at: Date;
}

export interface Allocation {
  readonly id: string;
  readonly pid: string;
  readonly edition: Edition;
  readonly phase: string;
  readonly state: AllocationState;
  readonly decision: string | null;
  readonly decidedOn: string | null;
  readonly returned: string | null;
  readonly version: number;
  readonly proposedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly publishedAt: Date | null;
  /** From the highest prize to the lowest, by field and number. */
  readonly prizes: readonly AllocatedPrize[];
  readonly withheld: readonly WithheldPrize[];
  /** The newest decision on it that was taken back. */
  readonly takenBack: TakenBack | null;
}

export interface MinutesContent {
  readonly held_on: string | null;
  /** Times of day as typed: '8 giờ 00'. */
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  readonly guests: string | null;
  readonly proceedings: string | null;
  readonly conclusion: string | null;
  /** Members who were not there; left out: it was not noted. */
  readonly absent?: readonly Absence[];
}

/** A member who was not at a meeting. */
export interface Absence {
  /** Public id of the judge. */
  readonly judge: string;
  readonly reason: string | null;
}

export interface Minutes {
  readonly id: string;
  readonly pid: string;
  readonly councilId: string;
  readonly phase: string;
  readonly content: MinutesContent;
  readonly state: 'draft' | 'signed';
  readonly sha256: string | null;
  readonly signedAt: Date | null;
  readonly version: number;
}

/** A number of the committee's own series. */
export interface PaperNumber {
  readonly paper: string;
  readonly councilId: string | null;
  readonly ballotId: string | null;
  readonly phase: string | null;
  readonly type: string;
  readonly number: number;
  readonly symbol: string;
  readonly signedOn: string;
  readonly signer: string;
  readonly position: string;
  readonly authority: 'TM.' | 'KT.' | 'TL.' | 'Q.' | 'TUQ.' | null;
  readonly authorityOf: string | null;
}
