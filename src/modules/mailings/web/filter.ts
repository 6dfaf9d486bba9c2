import type { WebContext } from '../../../platform/http/env.ts';
import { organisationsById } from '../../organisations/index.ts';
import {
  type AskedMembers,
  askedMembers,
  genderNames,
  membershipKindNames,
} from '../../people/index.ts';
import { everybody, type MemberFilter } from '../schema.ts';
import { hasNames, labels } from '../vi.ts';

export const filterNames = Object.keys(everybody) as (keyof MemberFilter)[];

/**
 * The filter of the list of members that was open, read from the address as that list reads it; null
 * when it asks for those who are no members today: they get no letters.
 */
export async function filterOfAddress(c: WebContext): Promise<MemberFilter | null> {
  const { filter, under } = await askedMembers(c);
  if ((filter.state ?? 'now') !== 'now') return null;
  const { hasPhone } = filter;
  return {
    association: await associationOf(c, under),
    q: filter.q ?? null,
    branch: filter.branch ?? null,
    field: filter.field ?? null,
    gender: filter.gender ?? null,
    degree: filter.degree ?? null,
    kind: filter.kind ?? null,
    born_from: filter.bornFrom ?? null,
    born_to: filter.bornTo ?? null,
    joined_from: filter.joinedFrom ?? null,
    joined_to: filter.joinedTo ?? null,
    has_phone: hasPhone === undefined ? null : hasPhone ? 'yes' : 'no',
  };
}

// What was typed and is nobody's name finds nobody: the form says so instead of everybody.
async function associationOf(
  { var: { cx, place } }: WebContext,
  under: AskedMembers['under'],
): Promise<string | null> {
  if (under === place.organisationId) return null;
  const [found] = await organisationsById(cx.db, [under], cx.clock.today());
  return found?.code ?? '-';
}

/** The filter as fields of a form. */
export function filterFields(filter: MemberFilter): Record<string, string> {
  return Object.fromEntries(
    filterNames.map((name) => [`filter.${name}`, String(filter[name] ?? '')]),
  );
}

/** The filter in words, one line for each part that is set. */
export function filterTerms(
  filter: MemberFilter,
  associationName: (code: string) => string,
): readonly { readonly term: string; readonly value: string }[] {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    gender: genderNames,
    kind: membershipKindNames,
    has_phone: hasNames,
  };
  return filterNames.flatMap((name) => {
    const value = filter[name];
    if (value === null) return [];
    const text = String(value);
    const said = name === 'association' ? associationName(text) : (names[name]?.[text] ?? text);
    return [{ term: labels[`filter.${name}`] ?? name, value: said }];
  });
}
