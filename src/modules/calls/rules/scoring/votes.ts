import type { Fraction, Rubric, VotesPart } from '../content/index.ts';
import { type Hundredths, halfUp, hundredths } from './types.ts';

/**
 * Points for votes: `max` × votes / `most`, rounded half up to the part's decimals. `most` is the most
 * that any dossier of the phase had; 0 where nobody had any.
 * @throws RangeError for votes that cannot be: no whole number, below zero, more than `most`
 */
export function votesPoints(
  { max, decimals }: Pick<VotesPart, 'max' | 'decimals'>,
  votes: number,
  most: number,
): Hundredths {
  const whole = Number.isSafeInteger(votes) && Number.isSafeInteger(most);
  if (!whole || votes < 0 || votes > most) throw new RangeError(`${votes} of ${most} votes`);
  if (most === 0) return 0;
  const unit = 10 ** (2 - decimals);
  return halfUp(hundredths(max) * votes, most * unit) * unit;
}

/** Sheet points (of one judge, or the council's mean) and the points for votes by key of the part. */
export const totalOf = (
  { parts }: Pick<Rubric, 'parts'>,
  points: Hundredths,
  votes: Readonly<Record<string, Hundredths>> = {},
): Hundredths =>
  parts.reduce((sum, { kind, key }) => sum + (kind === 'votes' ? (votes[key] ?? 0) : 0), points);

/** Whether a total is enough; exactly the least is. Always where none is set. */
export const passes = ({ pass }: Pick<Rubric, 'pass'>, total: Hundredths): boolean =>
  pass === null || total >= hundredths(pass);

/** Whether so many are enough of so many: exact, without rounding; never of nobody. */
export const reaches = (yes: number, all: number, { parts, of }: Fraction): boolean =>
  all > 0 && yes * of >= all * parts;

/** The least number that is enough of so many: 5 of 7 for 2/3. */
export const leastOf = (all: number, { parts, of }: Fraction): number =>
  Math.ceil((all * parts) / of);
