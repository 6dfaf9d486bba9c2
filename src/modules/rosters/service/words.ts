import type { IssueWords } from '../../../kernel/issue.ts';
import { documentIssueWords } from '../../../platform/documents/vi.ts';
import { fileIssues } from '../../../platform/vi.ts';
import { importIssues } from '../vi/engine.ts';

/** Words of what is wrong with a file or an import as a whole. */
export const importWords: IssueWords = { ...documentIssueWords, ...fileIssues, ...importIssues };
