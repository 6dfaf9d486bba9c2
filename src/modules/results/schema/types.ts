import type { Edition } from '../../calls/index.ts';
import type { SeatRole } from '../../councils/index.ts';
import type {
  BallotKind,
  BallotResult,
  BallotRule,
  BallotState,
  Paper,
  Tally,
} from '../rules/ballots.ts';

export const ballotWays = ['link', 'paper'] as const;
/** On the members' own pages, or on paper, counted by tellers. */
export type BallotWay = (typeof ballotWays)[number];

export interface BallotOption {
  readonly position: number;
  readonly label: string;
  readonly dossier: {
    readonly id: string;
    readonly pid: string;
    readonly number: string | null;
  } | null;
}

/** Somebody who is entitled: that they voted is known, what is not. */
export interface BallotVoter {
  readonly judgeId: string;
  readonly pid: string;
  readonly name: string;
  readonly role: SeatRole;
  readonly present: boolean;
  readonly voted: boolean;
}

export interface Ballot {
  readonly id: string;
  readonly pid: string;
  readonly council: { readonly id: string; readonly pid: string; readonly name: string };
  readonly edition: Pick<Edition, 'id' | 'pid' | 'code' | 'state' | 'content' | 'organisation'>;
  readonly phase: string;
  readonly kind: BallotKind;
  readonly subject: string;
  readonly most: number | null;
  readonly how: BallotWay;
  readonly rule: BallotRule;
  readonly state: BallotState;
  readonly tellers: readonly string[];
  /** Of a paper ballot. */
  readonly totals: Tally | null;
  readonly result: BallotResult | null;
  readonly reason: string | null;
  readonly version: number;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly options: readonly BallotOption[];
  readonly voters: readonly BallotVoter[];
}

/** The published papers of a closed ballot, by code. */
export type PublishedPapers = readonly Paper[];

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
