import { lastDay } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { longestSelect, type Pickable, suggestions } from '../../../platform/forms/pick.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { organisationOptions } from '../../organisations/index.ts';
import { personRead } from '../policy.ts';
import { personRecord } from '../queries/index.ts';
import type { PersonRecord } from '../schema/index.ts';
import { words } from '../vi.ts';

export const section = sectionOf('hoi-vien', words.list);
export const { pathOf, crumbsTo } = section;

/** The address of a person's page, or of one of its forms. */
export const personPath = (c: WebContext, pid: string, rest = ''): string =>
  pathOf(c, `nguoi/${pid}${rest === '' ? '' : `/${rest}`}`);

/** Where a form leads: the person's page, which says what was done. */
export const saidAt = (c: WebContext, pid: string, said: string): string =>
  withQuery(personPath(c, pid), { [said]: '1' });

/** The person of the address, in view and not deleted. @throws NotFound */
export const personOf = (c: WebContext): Promise<PersonRecord> =>
  personRecord(c.var.cx, c.req.param('pid') ?? '');

/** The way to a form of a person. */
export function personCrumbs(c: WebContext, person: PersonRecord, last: string): readonly Crumb[] {
  const own = { label: joinName(person), href: personPath(c, person.pid) };
  return crumbsTo(c, own, { label: last });
}

/** Organisations to choose from at or below the place: a list, or an address that suggests. */
export async function choicesOf(c: WebContext, wanted: Permission) {
  const { cx, place } = c.var;
  const all = await organisationOptions(cx, wanted, place.organisationId, cx.clock.today());
  const many = all.length > longestSelect;
  return {
    all,
    options: many ? [] : all.map(({ code, name }) => ({ value: code, label: name })),
    suggestHref: many ? pathOf(c, 'goi-y') : null,
  };
}

/** Suggestions for the text field that stands for a long list of organisations. */
export async function suggest(c: WebContext): Promise<Response> {
  const { all } = await choicesOf(c, personRead);
  return c.json(suggestions(all as readonly Pickable[], c.req.query('q') ?? ''));
}

/** '05/01/2026', or nothing. */
export const shownDay = (day: string | null): string => (day === null ? '' : formatDate(day));

/** The days of a membership or a post, the last one inclusive. */
export function shownRange(range: { from: string | null; until: string | null }): string {
  const { from } = range;
  const last = range.until === null ? null : lastDay(range);
  if (last === null) return from === null ? '' : words.person.from(formatDate(from));
  if (from === null) return words.person.untilOnly(formatDate(last));
  return words.person.fromTo(formatDate(from), formatDate(last));
}
