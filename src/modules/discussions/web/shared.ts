import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { language } from '../../../kernel/language.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { openedNow, readOpened } from '../../../platform/forms/opened.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { office, site } from '../../../platform/http/addresses.ts';
import type { Crumb, PageContent, WebContext } from '../../../platform/http/env.ts';
import { speaking } from '../../../platform/http/language.ts';
import { may, type Permission } from '../../../platform/policy.ts';
import type { Subject, SubjectRef } from '../schema/index.ts';
import { subjectFor } from '../service/index.ts';
import { homeWords, ownIssues } from '../vi/index.ts';

export const commentsPath = 'binh-luan';
export const pollsPath = 'tham-do';
export const feedbackPath = 'gop-y';
export const mailPath = 'gui-thu';
/** Anchor of the comments under what is talked about. */
export const anchor = 'binh-luan';
/** How comments stand, in the address of the page. */
export const orderParameter = 'binh-luan';
export const orderNames = { newest: 'moi-nhat', agreed: 'dong-tinh' } as const;

/** Most of what one may send from one place within an hour. */
export const mostAnHour = { comment: 8, report: 10, like: 120, feedback: 5, letter: 5 } as const;
/** Votes from one place on one poll within a day. */
export const mostVotes = 30;

export const sitePath = (c: WebContext, path: string, query = {}): string =>
  site(c.var.place.code, path, query);
export const officePath = (c: WebContext, path: string, query = {}): string =>
  office(c.var.place.code, path, query);

export const siteCrumbs = (c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] => [
  { label: homeWords.home, href: site(c.var.place.code, language() === 'en' ? 'en' : '') },
  ...rest,
];

/** Where the comments of a subject are. */
export const discussionPath = ({ kind, pid }: SubjectRef, rest = ''): string =>
  `${commentsPath}/${kind}/${pid}${rest}`;

export interface Found {
  readonly ref: SubjectRef;
  readonly subject: Subject;
}

/** Answers about what the address talks about, in its language. @throws NotFound */
export async function aboutSubject(
  c: WebContext,
  answer: (found: Found) => Promise<Response>,
): Promise<Response> {
  const ref = { kind: c.req.param('kind') ?? '', pid: c.req.param('pid') ?? '' };
  const subject = await subjectFor(c.var.cx, ref);
  return speaking(subject.language ?? 'vi', () => answer({ ref, subject }));
}

/** What is wrong with the time that a form carries; `about` names the form. */
export function openedIssue(c: WebContext, about: string, typed: string | undefined): Issue | null {
  const read = readOpened(c.var.cx, about, typed);
  return read === 'fine' ? null : issue('', `form_${read}`);
}

export const opened = (c: WebContext, about: string): string => openedNow(c.var.cx, about);

/** Issues in words. */
export const told = (issues: readonly Issue[]): string[] =>
  issues.map((one) => wordsOf(one, ownIssues));

/** A public page that is made for one request only. */
export async function ownPage(c: WebContext, page: PageContent): Promise<Response> {
  const answer = await c.var.shell.portal(c, page);
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('x-robots-tag', 'noindex, nofollow');
  return answer;
}

/** @throws NotFound for those who may not look, Forbidden for those who may not write */
export async function allow(c: WebContext, read: Permission, wanted = read): Promise<void> {
  const id = c.var.place.organisationId;
  if (!(await may(c.var.cx, read, id))) throw new NotFound(read.name);
  if (!(await may(c.var.cx, wanted, id))) throw new Forbidden(wanted.name);
}

/** The record of an address belongs to the office that is open. @throws NotFound */
export function ofOffice<Row extends { readonly organisationId: string }>(
  c: WebContext,
  row: Row | null,
): Row {
  if (row === null || row.organisationId !== c.var.place.organisationId)
    throw new NotFound('record');
  return row;
}
