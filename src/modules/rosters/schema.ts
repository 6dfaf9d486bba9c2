import type { SheetPlan } from '../spreadsheets/index.ts';

export type ImportState =
  | 'opened'
  | 'mapped'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed';

/** What became of the rows of an import; every row is counted in exactly one of the five last. */
export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly duplicates: number;
}

export const decisions = ['same', 'different', 'later'] as const;
export type Decision = (typeof decisions)[number];

export interface ImportOptions {
  /** The day of the roster: memberships that it tells of first begin on it. */
  readonly asOf: string;
  /** From how many points two records are proposed as the same human. */
  readonly likelyFrom: number;
  /** What is done with all pairs whose evidence has this pattern of codes. */
  readonly rules: Readonly<Record<string, Decision>>;
}

/** An import as it stands. `organisationId`, `id`, `runId` stay inside. */
export interface RosterImport {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly state: ImportState;
  readonly sheets: readonly SheetPlan[];
  readonly options: ImportOptions;
  readonly counts: Partial<ImportCounts>;
  readonly readTo: number;
  readonly runId: string | null;
  readonly requestedBy: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly version: number;
}
