export const commentings = ['none', 'optional', 'required'] as const;
/** Whether a judge says why beside the points. */
export type Commenting = (typeof commentings)[number];

export const partKinds = ['points', 'bands', 'gate', 'votes', 'note'] as const;
export type PartKind = (typeof partKinds)[number];

/** A row of points that are given for one degree of quality; both ends belong to it. */
export interface Band {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

interface PartBase {
  /** Stable within the rubric: marks are kept under it. */
  readonly key: string;
  readonly label: string;
  readonly help: string | null;
}

/** Points from 0 to `max` in steps. */
export interface PointsPart extends PartBase {
  readonly kind: 'points';
  readonly max: number;
  /** 0.25, 0.5, 1 …: no finer than hundredths. */
  readonly step: number;
  /** What the points count times; 1 as a rule. */
  readonly weight: number;
  readonly comment: Commenting;
}

/** A band first, then points inside it. */
export interface BandsPart extends PartBase {
  readonly kind: 'bands';
  /** From the highest to the lowest. */
  readonly bands: readonly Band[];
  readonly step: number;
  readonly weight: number;
  /** Whether 0 points here fail the dossier, whatever the total. */
  readonly zeroFails: boolean;
  readonly comment: Commenting;
}

/** A question of yes or no, without points; no fails the dossier. */
export interface GatePart extends PartBase {
  readonly kind: 'gate';
  readonly comment: Commenting;
}

/**
 * Votes of the organising committee, outside a judge's sheet: `max` × votes / the most votes that any
 * dossier of the phase had, rounded half up to `decimals` (0, 1 or 2).
 */
export interface VotesPart extends PartBase {
  readonly kind: 'votes';
  readonly max: number;
  readonly decimals: number;
}

export const noteReaders = ['author', 'council'] as const;
export type NoteReader = (typeof noteReaders)[number];

/** Words for the author or for the council, without points. */
export interface NotePart extends PartBase {
  readonly kind: 'note';
  readonly to: NoteReader;
  readonly required: boolean;
}

export type RubricPart = PointsPart | BandsPart | GatePart | VotesPart | NotePart;
/** Parts that give points on a judge's sheet. */
export type ScoredPart = PointsPart | BandsPart;

/** A score sheet: what is judged, and with how many points. */
export interface Rubric {
  /** Phases name it by this. */
  readonly key: string;
  readonly name: string;
  /** What it stands on; null for a sample or a sheet of one's own. */
  readonly basis: string | null;
  /** Least total, votes included; null: none. */
  readonly pass: number | null;
  readonly parts: readonly RubricPart[];
}

/** 2/3: at least so many; exactly two of three are enough. */
export interface Fraction {
  readonly parts: number;
  readonly of: number;
}

/** How a council decides by votes. */
export interface VotingRule {
  readonly key: string;
  readonly name: string;
  readonly basis: string | null;
  /** Whose votes are counted against: all members, or those who are present. */
  readonly of: 'members' | 'present';
  readonly share: Fraction;
  /** How many of the members have to be present; null: no matter. */
  readonly quorum: Fraction | null;
}

export const votingBases = ['members', 'present'] as const;

export const isScored = (part: RubricPart): part is ScoredPart =>
  part.kind === 'points' || part.kind === 'bands';
