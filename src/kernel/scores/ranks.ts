import type { Hundredths } from './round.ts';

/** A dossier with the points that it is ranked by. */
export interface Valued {
  readonly dossier: string;
  readonly value: Hundredths;
}

export interface Ranked extends Valued {
  /** 1 is the highest; equal points share a place, and the places they fill are left out (1, 2, 2, 4). */
  readonly rank: number;
  /** Others with the same points. */
  readonly tied: boolean;
}

/** From the highest to the lowest; those with equal points by key, which says nothing about them. */
export function ranked(values: readonly Valued[]): Ranked[] {
  const sorted = values.toSorted((a, b) => b.value - a.value || byKey(a.dossier, b.dossier));
  let rank = 0;
  return sorted.map(({ dossier, value }, at) => {
    const [before, after] = [sorted[at - 1]?.value, sorted[at + 1]?.value];
    if (before !== value) rank = at + 1;
    return { dossier, value, rank, tied: before === value || after === value };
  });
}

export const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
