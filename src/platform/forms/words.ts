import type { Issue } from '../../kernel/issue.ts';
import { commonIssues } from './vi.ts';

/** The words of one issue code, made from its data. */
export type IssueWords = Readonly<
  Record<string, (data: Readonly<Record<string, unknown>>) => string>
>;

/** Turns an issue into a sentence: a module's own words first, then those common to all forms. */
export function wordsOf(problem: Issue, own: IssueWords = {}): string {
  const make =
    own[`${problem.path}.${problem.code}`] ?? own[problem.code] ?? commonIssues[problem.code];
  return make === undefined ? problem.code : make(problem.data ?? {});
}
