import type { IssueWords } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { suggestions } from '../../../platform/forms/pick.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { distinctionWrite } from '../policy.ts';
import { findDistinction } from '../queries/index.ts';
import type { Distinction } from '../schema.ts';
import { distinctionIssues, words } from '../vi.ts';

export const issueWords: IssueWords = { ...uploadIssues, ...distinctionIssues };

export const section = sectionOf('khen-thuong', words.list);
export const { pathOf, crumbsTo } = section;

/** The distinction of an address; throws NotFound for what may not be seen. */
export async function distinctionOf(c: WebContext): Promise<Distinction> {
  const distinction = await findDistinction(c.var.cx, c.req.param('pid') ?? '');
  if (distinction === null) throw new NotFound('distinction');
  return distinction;
}

/** As `distinctionOf`, without deleted ones. @throws NotFound */
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
