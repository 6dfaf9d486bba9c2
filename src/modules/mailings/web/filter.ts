import type { WebContext } from '../../../platform/http/env.ts';
import { dueStateNames, dueStates } from '../../fees/index.ts';
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
  if (c.req.query('hoi-phi') === undefined && (filter.state ?? 'now') !== 'now') return null;
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
    ...feesOf(c),
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

// The list of who owes leads here, too; a state that is no due's is that of the list of members.
function feesOf(c: WebContext): Pick<MemberFilter, 'fee_period' | 'fee_state'> {
  const asked = c.req.query('tinh-trang') === 'con-no' ? 'owing' : c.req.query('tinh-trang');
  const state = (['owing', ...dueStates] as const).find((one) => one === asked) ?? null;
  const period = c.req.query('hoi-phi') || null;
  return { fee_period: period, fee_state: period === null ? null : state };
}

/** The filter as fields of a form. */
export function filterFields(filter: MemberFilter): Record<string, string> {
  return Object.fromEntries(
    filterNames.map((name) => [`filter.${name}`, String(filter[name] ?? '')]),
  );
}

/** The filter in words, one line for each part that is set; names stand for the codes in it. */
export function filterTerms(
  filter: MemberFilter,
  told: { readonly association?: string | undefined; readonly period?: string | undefined },
): readonly { readonly term: string; readonly value: string }[] {
  const said: Readonly<Record<string, string | undefined>> = {
    association: told.association,
    fee_period: told.period,
  };
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    gender: genderNames,
    kind: membershipKindNames,
    has_phone: hasNames,
    fee_state: dueStateNames,
  };
  return filterNames.flatMap((name) => {
    const value = filter[name];
    if (value === null) return [];
    const text = String(value);
    const shown = said[name] ?? names[name]?.[text] ?? text;
    return [{ term: labels[`filter.${name}`] ?? name, value: shown }];
  });
}
