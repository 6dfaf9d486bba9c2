import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import {
  pickedCode,
  pickedName,
  type SetFilter,
  setFilters,
  yearBounds,
} from '../../../platform/records/narrowing.ts';
import type { Facets } from '../../organisations/index.ts';
import {
  allTitles,
  type DistinctionFilter,
  type DistinctionOrder,
  distinctionFacets,
} from '../queries/index.ts';
import { type Level, levels, type Recipient, recipients } from '../rules.ts';
import type { Titles } from '../schema.ts';
import { levelNames, recipientNames, words } from '../vi.ts';
import { pathOf } from './shared.ts';

const filters = ['q', 'danh-hieu', 'cap', 'cho', 'don-vi', 'nam'];
const sorts = {
  ngay: 'day',
  ten: 'recipient',
  'danh-hieu': 'title',
  'don-vi': 'organisation',
} as const;

/** What the address asks for, read against what there is. */
export interface Asked {
  readonly question: ListQuestion;
  readonly filter: DistinctionFilter;
  readonly titles: Titles;
  readonly facets: Facets;
}

/** Reads the question of the list; the export answers the same one. */
export async function askedOf(c: WebContext): Promise<Asked> {
  const { cx, place } = c.var;
  const shape = { filters, sorts: Object.keys(sorts), sort: '-ngay' };
  const question = listQuestion(pathOf(c), c.req.query(), shape);
  const titles = await allTitles(cx.db);
  const facets = await distinctionFacets(cx, place.organisationId);
  const { values } = question;
  const filter: DistinctionFilter = {
    under: place.organisationId,
    organisation: pickedCode(facets.organisations, values['don-vi']),
    title: values['danh-hieu'] || null,
    level: levels.find((level) => level === values.cap) ?? null,
    recipient: recipients.find((one) => one === values.cho) ?? null,
    ...yearBounds(values.nam),
    q: values.q ?? '',
  };
  return { question, filter, titles, facets };
}

/** The order of the rows, as the queries know it. */
export function orderOf({
  sort,
  descending,
}: ListQuestion): Omit<DistinctionOrder, 'page' | 'size'> {
  return { sort: sorts[sort as keyof typeof sorts], descending };
}

/** The filters that are set, each in words and with the address without it. */
export function filtersOf({ question, titles, facets }: Asked): SetFilter[] {
  return setFilters(question, {
    q: words.searchChip,
    'danh-hieu': (value) => titles.get(value)?.name ?? value,
    cap: (value) => levelNames[value as Level] ?? value,
    cho: (value) => recipientNames[value as Recipient] ?? value,
    'don-vi': (value) => pickedName(facets.organisations, value),
    nam: words.yearChip,
  });
}
