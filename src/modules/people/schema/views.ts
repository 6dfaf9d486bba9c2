import type { Day } from '../../../kernel/day.ts';
import type { PartialDate } from '../../../kernel/partial-date.ts';

export interface Person {
  readonly id: string;
  readonly pid: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

export const genders = ['male', 'female', 'other'] as const;
export type Gender = (typeof genders)[number];

export const membershipKinds = ['full', 'associate', 'honorary'] as const;
export type MembershipKind = (typeof membershipKinds)[number];

/** What is kept of a person, without what is sensitive. */
export interface PersonFacts extends Person {
  readonly gender: Gender | null;
  readonly birthDate: PartialDate | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  /** Codes, the highest first. */
  readonly degrees: readonly string[];
  readonly field: string | null;
  readonly workplace: string | null;
  readonly job: string | null;
  readonly address: string | null;
  readonly note: string | null;
}

export interface Membership {
  readonly id: string;
  readonly pid: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly branch: string | null;
  readonly joined: PartialDate | null;
  readonly kind: MembershipKind;
  readonly cardNumber: string | null;
  /** Half-open: the first day, and the first day no longer a member. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly leftReason: string | null;
  readonly note: string | null;
  readonly version: number;
}

/** A person of a list with the memberships that the list is about. */
export interface Member extends PersonFacts {
  readonly memberships: readonly Membership[];
}

export interface Post {
  readonly id: string;
  readonly pid: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly title: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly decision: string | null;
  readonly version: number;
}

export const purposes = ['contact', 'mailing', 'directory', 'photo', 'share_national'] as const;
export type Purpose = (typeof purposes)[number];

/** What holds for one purpose today. */
export interface Consent {
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly source: string | null;
  readonly givenAt: Date;
}

/** One person in full, as the actor may see it. */
export interface PersonRecord extends PersonFacts {
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly keeperId: string | null;
  readonly keeperCode: string | null;
  readonly keeperName: string | null;
  readonly memberships: readonly Membership[];
  readonly posts: readonly Post[];
  readonly consents: readonly Consent[];
}

export const personStates = ['now', 'left', 'all'] as const;
/** A member today; a member once but not today; whoever is known there. */
export type PersonState = (typeof personStates)[number];

export const personSorts = ['name', 'joined', 'birth'] as const;
export type PersonSort = (typeof personSorts)[number];

/** What a list of members is narrowed to; absent is not narrowed. */
export interface PersonFilter {
  /** Among these alone, by their inner ids. */
  readonly persons?: readonly string[] | undefined;
  /** Words of the name, with or without dấu. */
  readonly q?: string | undefined;
  /** 'now' when left out. */
  readonly state?: PersonState | undefined;
  /** Words of the branch and of the field of work, with or without dấu. */
  readonly branch?: string | undefined;
  readonly field?: string | undefined;
  readonly gender?: Gender | undefined;
  /** Years, both inclusive. */
  readonly bornFrom?: number | undefined;
  readonly bornTo?: number | undefined;
  readonly joinedFrom?: number | undefined;
  readonly joinedTo?: number | undefined;
  readonly degree?: string | undefined;
  readonly kind?: MembershipKind | undefined;
  readonly hasPhone?: boolean | undefined;
  readonly hasEmail?: boolean | undefined;
}
