import type { IssueWords } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { suggestions } from '../../../platform/forms/pick.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { distinctionWrite } from '../policy.ts';
import { findDistinction } from '../queries.ts';
import type { Distinction } from '../schema.ts';
import { distinctionIssues, words } from '../vi.ts';

export const issueWords: IssueWords = { ...uploadIssues, ...distinctionIssues };

/** The address of a page of this module in the office that is open. */
export function pathOf(c: WebContext, path = ''): string {
  return office(c.var.place.code, path === '' ? 'khen-thuong' : `khen-thuong/${path}`);
}

export function crumbsTo(c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [{ label: words.list, href: pathOf(c) }, ...rest];
}

/** True when a role held at the place has the permission: what a page may offer. */
export function offers(c: WebContext, wanted: Permission): boolean {
  return wanted.roles === 'public' || wanted.roles.some((role) => c.var.placeRoles.includes(role));
}

/** The distinction of an address; throws NotFound for what may not be seen. */
export async function distinctionOf(c: WebContext): Promise<Distinction> {
  const distinction = await findDistinction(c.var.cx, c.req.param('pid') ?? '');
  if (distinction === null) throw new NotFound('distinction');
  return distinction;
}

export async function liveOf(c: WebContext): Promise<Distinction> {
  const distinction = await distinctionOf(c);
  if (distinction.deletedAt !== null) throw new NotFound('distinction');
  return distinction;
}

/** What a distinction is called in a sentence: title, class, recipient. */
export function nameOf(distinction: Distinction): string {
  const what = [distinction.titleName, distinction.class].filter(Boolean).join(' ');
  return words.named(what, distinction.recipientName);
}

/** Registers that the actor may write to, at or below the place. */
export function recordable(c: WebContext): Promise<OrganisationOption[]> {
  const { cx, place } = c.var;
  return organisationOptions(cx, distinctionWrite, place.organisationId, cx.clock.today());
}

/** Suggestions for the text field that stands for a long list of organisations. */
export async function suggest(c: WebContext): Promise<Response> {
  return c.json(suggestions(await recordable(c), c.req.query('q') ?? ''));
}
