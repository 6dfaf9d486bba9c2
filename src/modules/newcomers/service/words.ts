import type { IssueWords } from '../../../kernel/issue.ts';
import { commonIssues } from '../../../platform/forms/vi.ts';
import { fileIssues } from '../../../platform/vi.ts';
import { articleIssues } from '../../articles/index.ts';
import { mediaIssues } from '../../media/index.ts';
import type { TellProblem } from '../schema.ts';
import { problemWords, unreadableWords } from '../vi/index.ts';

const reasons: IssueWords = { ...commonIssues, ...fileIssues, ...articleIssues, ...mediaIssues };

/** What was not brought as it was, as a sentence; why a module refused it, in its own words. */
export function problemText({ code, count, data }: TellProblem): string {
  const { why } = data;
  const because = typeof why === 'string' ? (reasons[why]?.(data) ?? '') : '';
  return problemWords[code]?.({ ...data, count, because }) ?? code;
}

/** Why a file cannot be read. */
export const unreadableText = (code: string, data: Readonly<Record<string, unknown>>): string =>
  unreadableWords[code]?.(data) ?? code;
