import type { Day } from '../../../kernel/day.ts';
import { parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
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
  type ActivityFilter,
  type ActivityOrder,
  activityFacets,
  allKinds,
} from '../queries/index.ts';
import { type ActivityRole, roles } from '../rules.ts';
import type { Kinds } from '../schema/index.ts';
import { roleNames, words } from '../vi.ts';
import { pathOf } from './shared.ts';

const filters = ['q', 'loai', 'don-vi', 'nam', 'tu', 'den', 'vai-tro'];
const sorts = { ngay: 'day', ten: 'title', 'don-vi': 'organisation' } as const;

/** What the address asks for, read against what there is. */
export interface Asked {
  readonly question: ListQuestion;
  readonly filter: ActivityFilter;
  readonly errors: Readonly<Record<string, string>>;
  readonly kinds: Kinds;
  readonly facets: Facets;
}

/** Reads the question of the list; the export answers the same one. */
export async function askedOf(c: WebContext): Promise<Asked> {
  const { cx, place } = c.var;
  const shape = { filters, sorts: Object.keys(sorts), sort: '-ngay' };
  const question = listQuestion(pathOf(c), c.req.query(), shape);
  const kinds = await allKinds(cx.db);
  const facets = await activityFacets(cx, place.organisationId);
  const { values } = question;
  const [from, to] = [readDay(values.tu), readDay(values.den)];
  const year = yearBounds(values.nam);
  const filter: ActivityFilter = {
    under: place.organisationId,
    organisation: pickedCode(facets.organisations, values['don-vi']),
    kind: values.loai || null,
    role: roles.find((role) => role === values['vai-tro']) ?? null,
    from: latest(from.day, year.from),
    to: earliest(to.day, year.to),
    q: values.q ?? '',
  };
  const errors = Object.fromEntries(
    [
      ['tu', from.error],
      ['den', to.error],
    ].filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return { question, filter, errors, kinds, facets };
}

/** The order of the rows, as the queries know it. */
export function orderOf({ sort, descending }: ListQuestion): Omit<ActivityOrder, 'page' | 'size'> {
  return { sort: sorts[sort as keyof typeof sorts], descending };
}

/** The filters that are set, each in words and with the address without it. */
export function filtersOf({ question, kinds, facets }: Asked): SetFilter[] {
  return setFilters(question, {
    q: words.searchChip,
    loai: (value) => kinds.get(value)?.name ?? value,
    'don-vi': (value) => pickedName(facets.organisations, value),
    nam: words.yearChip,
    tu: words.fromChip,
    den: words.toChip,
    'vai-tro': (value) => roleNames[value as ActivityRole] ?? value,
  });
}

function readDay(typed = ''): { day: Day | null; error: string | null } {
  if (typed === '') return { day: null, error: null };
  const read = parseVietnameseDate(typed);
  return 'ok' in read ? { day: read.ok, error: null } : { day: null, error: words.badDate(typed) };
}

const latest = (a: Day | null, b: Day | null): Day | null =>
  a === null || (b !== null && b > a) ? b : a;
const earliest = (a: Day | null, b: Day | null): Day | null =>
  a === null || (b !== null && b < a) ? b : a;
