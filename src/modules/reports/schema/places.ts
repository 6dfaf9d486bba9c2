import type { Issue } from '../../../kernel/issue.ts';
import type { TemplateRow, TemplateSection } from '../../templates/index.ts';

export const placeStates = ['open', 'returned', 'accepted'] as const;
export type PlaceState = (typeof placeStates)[number];

/** Words about a form or a place of it. */
export interface Message {
  readonly pid: string;
  /** Key of a row or a section; null: the whole form. */
  readonly place: string | null;
  /** `remark`: its own leader sent it back. */
  readonly kind: 'return' | 'answer' | 'remark';
  readonly words: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly settled: boolean;
}

/** What somebody typed over a change that he had not seen. */
export interface Rival {
  readonly pid: string;
  readonly place: string;
  readonly declared: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly words: string | null;
  readonly by: string;
  readonly at: string;
}

export interface FormCell {
  readonly row: TemplateRow;
  /** What is declared; null: nothing yet. 1 and 0 for yes and no. */
  readonly declared: number | null;
  /** What the records say now; null: nothing known, or no indicator. */
  readonly derived: number | null;
  /** What those below declared and was accepted, added up; null where adding makes no sense. */
  readonly below: number | null;
  /** How many of those below `below` is made of. */
  readonly belowOf: number;
  /** The same row of the period before, as accepted, else from the records; null: not known. */
  readonly previous: number | null;
  /** Code of the period that `previous` is of. */
  readonly previousPeriod: string | null;
  /**
   * Stands in the field while nothing is declared, and is declared by sending: derived, else below, else
   * 0 where there is `nothing`.
   */
  readonly offered: number | null;
  /** A sum of which nothing happened in the period: no record at all. */
  readonly nothing: boolean;
  readonly reason: string | null;
  readonly note: string | null;
  readonly state: PlaceState;
  /** 0 while nothing was written. */
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  /** Declared is not what the records say, both as printed. */
  readonly differs: boolean;
  readonly editable: boolean;
  readonly issues: readonly Issue[];
  readonly messages: readonly Message[];
  readonly rivals: readonly Rival[];
  /** Path under /vp/{place}/ of the records behind `derived`; null when there is none to open. */
  readonly records: string | null;
}

export interface FormNarrative {
  readonly words: string;
  /** `words` with their figures filled in. */
  readonly shown: string;
  readonly state: PlaceState;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  readonly editable: boolean;
  readonly issues: readonly Issue[];
  readonly messages: readonly Message[];
  readonly rivals: readonly Rival[];
  /** Sentences with their figures filled in, for choosing; `source` is what is inserted. */
  readonly sentences: readonly { readonly source: string; readonly shown: string }[];
}

export interface FormSection {
  readonly section: TemplateSection;
  /** Of a narrative. */
  readonly narrative: FormNarrative | null;
  /** Of a table. */
  readonly cells: readonly FormCell[];
}
