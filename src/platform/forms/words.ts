import type { Issue, IssueWords } from '../../kernel/issue.ts';
import { commonIssues } from './vi.ts';

/** Turns an issue into a sentence: a module's own words first, then those common to all forms. */
export function wordsOf(problem: Issue, own: IssueWords = {}): string {
  const make =
    own[`${problem.path}.${problem.code}`] ?? own[problem.code] ?? commonIssues[problem.code];
  return make === undefined ? problem.code : make(problem.data ?? {});
}
