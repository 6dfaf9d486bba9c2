import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { offers, type Section, sectionOf } from '../../../platform/records/section.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { mailingWrite } from '../policy.ts';
import { findMailing } from '../queries/index.ts';
import type { Mailing } from '../schema.ts';
import { templateWords, words } from '../vi.ts';

const own = sectionOf('hoi-vien/thu', words.list);
export const { pathOf } = own;

/** The way to a page: members, letters, then `rest`. */
export const crumbsTo: Section['crumbsTo'] = (c, ...rest) => [
  membersCrumb(c),
  ...own.crumbsTo(c, ...rest),
];
export const section: Section = { pathOf, crumbsTo };

/** The list of members. */
export const membersCrumb = (c: WebContext): Crumb => ({
  label: words.members,
  href: office(c.var.place.code, 'hoi-vien'),
});

export const templates = sectionOf('hoi-vien/thu/mau', templateWords.list);
export const templateCrumbs: Section['crumbsTo'] = (c, ...rest) =>
  crumbsTo(c, ...templates.crumbsTo(c, ...rest));

/** The mailing of an address; throws NotFound for what may not be seen. */
export async function mailingOf(c: WebContext): Promise<Mailing> {
  const mailing = await findMailing(c.var.cx, c.req.param('pid') ?? '');
  if (mailing === null) throw new NotFound('mailing');
  return mailing;
}

/** As `mailingOf`, without deleted ones. @throws NotFound */
export async function liveOf(c: WebContext): Promise<Mailing> {
  const mailing = await mailingOf(c);
  if (mailing.deletedAt !== null) throw new NotFound('mailing');
  return mailing;
}

/** Throws Forbidden unless a role held at the place has the permission. */
export function needs(c: WebContext, wanted: Permission = mailingWrite): void {
  if (!offers(c, wanted)) throw new Forbidden(wanted.name);
}

/** Organisations for which the actor may write letters, at or below the place. */
export function senders(c: WebContext): Promise<OrganisationOption[]> {
  const { cx, place } = c.var;
  return organisationOptions(cx, mailingWrite, place.organisationId, cx.clock.today());
}
