import type { Prize, PrizeStructure } from '../../../calls/index.ts';

/** A dossier as it stands in the end; the rows of an outcome are of this shape. */
export interface Contender {
  readonly dossier: string;
  /** Code of the field. */
  readonly field: string | null;
  /** What it is ranked by, whole hundredths; null: nobody judged it. */
  readonly value: number | null;
  /** Among those it competes with, after what the council moved by hand; equal ones share it. Null: not ranked. */
  readonly place: number | null;
  readonly standing: 'stands' | 'failed' | 'unjudged';
  /** Whether the total is enough to be given anything. */
  readonly passes: boolean;
  /** False: may not be given a prize, for instance one of the own committee; true unless told. */
  readonly eligible?: boolean;
}

/** A prize that the council does not give, or not in full. */
export interface Withholding {
  readonly prize: string;
  /** Code of the field; null: overall, and of a special prize. */
  readonly field: string | null;
  /** How many are not given; null: all. */
  readonly places: number | null;
  readonly reason: string;
}

export interface PrizeQuestion {
  readonly structure: PrizeStructure;
  /** Codes of the fields in their order. */
  readonly fields: readonly string[];
  readonly contenders: readonly Contender[];
  readonly withheld: readonly Withholding[];
}

/** Those who compete for the same prizes: of a field, or everybody (null). */
export interface Contest {
  readonly field: string | null;
  readonly contenders: readonly Contender[];
}

/** The contests of the ladder; special prizes stand above all of them. */
export function contestsOf({ structure, fields, contenders }: PrizeQuestion): Contest[] {
  if (structure.per === 'overall') return [{ field: null, contenders }];
  return fields.map((field) => ({
    field,
    contenders: contenders.filter((one) => one.field === field),
  }));
}

export const ladder = ({ prizes }: PrizeStructure): Prize[] =>
  prizes.filter(({ special }) => !special);
export const specials = ({ prizes }: PrizeStructure): Prize[] =>
  prizes.filter(({ special }) => special);

/** Whether it may be given a prize at all. */
export const mayWin = ({ standing, passes, eligible, place, value }: Contender): boolean =>
  standing === 'stands' && passes && eligible !== false && place !== null && value !== null;

/** The floor in whole hundredths, as points are; null: none. */
export const floorOf = ({ floor }: Prize): number | null =>
  floor === null ? null : Math.round(floor * 100);

export function reaches({ value }: Contender, prize: Prize): boolean {
  const floor = floorOf(prize);
  return value !== null && (floor === null || value >= floor);
}
