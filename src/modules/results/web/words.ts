import type { IssueWords } from '../../../kernel/issue.ts';
import { ballotIssues } from '../../ballots/index.ts';
import { resultIssues } from '../vi/index.ts';

/** What its commands may find wrong, in words: some are of the ballots too. */
export const issueWords: IssueWords = { ...ballotIssues, ...resultIssues };
