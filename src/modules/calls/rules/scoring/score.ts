import { type BandsPart, isScored, type Rubric, type ScoredPart } from '../content/index.ts';
import { type Hundredths, halfUp, hundredths, type Marks } from './types.ts';

/** What one sheet comes to. */
export interface Score {
  /** Sum of `byPart`; votes are not in it. */
  readonly points: Hundredths;
  /** A gate was answered with no, or 0 points stand where 0 fails. */
  readonly failed: boolean;
  /** Keys of the parts that fail it. */
  readonly why: readonly string[];
  /** Weighted, by key of the scored parts; null where no number was given. */
  readonly byPart: Readonly<Record<string, Hundredths | null>>;
}

/** Points times weight, each part rounded half up to hundredths: what is shown adds up to the total. */
const weighted = (points: number, { weight }: ScoredPart): Hundredths =>
  halfUp(hundredths(points) * hundredths(weight), 100);

/**
 * What a sheet comes to, as far as it is filled in: what is missing counts nothing. Whether it may be
 * signed is `checkMarks`.
 */
export function scoreOf(rubric: Rubric, marks: Marks): Score {
  const byPart = Object.fromEntries(
    rubric.parts.filter(isScored).map((part) => {
      const points = marks[part.key]?.points;
      const given = typeof points === 'number' && points >= 0;
      return [part.key, given ? weighted(points, part) : null];
    }),
  );
  const why = rubric.parts
    .filter((part) => {
      const mark = marks[part.key];
      if (part.kind === 'gate') return mark?.answer === false;
      return part.kind === 'bands' && part.zeroFails && mark?.points === 0;
    })
    .map(({ key }) => key);
  const points = Object.values(byPart).reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { points, failed: why.length > 0, why, byPart };
}

/** The most points of a part of bands, unweighted. */
export const topOf = ({ bands }: Pick<BandsPart, 'bands'>): number =>
  bands.reduce((most, { to }) => Math.max(most, to), 0);

/** The most that a part gives, weight included. */
export function partMax(part: Rubric['parts'][number]): Hundredths {
  if (part.kind === 'points') return weighted(part.max, part);
  if (part.kind === 'bands') return weighted(topOf(part), part);
  return part.kind === 'votes' ? hundredths(part.max) : 0;
}

/** The most that a judge's sheet comes to: without votes. */
export const sheetMax = ({ parts }: Pick<Rubric, 'parts'>): Hundredths =>
  parts.filter(isScored).reduce((sum, part) => sum + partMax(part), 0);

/** The most that a dossier comes to: sheet and votes. */
export const rubricMax = ({ parts }: Pick<Rubric, 'parts'>): Hundredths =>
  parts.reduce((sum, part) => sum + partMax(part), 0);
