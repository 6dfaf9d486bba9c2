import type { EditionContent, Phase } from '../../calls/index.ts';
import type { Council } from '../schema/index.ts';

type Covering = Pick<Council, 'fields' | 'phases'>;

/** The phases in which judges judge by a rubric, in their order. */
export const reviewingPhases = ({ phases }: Pick<EditionContent, 'phases'>): Phase[] =>
  phases.filter(
    ({ permits, rubric }) =>
      rubric !== null && permits.some(({ who, may }) => who === 'judge' && may.includes('judge')),
  );

/** Whether a council judges dossiers of a field in a phase. No field: only those of all fields. */
export const judgesThere = (
  { fields, phases }: Covering,
  field: string | null,
  phase: string,
): boolean =>
  (fields.length === 0 || (field !== null && fields.includes(field))) &&
  (phases.length === 0 || phases.includes(phase));

/** The councils that judge dossiers of a field in a phase, in their order. `phase` is the key of one. */
export function councilsFor<C extends Covering>(
  edition: Pick<EditionContent, 'phases'>,
  councils: readonly C[],
  field: string | null,
  phase: string,
): C[] {
  if (!reviewingPhases(edition).some(({ key }) => key === phase)) return [];
  return councils.filter((council) => judgesThere(council, field, phase));
}
