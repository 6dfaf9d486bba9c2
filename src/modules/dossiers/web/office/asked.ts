import { type ListQuestion, listQuestion } from '../../../../platform/forms/list.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { type SetFilter, setFilters } from '../../../../platform/records/narrowing.ts';
import {
  dossierStates,
  type EditionContent,
  entrantKinds,
  entrantNames,
  stateNames,
} from '../../../calls/index.ts';
import { type DossierSort, dossierSorts } from '../../queries/index.ts';
import { type AgeKey, ageKeys } from '../../rules/index.ts';
import { type DossierFilter, origins } from '../../schema/index.ts';
import { ageNames, originNames, listWords as words } from '../../vi/office/index.ts';

/** Names of the filters in the address. */
const filters = [
  'q',
  'tinh-trang',
  'linh-vuc',
  'doi-tuong',
  'nguon',
  'vuong-mac',
  'qua-han',
  'noi',
  'truong',
  'tuoi',
  'ngay',
] as const;

/** What a list of dossiers is asked for in its address. */
export interface AskedDossiers {
  readonly question: ListQuestion;
  readonly filter: DossierFilter;
  readonly sort: DossierSort;
  readonly chips: readonly SetFilter[];
}

const among = <T extends string>(values: readonly T[], typed = ''): T | null =>
  values.find((value) => value === typed) ?? null;

const isDayText = (typed: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(typed);

/** The filter that an address, or the fields of a form, name. */
export function filterIn(values: Readonly<Record<string, string | undefined>>): DossierFilter {
  const day = values.ngay ?? '';
  return {
    q: values.q || null,
    state: among(dossierStates, values['tinh-trang']),
    field: values['linh-vuc'] || null,
    entrant: among(entrantKinds, values['doi-tuong']),
    origin: among(origins, values.nguon),
    conflict: values['vuong-mac'] === '1',
    overdue: values['qua-han'] === '1',
    place: values.noi || null,
    school: values.truong || null,
    age: among(ageKeys, values.tuoi),
    day: isDayText(day) ? day : null,
  };
}

/** The same as parameters of an address. */
export function parametersOf(filter: DossierFilter): Readonly<Record<string, string | null>> {
  return {
    q: filter.q ?? null,
    'tinh-trang': filter.state ?? null,
    'linh-vuc': filter.field ?? null,
    'doi-tuong': filter.entrant ?? null,
    nguon: filter.origin ?? null,
    'vuong-mac': filter.conflict ? '1' : null,
    'qua-han': filter.overdue ? '1' : null,
    noi: filter.place ?? null,
    truong: filter.school ?? null,
    tuoi: filter.age ?? null,
    ngay: filter.day ?? null,
  };
}

const named = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value;

/** Reads what a list of dossiers at an address is asked for. */
export function askedDossiers(
  c: WebContext,
  path: string,
  { fields }: Pick<EditionContent, 'fields'>,
): AskedDossiers {
  const question = listQuestion(path, c.req.query(), {
    filters,
    sorts: dossierSorts,
    sort: 'so',
  });
  return {
    question,
    filter: filterIn(question.values),
    sort: among(dossierSorts, question.sort) ?? 'so',
    chips: setFilters(question, {
      q: (value) => value,
      'tinh-trang': named(stateNames),
      'linh-vuc': (value) =>
        fields.find(({ code }) => code === value)?.name ??
        (value === '-' ? words.chips.noField : value),
      'doi-tuong': named(entrantNames),
      nguon: named(originNames),
      'vuong-mac': () => words.conflict,
      'qua-han': () => words.overdue,
      noi: words.chips.place,
      truong: words.chips.school,
      tuoi: (value) => words.chips.age(ageNames[value as AgeKey] ?? value),
      ngay: (value) => (isDayText(value) ? words.chips.day(value) : value),
    }),
  };
}
