import { vietnamTime } from '../../../kernel/clock.ts';
import type { Issue, IssueWords } from '../../../kernel/issue.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { offers, sectionOf } from '../../../platform/records/section.ts';
import { fileIssues } from '../../../platform/vi.ts';
import { siteImport } from '../policy.ts';
import { findSiteImport } from '../queries/index.ts';
import type { SiteImport, TellProblem } from '../schema.ts';
import { problemText } from '../service/index.ts';
import { importIssues, words } from '../vi/index.ts';

export const base = 'chuyen-trang-cu';
export const { pathOf, crumbsTo } = sectionOf(base, words.title);
export const issueWords: IssueWords = { ...fileIssues, ...importIssues };

/** @throws Forbidden */
export function mustImport(c: WebContext): void {
  if (!offers(c, siteImport)) throw new Forbidden(siteImport.name);
}

/** The import of the address, of the office that is open. @throws NotFound, Forbidden */
export async function importOf(c: WebContext): Promise<SiteImport> {
  mustImport(c);
  const found = await findSiteImport(c.var.cx, c.req.param('pid') ?? '');
  if (found.organisationId !== c.var.place.organisationId) throw new NotFound('site_import');
  return found;
}

export const told = (issues: readonly Issue[], path: string): string | undefined => {
  const own = issues.filter((one) => one.path === path || (path === 'file' && one.path === ''));
  return own.length === 0 ? undefined : own.map((one) => wordsOf(one, issueWords)).join(' ');
};

export const problemsTold = (problems: readonly TellProblem[]) => problems.map(problemText);

/** The day in Vietnam; words for none. */
export const dayOf = (at: Date | string | null): string =>
  at === null ? words.noDay : formatDate(vietnamTime(new Date(at)).day);

export const moment = (at: Date): string => formatDateTime(vietnamTime(at));
