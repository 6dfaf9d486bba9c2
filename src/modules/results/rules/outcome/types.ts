import type { Calibration, Hundredths, WithoutJudge } from '../../../../kernel/scores/index.ts';

export type Basis = 'mean' | 'trimmed' | 'calibrated';
export const bases: readonly Basis[] = ['mean', 'trimmed', 'calibrated'];

/** A dossier that stands in the phase. All keys are public ids. */
export interface Entry {
  readonly dossier: string;
  /** Receipt number; null: it has none. */
  readonly number: string | null;
  /** Code of the field. */
  readonly field: string | null;
  /** Points for votes, all parts together. */
  readonly votes: Hundredths;
}

/** The sheet of a judge for a dossier that counts: the one that was signed last. */
export interface CountedSheet {
  readonly assignment: string;
  readonly dossier: string;
  readonly judge: string;
  readonly points: Hundredths;
  readonly failed: boolean;
  readonly round: number;
}

/** What the council said of a dossier that some sheets fail. */
export interface FailDecision {
  readonly dossier: string;
  readonly fails: boolean;
  readonly reason: string;
}

/** A place given by hand; null: back to the place of the points. In the order in which they were made. */
export interface RankChange {
  readonly dossier: string;
  readonly place: number | null;
  readonly reason: string;
}

/** A line under the first so many of a group: a prize of the ladder, or the way to the next round. */
export interface Cut {
  /** Key of the prize; null: who goes on. */
  readonly prize: string | null;
  /** How many stand above it at most: with all lines before it. */
  readonly places: number;
  /** Least total for it; null: none. */
  readonly floor: Hundredths | null;
}

export interface OutcomeInput {
  readonly phase: string;
  readonly basis: Basis;
  /** Sheets that the trimmed mean leaves out on each side. */
  readonly trim: number;
  /** Highest − lowest above which the council discusses; null: never. */
  readonly spread: Hundredths | null;
  /** Least total; null: none. */
  readonly pass: Hundredths | null;
  /** Fields are ranked by themselves, or all together. */
  readonly per: 'field' | 'overall';
  /** Codes of the fields in their order. */
  readonly fields: readonly string[];
  readonly cuts: readonly Cut[];
  readonly entries: readonly Entry[];
  readonly sheets: readonly CountedSheet[];
  readonly fails: readonly FailDecision[];
  readonly changes: readonly RankChange[];
}

/** stands: is ranked; failed: its sheets or the council fail it; unjudged: nobody signed a sheet. */
export type Standing = 'stands' | 'failed' | 'unjudged';

/** By each way of counting: null where nobody judged. */
export type By = Readonly<Record<Basis, Hundredths | null>>;

export interface OutcomeRow {
  readonly dossier: string;
  readonly number: string | null;
  readonly field: string | null;
  readonly sheets: number;
  /** Points of the judges, without votes. */
  readonly points: By;
  /** How many sheets the trimmed mean left out on each side here. */
  readonly trim: number;
  readonly votes: Hundredths;
  /** With votes. */
  readonly totals: By;
  /** Among those of the group that stand; null: not ranked. */
  readonly ranks: By;
  /** Standard errors beside dossiers of the same linked judges; null: unknown. */
  readonly meanError: Hundredths | null;
  readonly error: Hundredths | null;
  readonly lowest: Hundredths | null;
  readonly highest: Hundredths | null;
  /** Highest − lowest; null of fewer than two sheets. */
  readonly range: Hundredths | null;
  readonly alarm: boolean;
  /** Judges who are farthest from the others. */
  readonly farthest: readonly string[];
  /** Sheets that fail it. */
  readonly failing: number;
  /** Some sheets fail it, not most, and the council has not said anything. */
  readonly asked: boolean;
  readonly standing: Standing;
  /** Whether the total is enough. */
  readonly passes: boolean;
  /** What it is ranked by. */
  readonly value: Hundredths | null;
  /** Where it stands in the end; equal points share a place. Null: not ranked. */
  readonly place: number | null;
  readonly tied: boolean;
  /** The change by hand that holds. */
  readonly moved: { readonly place: number; readonly reason: string } | null;
}

export interface OutcomeCut extends Cut {
  /** How many stand above it: as many as it has places, fewer where nobody else reaches its floor. */
  readonly above: number;
  /** In the final order the line goes through dossiers that share a place. */
  readonly tied: boolean;
  /**
   * By points alone, whatever was moved by hand: not to be told from the line within one standard error. Nobody where a
   * floor draws the line: it asks for a figure, and compares no dossiers.
   */
  readonly close: readonly string[];
  /** An error was unknown: only equal points could be told to be close. */
  readonly known: boolean;
}

export interface OutcomeGroup {
  /** Code of the field; null: all together. */
  readonly field: string | null;
  /** In their final order; those who are not ranked at the end. */
  readonly rows: readonly OutcomeRow[];
  readonly cuts: readonly OutcomeCut[];
  /** All its dossiers are linked by judges in common: calibrated points may be compared. */
  readonly comparable: boolean;
}

export interface Outcome {
  readonly phase: string;
  readonly basis: Basis;
  readonly calibration: Omit<Calibration, 'errorBetween' | 'dossiers'>;
  readonly groups: readonly OutcomeGroup[];
  /**
   * Who would be above the last line of a group (the key is the field, '' for all together) had one judge not
   * judged; by points alone.
   */
  readonly without: readonly WithoutJudge[];
}
