import type { Day } from '../../../kernel/day.ts';
import type { ActivityData, ActivityRole, KindField } from '../rules.ts';

/** A kind of activity as it is stored. */
export interface ActivityKind {
  readonly code: string;
  readonly name: string;
  /** What one record is called in a button. */
  readonly noun: string;
  readonly topic: string;
  readonly fields: readonly KindField[];
  readonly sort: number;
  readonly active: boolean;
  /** Everybody may know that there was one, and when. */
  readonly public: boolean;
}

/** What everybody may know of an activity of a public kind. */
export interface PublicActivity {
  readonly pid: string;
  readonly title: string;
  readonly kind: string;
  readonly kindName: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly role: ActivityRole;
  readonly place: string | null;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationShort: string;
  readonly version: number;
  readonly createdAt: Date;
}

/** A record as the module's pages and doors read it. */
export interface Activity {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly role: ActivityRole;
  readonly place: string | null;
  readonly partners: string | null;
  readonly summary: string | null;
  readonly data: ActivityData;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export type Kinds = ReadonlyMap<string, ActivityKind>;
