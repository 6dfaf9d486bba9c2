import { partsOf } from '../../../kernel/day.ts';
import { compareVietnamese } from '../../../kernel/vietnamese/sort.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { longestSelect, pick } from '../../../platform/forms/pick.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { pickedName, type SetFilter, setFilters } from '../../../platform/records/narrowing.ts';
import { organisationOptions, organisationsById } from '../../organisations/index.ts';
import { personRead } from '../policy.ts';
import { organisationsInView } from '../queries/index.ts';
import { degreeName } from '../rules/index.ts';
import type {
  Gender,
  MembershipKind,
  PersonFilter,
  PersonSort,
  PersonState,
} from '../schema/index.ts';
import { genderNames, membershipKindNames, stateNames, words } from '../vi.ts';
import { pathOf } from './shared.ts';

// What the address of the list asks for; other pages about the same members read the same words.

const filters = [
  'q',
  'don-vi',
  'tinh-trang',
  'gioi',
  'tuoi',
  'trinh-do',
  'chi-hoi',
  'linh-vuc',
  'sinh-tu',
  'sinh-den',
  'vao-tu',
  'vao-den',
  'loai',
  'dt',
  'thu',
];
const sorts: Readonly<Record<string, PersonSort>> = { ten: 'name', vao: 'joined', sinh: 'birth' };

export const stateWords: Readonly<Record<string, PersonState>> = {
  '': 'now',
  'da-ra': 'left',
  'tat-ca': 'all',
};
export const genderWords: Readonly<Record<string, Gender>> = {
  nam: 'male',
  nu: 'female',
  khac: 'other',
};
export const kindWords: Readonly<Record<string, MembershipKind>> = {
  'chinh-thuc': 'full',
  'lien-ket': 'associate',
  'danh-du': 'honorary',
};

interface Choice {
  readonly code: string;
  readonly name: string;
}

export interface AskedMembers {
  readonly question: ListQuestion;
  readonly filter: PersonFilter;
  readonly sort: PersonSort;
  /** The organisation whose members are asked for: the place, or one below it. */
  readonly under: string;
  /** Organisations to choose from; empty when they are too many for a list. */
  readonly organisations: readonly Choice[];
  readonly many: boolean;
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads the question of the list of members; exports, labels and letters answer the same one. */
export async function askedMembers(
  c: WebContext,
  path = pathOf(c),
  query: Readonly<Record<string, string | undefined>> = c.req.query(),
): Promise<AskedMembers> {
  const shape = { filters, sorts: Object.keys(sorts), sort: 'ten' };
  const question = listQuestion(path, query, shape);
  const { values } = question;
  const errors: Record<string, string> = {};
  const year = (name: string): number | undefined => {
    const typed = values[name] ?? '';
    if (typed === '') return undefined;
    if (/^\d{4}$/.test(typed)) return Number(typed);
    errors[name] = words.badYear(typed.slice(0, 20));
    return undefined;
  };
  const age = bornAt(values.tuoi ?? '', partsOf(c.var.cx.clock.today()).year);
  const here = await choicesHere(c, values['don-vi'] ?? '');
  return {
    question,
    sort: sorts[question.sort] ?? 'name',
    under: here.under,
    organisations: here.organisations,
    many: here.many,
    errors,
    filter: {
      q: values.q || undefined,
      state: stateWords[values['tinh-trang'] ?? ''] ?? 'now',
      gender: genderWords[values.gioi ?? ''],
      bornFrom: later(age.from, year('sinh-tu')),
      bornTo: earlier(age.to, year('sinh-den')),
      degree: values['trinh-do'] || undefined,
      branch: values['chi-hoi'] || undefined,
      field: values['linh-vuc'] || undefined,
      joinedFrom: year('vao-tu'),
      joinedTo: year('vao-den'),
      kind: kindWords[values.loai ?? ''],
      hasPhone: yesOrNo(values.dt),
      hasEmail: yesOrNo(values.thu),
    },
  };
}

const yesOrNo = (value: string | undefined): boolean | undefined =>
  value === 'co' ? true : value === 'chua' ? false : undefined;

const later = (a: number | undefined, b: number | undefined) =>
  a === undefined ? b : Math.max(a, b ?? a);
const earlier = (a: number | undefined, b: number | undefined) =>
  a === undefined ? b : Math.min(a, b ?? a);

// An age as offices count it: this year less the year of birth.
function bornAt(band: string, thisYear: number): { from?: number; to?: number } {
  const match = words.ages[band] === undefined ? null : /^(\d*)-(\d*)$/.exec(band);
  if (match === null) return {};
  const [, least = '', most = ''] = match;
  return {
    ...(most === '' ? {} : { from: thisYear - Number(most) }),
    ...(least === '' ? {} : { to: thisYear - Number(least) }),
  };
}

// A list of names only where they are few; what was typed is looked up among all.
async function choicesHere(c: WebContext, typed: string) {
  const { cx, place } = c.var;
  const ids = await organisationsInView(cx, personRead, place.organisationId);
  const many = ids.length > longestSelect;
  if (many && typed === '') return { under: place.organisationId, organisations: [], many };
  const all = many
    ? await organisationOptions(cx, personRead, place.organisationId, cx.clock.today())
    : await organisationsById(cx.db, ids, cx.clock.today());
  const picked = typed === '' ? null : pick('', all, typed);
  const code = picked !== null && 'code' in picked ? picked.code : null;
  const found = all.find((one) => one.code === code);
  // A name that is nobody's finds nobody, rather than everybody.
  const nobody = '00000000-0000-0000-0000-000000000000';
  return {
    under: typed === '' ? place.organisationId : (found?.id ?? nobody),
    organisations: all
      .map(({ code: value, name }) => ({ code: value, name }))
      .sort((a, b) => compareVietnamese(a.name, b.name)),
    many,
  };
}

/** The filters that are set, each in words and with the address without it. */
export function memberFilters({
  question,
  organisations,
}: Pick<AskedMembers, 'question' | 'organisations'>): SetFilter[] {
  const { chips } = words;
  const named =
    <K extends string>(codes: Readonly<Record<string, K>>, names: Readonly<Record<K, string>>) =>
    (value: string) => {
      const code = codes[value];
      return code === undefined ? value : names[code];
    };
  return setFilters(question, {
    q: chips.q,
    'don-vi': (value) => pickedName(organisations, value),
    'tinh-trang': named(stateWords, stateNames),
    gioi: named(genderWords, genderNames),
    tuoi: (value) => words.ages[value] ?? value,
    'trinh-do': degreeName,
    'chi-hoi': chips.branch,
    'linh-vuc': chips.field,
    'sinh-tu': chips.born,
    'sinh-den': chips.bornTo,
    'vao-tu': chips.joined,
    'vao-den': chips.joinedTo,
    loai: named(kindWords, membershipKindNames),
    dt: (value) => chips.phone(value === 'co'),
    thu: (value) => chips.email(value === 'co'),
  });
}
