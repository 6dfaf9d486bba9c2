import type { Day } from '../../kernel/day.ts';

/** What a site says of its organisation to everybody. */
export interface About {
  readonly founded: Day;
  /** The decision of its founding, from its first name. */
  readonly decision: string | null;
  readonly closed: Day | null;
  readonly facts: readonly {
    readonly kind: string;
    readonly label: string;
    readonly words: string | null;
    readonly from: Day;
  }[];
  readonly parents: readonly {
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
    readonly kind: string;
  }[];
}

/** An organisation that stands directly under another. */
export interface Child {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly special: boolean;
}

/** Declared headcounts, added over an organisation and all below it, each counted once. */
export interface Headcount {
  readonly members: number | null;
  readonly intellectuals: number | null;
  /** How many organisations have declared. */
  readonly declared: number;
  readonly latest: Day | null;
}

export interface HeadcountRow extends Headcount {
  readonly code: string;
  readonly name: string;
  /** Who declared, when all of it has one source. */
  readonly source: string | null;
}

export interface HistoryEntry {
  readonly day: Day;
  readonly what: 'founded' | 'renamed' | 'joined' | 'left' | 'members' | 'special' | 'closed';
  readonly title: string;
  readonly detail: string | null;
  /** For 'members': how many joined in that year. */
  readonly count: number;
}

export interface PublicDistinction {
  readonly pid: string;
  readonly title: string;
  readonly class: string | null;
  readonly giver: string | null;
  readonly decisionNo: string | null;
  readonly day: Day;
  readonly note: string | null;
}

export interface FoundOrganisation {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  /** The name that was found, when it is not the one of today. */
  readonly formerName: string | null;
  readonly parentName: string | null;
  readonly closed: Day | null;
  readonly here: boolean;
}

export interface FoundRecord {
  readonly pid: string;
  readonly title: string;
  readonly kind: string;
  readonly organisation: string;
  readonly day: Day;
}

export interface FoundPerson {
  readonly name: string;
  readonly distinctions: number;
  readonly grants: number;
}

export interface FoundMember {
  readonly pid: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly organisations: readonly string[];
}

export interface Found<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** There are more than `total`. */
  readonly atLeast?: boolean;
}

/** A subject of an event, as far as it can be named and opened today. */
export interface Subject {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  /** The end of its page's address, below the section of its type; null when it has no page to open. */
  readonly tail: string | null;
  readonly code: string | null;
  readonly live: boolean;
}

export interface LogChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly erased: boolean;
}

export interface LogEvent {
  readonly at: Date;
  readonly action: string;
  readonly actor: string | null;
  readonly actorLabel: string;
  readonly via: string;
  readonly organisation: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly reason: string | null;
  readonly changes: readonly LogChange[];
  /** Its place in the chain; null while it waits for the sealer. */
  readonly place: number | null;
}

export interface LogFilter {
  /** Words of a name, with or without dấu. */
  readonly who: string;
  readonly subjects: readonly string[] | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface ChainState {
  readonly sealed: number;
  readonly pending: number;
  readonly oldestPending: Date | null;
}

export interface LatestRecord {
  readonly type: 'activity' | 'distinction';
  readonly pid: string;
  readonly title: string;
  /** The kind of an activity. */
  readonly kind: string | null;
  readonly organisation: string;
  readonly day: Day;
}

export interface DeskFigures {
  readonly members: number;
  readonly activities: number;
  readonly distinctions: number;
}

export interface Letter {
  readonly pid: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly error: string | null;
}
