import { type Ranked, ranked, type Valued } from './ranks.ts';
import type { Hundredths } from './round.ts';

/** A dossier beside the line between those who win and those who do not. */
export interface AtLine extends Ranked {
  /** Above the line by points, below it, or on it: as many points as one on the other side. */
  readonly side: 'in' | 'out' | 'line';
  /** Points above (negative: below) the nearest dossier on the other side; null: nobody is there. */
  readonly distance: Hundredths | null;
  /** Not to be told from the line: the distance is within what chance in the judging does. */
  readonly close: boolean;
}

export interface CutLine {
  /** All dossiers from the highest to the lowest. */
  readonly dossiers: readonly AtLine[];
  /** Those on the line itself, of whom the points cannot choose; and the places left for them. */
  readonly tied: readonly string[];
  readonly places: number;
  /** An error was unknown: only equal points could be told to be close. */
  readonly known: boolean;
}

export interface CutSettings {
  readonly winners: number;
  /** How many standard errors of a difference count as nothing; 1 unless told. */
  readonly z?: number;
  /** Standard error of the difference of two dossiers; null: unknown. */
  readonly errorBetween: (one: string, other: string) => number | null;
}

/**
 * Who is close to the line after the best `winners`: each of the best beside the best of the others, each
 * of the others beside the last of the best. Without a line (nobody wins, or everybody) nobody is close.
 */
export function cutLine(
  values: readonly Valued[],
  { winners, z = 1, errorBetween }: CutSettings,
): CutLine {
  const all = ranked(values);
  const last = winners > 0 ? all[winners - 1] : undefined;
  const next = winners >= 0 ? all[winners] : undefined;
  const line = last !== undefined && last.value === next?.value ? last.value : null;
  // Of several with the same points beside the line none stands for the others: the largest error counts.
  const lasts = all.filter(({ value }, at) => at < winners && value === last?.value);
  const nexts = all.filter(({ value }, at) => at >= winners && value === next?.value);
  let known = true;
  const dossiers = all.map((one, at): AtLine => {
    const inside = at < winners;
    const other = inside ? next : last;
    const side = one.value === line ? 'line' : inside ? 'in' : 'out';
    if (last === undefined || other === undefined)
      return { ...one, side, distance: null, close: false };
    const distance = one.value - other.value;
    if (distance === 0) return { ...one, side, distance, close: true };
    const errors = (inside ? nexts : lasts).map(({ dossier }) =>
      errorBetween(one.dossier, dossier),
    );
    if (errors.includes(null)) known = false;
    const error = Math.max(...errors.map((each) => each ?? 0));
    return { ...one, side, distance, close: Math.abs(distance) <= z * error };
  });
  const tied = dossiers.filter(({ side }) => side === 'line').map(({ dossier }) => dossier);
  const above = dossiers.filter(({ side }) => side === 'in').length;
  return { dossiers, tied, places: tied.length === 0 ? 0 : winners - above, known };
}
