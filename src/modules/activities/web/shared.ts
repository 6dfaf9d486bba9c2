import type { IssueWords } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { suggestions } from '../../../platform/forms/pick.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { activityWrite } from '../policy.ts';
import { findActivity } from '../queries.ts';
import type { Activity } from '../schema.ts';
import { activityIssues, words } from '../vi.ts';

export const section = 'hoat-dong';
export const issueWords: IssueWords = { ...uploadIssues, ...activityIssues };

/** The address of a page of this module in the office that is open. */
export function pathOf(c: WebContext, path = ''): string {
  return office(c.var.place.code, path === '' ? section : `${section}/${path}`);
}

export function crumbsTo(c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [{ label: words.list, href: pathOf(c) }, ...rest];
}

/** True when a role held at the place has the permission: what a page may offer. */
export function offers(c: WebContext, wanted: Permission): boolean {
  return wanted.roles === 'public' || wanted.roles.some((role) => c.var.placeRoles.includes(role));
}

/** A record of this office or of one below it; throws NotFound for what may not be seen. */
export async function activityOf(c: WebContext): Promise<Activity> {
  const activity = await findActivity(c.var.cx, c.req.param('pid') ?? '');
  if (activity === null) throw new NotFound('activity');
  return activity;
}

/** Where the actor may record, at or below the place. */
export function recordable(c: WebContext): Promise<OrganisationOption[]> {
  const { cx, place } = c.var;
  return organisationOptions(cx, activityWrite, place.organisationId, cx.clock.today());
}

/** Suggestions for the text field that stands for a long list of organisations. */
export async function suggest(c: WebContext): Promise<Response> {
  return c.json(suggestions(await recordable(c), c.req.query('q') ?? ''));
}
