import type { IssueWords } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { suggestions } from '../../../platform/forms/pick.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { activityWrite } from '../policy.ts';
import { findActivity } from '../queries/index.ts';
import type { Activity } from '../schema/index.ts';
import { activityIssues, words } from '../vi.ts';

export const issueWords: IssueWords = { ...uploadIssues, ...activityIssues };

export const section = sectionOf('hoat-dong', words.list);
export const { pathOf, crumbsTo } = section;

/** A record of this office or of one below it; throws NotFound for what may not be seen. */
export async function activityOf(c: WebContext): Promise<Activity> {
  const activity = await findActivity(c.var.cx, c.req.param('pid') ?? '');
  if (activity === null) throw new NotFound('activity');
  return activity;
}

/** As `activityOf`, without deleted ones. @throws NotFound */
export async function liveOf(c: WebContext): Promise<Activity> {
  const activity = await activityOf(c);
  if (activity.deletedAt !== null) throw new NotFound('activity');
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
