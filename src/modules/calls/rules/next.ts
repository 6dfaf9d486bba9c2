import { addYears, type Day } from '../../../kernel/day.ts';
import type { EditionContent } from './content/index.ts';

/**
 * The edition after this one, to begin with: the next ordinal and years, windows of birth and of making
 * moved by as many years. Days and seconds of the phases are open again, since nobody has set them.
 */
export function nextEdition(content: EditionContent): EditionContent {
  const { ordinal, years, eligibility, phases } = content;
  const later = years.last - years.first + 1;
  const day = (one: Day | null) => (one === null ? null : addYears(one, later));
  const year = (one: number | null) => (one === null ? null : one + later);
  const { born, made } = eligibility;
  return {
    ...content,
    ordinal: ordinal === null ? null : ordinal + 1,
    years: { first: years.first + later, last: years.last + later },
    eligibility: {
      ...eligibility,
      born: born === null ? null : { first: day(born.first), last: day(born.last) },
      made: made === null ? null : { from: year(made.from), to: year(made.to) },
    },
    phases: phases.map((phase) => ({ ...phase, opens: null, closes: null })),
  };
}
