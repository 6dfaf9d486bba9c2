import { addDays, type Day, makeDay, partsOf } from '../../../kernel/day.ts';
import { daysOf, type PartialDate } from '../../../kernel/partial-date.ts';

/** Full years at which other consents are due. */
const turns = [7, 16, 18];

/**
 * The next day after `on` on which somebody may reach an age that asks for other consents; null when
 * everybody is past them, or nothing is known of the birth and so nothing changes.
 */
export function nextTurn(births: readonly (PartialDate | null)[], on: Day): Day | null {
  const days = births
    .filter((birth) => birth !== null)
    .flatMap((birth) => {
      const { first, last } = daysOf(birth);
      // A partial date leaves the younger age behind on the birthday of the last day that it may be.
      return turns.flatMap((age) => [birthday(first, age), birthday(last, age)]);
    })
    .filter((day) => day > on)
    .sort();
  return days[0] ?? null;
}

/** Who was born on 29/02 is a year older on 01/03 of a common year. */
function birthday(birth: Day, age: number): Day {
  const { year, month, day } = partsOf(birth);
  return makeDay(year + age, month, day) ?? addDays(makeDay(year + age, month, 28)!, 1);
}
