/** Headcount of one organisation on a day. */
export interface Headcount {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  /** People, each once. */
  readonly people: number;
  /** Memberships at or below; more than `people` where somebody belongs to two. */
  readonly memberships: number;
  /** What was declared for the day; null when nothing was. */
  readonly declared: number | null;
}

export interface Share {
  /** Code of the group: an age band, a sex, a degree; the words of a field. */
  readonly key: string;
  readonly people: number;
}

export interface YearLine {
  readonly year: number;
  /** People on the last day of the year (today in the running one). */
  readonly people: number;
  readonly joined: number;
  readonly left: number;
}

export interface Census {
  readonly own: Headcount;
  /** Organisations directly below, the largest first. */
  readonly below: readonly Headcount[];
  readonly ages: readonly Share[];
  readonly genders: readonly Share[];
  readonly degrees: readonly Share[];
  readonly fields: readonly Share[];
  readonly growth: readonly YearLine[];
}
