import { total } from './means.ts';
import type { Hundredths } from './round.ts';

/** How far the judges of one dossier are from each other. */
export interface Spread {
  /** Highest − lowest. */
  readonly range: Hundredths;
  /** The range is above the limit: the council has to discuss the dossier. */
  readonly alarm: boolean;
  /** Who is farthest from the mean of the others; all of them where several are as far, by key. Empty when all agree. */
  readonly farthest: readonly string[];
}

/** `limit` in hundredths, still allowed itself; null: no alarm. Null of fewer than two sheets. */
export function spreadOf(
  sheets: readonly { readonly judge: string; readonly points: number }[],
  limit: Hundredths | null,
): Spread | null {
  if (sheets.length < 2) return null;
  const points = sheets.map((sheet) => sheet.points);
  const sum = total(points);
  // points − mean of the others = (n × points − sum) ÷ (n − 1): compared without dividing.
  const distance = (one: number): number => Math.abs(sheets.length * one - sum);
  const farthest = Math.max(...points.map(distance));
  const range = Math.max(...points) - Math.min(...points);
  return {
    range,
    alarm: limit !== null && range > limit,
    farthest: sheets
      .filter((sheet) => range > 0 && distance(sheet.points) === farthest)
      .map(({ judge }) => judge)
      .sort(),
  };
}
