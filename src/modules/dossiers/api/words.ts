import type { IssueWords } from '../../../kernel/issue.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { callsIssues } from '../../calls/index.ts';
import { ownIssues } from '../vi/index.ts';

/** The words of all that may be wrong with what is sent here. */
export const words: IssueWords = { ...uploadIssues, ...callsIssues, ...ownIssues };
