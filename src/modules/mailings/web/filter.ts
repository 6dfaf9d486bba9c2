import { everybody, type MemberFilter, memberFilter } from '../schema.ts';
import { genderNames, labels, memberKindNames } from '../vi.ts';

/** How the address of the list of members calls what a mailing's filter holds. */
const inAddress: Readonly<Record<string, keyof MemberFilter>> = {
  hoi: 'association',
  'chi-hoi': 'branch',
  gioi: 'gender',
  'hoc-vi': 'degree',
  loai: 'kind',
  'linh-vuc': 'field',
};

export const filterNames = Object.keys(everybody) as (keyof MemberFilter)[];

/** The filter of a list of members that was open, read from the address; what it cannot hold is left out. */
export function filterOfAddress(query: Readonly<Record<string, string | undefined>>): MemberFilter {
  const found = Object.entries(inAddress).flatMap(([name, key]) => {
    const parsed = memberFilter.safeParse({ [key]: query[name] ?? '' });
    return parsed.success ? [[key, parsed.data[key]]] : [];
  });
  return { ...everybody, ...Object.fromEntries(found) };
}

/** The filter as fields of a form. */
export function filterFields(filter: MemberFilter): Record<string, string> {
  return Object.fromEntries(filterNames.map((name) => [`filter.${name}`, filter[name] ?? '']));
}

/** The filter in words, one line for each part that is set. */
export function filterTerms(
  filter: MemberFilter,
  associationName: (code: string) => string,
): readonly { readonly term: string; readonly value: string }[] {
  return filterNames.flatMap((name) => {
    const value = filter[name];
    if (value === null) return [];
    const said = (): string => {
      if (name === 'association') return associationName(value);
      if (name === 'gender') return genderNames[value as keyof typeof genderNames];
      if (name === 'kind') return memberKindNames[value as keyof typeof memberKindNames];
      return value;
    };
    return [{ term: labels[`filter.${name}`] ?? name, value: said() }];
  });
}
