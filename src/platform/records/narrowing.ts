import type { Day } from '../../kernel/day.ts';
import type { ListQuestion } from '../forms/list.ts';
import { type Pickable, pick } from '../forms/pick.ts';

// What a list is narrowed to by its address, as its page tells it.

/** A filter that is set, with the address of the list without it. */
export interface SetFilter {
  readonly name: string;
  readonly label: string;
  readonly removeHref: string;
}

/** The filters that are set, in the order of `shown`, which says each value in words. */
export function setFilters(
  question: ListQuestion,
  shown: Readonly<Record<string, (value: string) => string>>,
): SetFilter[] {
  return Object.entries(shown).flatMap(([name, label]) => {
    const value = question.values[name] ?? '';
    if (value === '') return [];
    return [{ name, label: label(value), removeHref: question.href({ [name]: null }) }];
  });
}

/**
 * The first filter without which something would be found: at most one count for each filter.
 * `without` gives, for the name of each filter, the change that takes it off; the first is tried first.
 */
export async function fewerFilters<Change>(
  set: readonly SetFilter[],
  without: Readonly<Record<string, Change>>,
  count: (change: Change) => Promise<number>,
): Promise<(SetFilter & { readonly total: number }) | null> {
  for (const [name, change] of Object.entries(without)) {
    const filter = set.find((one) => one.name === name);
    if (filter === undefined) continue;
    const total = await count(change);
    if (total > 0) return { ...filter, total };
  }
  return null;
}

/** First and last day of a year as typed in an address; nulls when it is none. */
export function yearBounds(typed = ''): { readonly from: Day | null; readonly to: Day | null } {
  if (!/^\d{4}$/.test(typed)) return { from: null, to: null };
  return { from: `${typed}-01-01`, to: `${typed}-12-31` };
}

/** The code meant by a filter: null when it is empty, and nobody's where it means no option. */
export function pickedCode(options: readonly Pickable[], typed = ''): string | null {
  if (typed === '') return null;
  const picked = pick('', options, typed);
  // A name that is nobody's finds nothing, rather than everything.
  return 'code' in picked ? picked.code : '-';
}

/** The name of the option that was meant, or what was typed. */
export function pickedName(options: readonly Pickable[], typed: string): string {
  const code = pickedCode(options, typed);
  return options.find((option) => option.code === code)?.name ?? typed;
}

/** The same question asked of another address, such as the workbook of the list. */
export function sameQuestion(question: ListQuestion, path: string): string {
  const query = question.href().split('?')[1];
  return query === undefined ? path : `${path}?${query}`;
}
