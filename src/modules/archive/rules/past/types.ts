/** What a past edition can contradict itself in. The first eight are those of the module `checks`. */
export const pastCodes = [
  'sum',
  'part_exceeds_whole',
  'share',
  'share_total',
  'missing_value',
  'not_a_number',
  'negative',
  'fraction',
  'total_unlike_rows',
  'field_unknown',
  'twice',
] as const;
export type PastCode = (typeof pastCodes)[number];

/** A place that contradicts others: a JSON Pointer or the address of a cell. `data` fills the words. */
export interface Contradiction {
  readonly code: PastCode;
  readonly path: string;
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A figure and where it stands; `value` null where nothing or no number is written. */
export interface Figure {
  readonly path: string;
  readonly value: number | null;
  /** As it is written. */
  readonly stated: number | string | null;
}

export interface PastField {
  readonly name: string;
  readonly path: string;
  readonly entries: Figure | null;
  readonly percent: Figure | null;
  /** All prizes of the field. */
  readonly prizes: Figure | null;
  /** The same by the name of the prize, where it is told so. */
  readonly byPrize: readonly PastPrize[];
}

export interface PastPrize {
  readonly name: string;
  readonly path: string;
  readonly count: Figure;
}

/** One dossier of a list of dossiers. */
export interface PastDossier {
  readonly path: string;
  readonly title: string;
  readonly field: string;
  readonly authors: string;
  /** When they were born, in the order of the authors. */
  readonly births: string;
  readonly place: string;
  readonly prize: string;
  readonly year: string;
  readonly summary: string;
}

/** An edition of the past as a file tells it; what the file does not tell is null or empty. */
export interface PastEdition {
  readonly name: string;
  readonly entries: Figure | null;
  readonly fields: readonly PastField[];
  readonly prizes: readonly PastPrize[];
  readonly prizesTotal: Figure | null;
  readonly dossiers: readonly PastDossier[];
}
