import type { DateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import type { AffiliationKind, FactMeasure } from '../rules/index.ts';

/** An organisation with the name it had on the day asked (or the nearest to it). */
export interface Organisation {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  /** From founding until the day after its last. */
  readonly during: DateRange;
  readonly accent: string | null;
  readonly seal: readonly string[] | null;
  readonly version: number;
}

/** A line of the directory. */
export interface ListedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly during: DateRange;
  /** Organisations that are members of it on the day. */
  readonly members: number;
  readonly special: boolean;
  readonly parentCode: string | null;
  readonly parentName: string | null;
}

export interface Affiliation {
  readonly id: string;
  readonly pid: string;
  readonly kind: AffiliationKind;
  readonly during: DateRange;
  readonly decision: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly childId: string;
  readonly childCode: string;
  readonly childKind: string;
  readonly childName: string;
  readonly parentId: string;
  readonly parentCode: string;
  readonly parentKind: string;
  readonly parentName: string;
}

export interface DatedName {
  readonly id: string;
  readonly pid: string;
  readonly name: string;
  readonly shortName: string;
  readonly during: DateRange;
  readonly decision: string | null;
}

export interface FactKind {
  readonly code: string;
  readonly label: string;
  readonly measure: FactMeasure;
  readonly unit: string | null;
  readonly help: string | null;
}

export interface Fact {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly kind: string;
  readonly label: string;
  readonly measure: FactMeasure;
  readonly unit: string | null;
  readonly amount: number | null;
  readonly words: string | null;
  readonly during: DateRange;
  readonly source: string | null;
  readonly note: string | null;
  readonly version: number;
}

/** One thing in the life of an organisation. */
export interface TimelineEntry {
  readonly day: Day;
  readonly what:
    | 'founded'
    | 'closed'
    | 'renamed'
    | 'joined'
    | 'left'
    | 'member_joined'
    | 'member_left'
    | 'fact';
  readonly title: string;
  readonly detail: string | null;
  readonly code: string | null;
}
