import { type Day, makeDay, yearOf } from '../../kernel/day.ts';

export const structures = ['then', 'today'] as const;
/** Whose peers and what is below them: as it was on the day of the figures, or as it is today. */
export type Structure = (typeof structures)[number];

/** The day whose structure holds. */
export function structureDay(structure: Structure, on: Day, today: Day): Day {
  return structure === 'then' ? on : today;
}

/**
 * The day that a filter form means: the typed day, unless only the year was changed; then the last
 * day of that year, or today in the running year.
 */
export function chosenDay(
  typed: Day | null,
  year: number | null,
  yearBefore: number | null,
  today: Day,
): Day {
  const changed =
    year !== null && year !== yearBefore && (typed === null || yearOf(typed) !== year);
  if (!changed) return typed ?? today;
  return year === yearOf(today) ? today : (makeDay(year, 12, 31) ?? today);
}

/** Years to choose from, the latest first, back to the first one that makes sense. */
export function yearsToChoose(today: Day, chosen: Day, first: number): number[] {
  const last = Math.max(yearOf(today), yearOf(chosen));
  const from = Math.min(first, yearOf(chosen));
  return Array.from({ length: last - from + 1 }, (_, place) => last - place);
}
