import { type EditionContent, isReviewing, type Phase, type Rubric } from '../content/index.ts';
import { same } from '../diff/changes.ts';

/** The rubric of a phase in which judges judge, by its key; null where nobody judges. */
export function rubricOf(
  { phases, rubrics }: Pick<EditionContent, 'phases' | 'rubrics'>,
  phase: string | Phase,
): Rubric | null {
  const found = typeof phase === 'string' ? phases.find(({ key }) => key === phase) : phase;
  if (found === undefined || !isReviewing(found)) return null;
  return rubrics.find(({ key }) => key === found.rubric) ?? null;
}

// What a mark has to fit, and what it comes to.
const scoring = ({ parts }: Rubric): unknown =>
  Object.fromEntries(
    parts.flatMap((part): [string, unknown][] => {
      const { key, kind } = part;
      if (kind === 'points')
        return [[key, { kind, max: part.max, step: part.step, weight: part.weight }]];
      if (kind === 'bands') {
        const bands = part.bands.map(({ from, to }) => ({ from, to }));
        const { step, weight, zeroFails } = part;
        return [[key, { kind, bands, step, weight, zeroFails }]];
      }
      if (kind === 'votes') return [[key, { kind, max: part.max, decimals: part.decimals }]];
      return kind === 'gate' ? [[key, { kind }]] : [];
    }),
  );

/**
 * Whether sheets of one rubric count the same by the other: same parts, ranges, weights and what fails.
 * Names, order, comments, notes and the least total may differ.
 */
export const scoresAlike = (a: Rubric, b: Rubric): boolean => same(scoring(a), scoring(b));
