import type { ObligationState } from '../../rounds/index.ts';

/** What became of one place that was written. */
export interface PlaceAnswer {
  readonly place: string;
  readonly outcome: 'saved' | 'unchanged' | 'conflict';
  /** The version that stands now. */
  readonly version: number;
  /** Of a conflict: what stands, by whom and since when. What was typed is kept under `rival`. */
  readonly stands: {
    readonly declared: number | null;
    readonly reason: string | null;
    readonly note: string | null;
    readonly words: string | null;
    readonly by: string | null;
    readonly at: string;
  } | null;
  readonly rival: string | null;
  /** Other rivals that wait at this place, also when it was saved. */
  readonly rivals: number;
}

/** The answer of every write into a form. */
export interface FormAnswer {
  readonly pid: string;
  readonly state: ObligationState;
  /** Of the form: what `version` of the next step is compared with. */
  readonly version: number;
  readonly places: readonly PlaceAnswer[];
}
