import type { BallotKind, BallotResult, BallotRule, Paper, Tally } from '../../ballots/index.ts';
import type { EditionContent } from '../../calls/index.ts';
import type { FailDecision, Outcome, RankChange } from '../../results/index.ts';
import type { PublicKey } from './signing.ts';

// What lies in a bundle. All keys of records are public ids; people are told by those of their seats.

export interface BundleEdition {
  readonly pid: string;
  readonly code: string;
  readonly organisation: { readonly code: string; readonly name: string };
  /** Of the content: what the edition set when the prizes were approved. */
  readonly revision: number;
  readonly content: EditionContent;
}

export interface BundleCouncil {
  readonly pid: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly phases: readonly string[];
  readonly voting: string | null;
  readonly decision: string | null;
  readonly decidedOn: string | null;
  readonly seats: readonly {
    readonly judge: string;
    readonly role: string;
    readonly votes: boolean;
  }[];
}

export interface BundleDossier {
  readonly pid: string;
  readonly number: string | null;
  readonly field: string | null;
  /** Of the version that was judged; null: it came from a file. */
  readonly version: number | null;
  readonly sha256: string | null;
}

/** One run of the assignment of judges, as the module `assignments` keeps it: enough to run it again. */
export interface BundleRun {
  readonly pid: string;
  readonly council: string;
  readonly phase: string;
  readonly seed: number;
  readonly input: unknown;
  readonly output: unknown;
}

export interface BundleAssignment {
  readonly pid: string;
  readonly council: string;
  readonly phase: string;
  readonly dossier: string;
  readonly judge: string;
  readonly how: string;
  readonly state: string;
}

/** A signed version of a sheet, word for word. */
export interface BundleSheet {
  readonly assignment: string;
  readonly phase: string;
  readonly number: number;
  /** It is the version that counts. */
  readonly holds: boolean;
  readonly frozen: string;
  readonly sha256: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface BundleVotes {
  readonly phase: string;
  readonly dossier: string;
  readonly part: string;
  readonly votes: number;
  readonly source: string;
}

export interface BundleBallot {
  readonly pid: string;
  readonly council: string;
  readonly phase: string;
  readonly kind: BallotKind;
  readonly subject: string;
  readonly most: number | null;
  readonly how: 'link' | 'paper';
  readonly rule: BallotRule;
  readonly options: readonly { readonly dossier: string | null; readonly label: string }[];
  readonly voters: readonly {
    readonly judge: string;
    readonly role: string;
    readonly present: boolean;
    readonly voted: boolean;
  }[];
  /** By code; null: it was on paper. */
  readonly papers: readonly Paper[] | null;
  readonly totals: Tally | null;
  readonly tellers: readonly string[];
  readonly result: BallotResult;
}

export interface BundleResult {
  readonly phase: string;
  /** Dossiers that stood in the phase, by public id. */
  readonly standing: readonly string[];
  readonly fails: readonly FailDecision[];
  readonly changes: readonly RankChange[];
  /** Reckoned from all of the above. */
  readonly outcome: Outcome;
}

export interface BundleAllocation {
  readonly pid: string;
  readonly phase: string;
  readonly decision: string;
  readonly decidedOn: string;
  readonly prizes: readonly {
    readonly dossier: string;
    readonly prize: string;
    readonly reason: string | null;
  }[];
  /** Why prizes are given to nobody; left out by bundles from before that was asked. */
  readonly withheld?: readonly {
    readonly prize: string;
    readonly field: string | null;
    readonly reason: string;
  }[];
  /** What the ranking proposes by itself. */
  readonly proposed: unknown;
}

export interface BundleMinutes {
  readonly council: string;
  readonly phase: string;
  readonly frozen: string;
  readonly sha256: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface BundleContent {
  readonly keys: readonly PublicKey[];
  readonly edition: BundleEdition;
  readonly councils: readonly BundleCouncil[];
  readonly dossiers: readonly BundleDossier[];
  readonly assignments: {
    readonly runs: readonly BundleRun[];
    readonly assignments: readonly BundleAssignment[];
  };
  readonly sheets: readonly BundleSheet[];
  readonly votes: readonly BundleVotes[];
  readonly ballots: readonly BundleBallot[];
  readonly results: readonly BundleResult[];
  readonly allocation: BundleAllocation;
  readonly minutes: readonly BundleMinutes[];
}
