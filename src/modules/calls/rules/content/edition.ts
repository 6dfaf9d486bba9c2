import type { Day } from '../../../../kernel/day.ts';
import type { PartialDate } from '../../../../kernel/partial-date.ts';
import type { Bounds, EntrantKind, FormField } from './form.ts';
import type { Phase } from './phases.ts';
import type { Rubric, VotingRule } from './rubrics.ts';

export const editionKinds = [
  'technical_contest',
  'youth_contest',
  'contest',
  'honour',
  'selection',
] as const;
export type EditionKind = (typeof editionKinds)[number];

/** One document that the edition stands on. */
export interface LegalBasis {
  /** '165/2006/QĐ-TTg' */
  readonly symbol: string;
  readonly title: string;
  readonly issued: PartialDate | null;
}

/** A field that is competed in; `code` is kept with the dossiers. */
export interface EditionField {
  readonly code: string;
  readonly name: string;
}

export const awardLevels = [
  'commune',
  'district',
  'province',
  'ministry',
  'nation',
  'international',
] as const;
export type AwardLevel = (typeof awardLevels)[number];

/** A prize that keeps a solution or a person out. */
export interface AwardExclusion {
  readonly level: AwardLevel;
  /** `own`: of this contest or honour alone; `any`: also of others. */
  readonly contests: 'own' | 'any';
  /** First year that counts; null: whenever it was. */
  readonly since: number | null;
}

export interface Eligibility {
  /** Days of birth, both inclusive; null: no bound on that side. */
  readonly born: { readonly first: Day | null; readonly last: Day | null } | null;
  /** Full years of work at least. */
  readonly worked: number | null;
  /** Years in which the solution was made, both inclusive. */
  readonly made: { readonly from: number | null; readonly to: number | null } | null;
  readonly awarded: readonly AwardExclusion[];
  /** Authors of a group. */
  readonly group: Bounds | null;
  /** Whether the representative agrees too for those of 16 and 17. */
  readonly representative: boolean;
}

export interface Prize {
  readonly key: string;
  readonly name: string;
  /** In đồng, for each prize; null: not told. */
  readonly money: number | null;
  /** How many in a field (or overall); null: without a limit. */
  readonly quota: number | null;
  /** Least score; null: none. */
  readonly floor: number | null;
  /** Whether it may be given to nobody. */
  readonly withheld: boolean;
  /** Outside the ladder: given over all fields, for instance the special prize. */
  readonly special: boolean;
}

export interface PrizeStructure {
  readonly per: 'field' | 'overall';
  /** From the highest to the lowest. */
  readonly prizes: readonly Prize[];
}

/** The organising committee; it numbers its documents and receipts by itself. */
export interface Committee {
  readonly name: string;
  /** As it stands in the numbers of its documents: 'BTCHT'. */
  readonly symbol: string;
  /** Before the number of a receipt: 'STKT8'. */
  readonly receipts: string;
}

export const organiserRoles = ['lead', 'standing', 'co'] as const;
export type OrganiserRole = (typeof organiserRoles)[number];

export interface Organiser {
  readonly name: string;
  readonly role: OrganiserRole;
}

/** All that an edition sets; what ships with the product is a sample. */
export interface EditionContent {
  readonly kind: EditionKind;
  readonly name: string;
  /** 8 of 'lần thứ VIII'; null: not counted. */
  readonly ordinal: number | null;
  readonly years: { readonly first: number; readonly last: number };
  readonly basis: readonly LegalBasis[];
  readonly fields: readonly EditionField[];
  readonly entrants: readonly EntrantKind[];
  readonly eligibility: Eligibility;
  readonly form: readonly FormField[];
  readonly phases: readonly Phase[];
  /** Score sheets; phases name them by key. */
  readonly rubrics: readonly Rubric[];
  /** How councils decide by votes; councils name them by key. */
  readonly voting: readonly VotingRule[];
  readonly prizes: PrizeStructure;
  readonly committee: Committee;
  readonly organisers: readonly Organiser[];
}

/** What all prizes cost when every quota is filled; null where a quota or an amount is open. */
export function prizeBudget({ prizes, fields }: EditionContent): number | null {
  let sum = 0;
  for (const { money, quota, special } of prizes.prizes) {
    if (quota === 0 || money === 0) continue;
    if (money === null || quota === null) return null;
    sum += money * quota * (prizes.per === 'field' && !special ? fields.length : 1);
  }
  return sum;
}
