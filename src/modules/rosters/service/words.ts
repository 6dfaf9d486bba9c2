import type { Issue, IssueWords } from '../../../kernel/issue.ts';
import { documentIssueWords } from '../../../platform/documents/vi.ts';
import { fileIssues } from '../../../platform/vi.ts';
import { cellText, cellWords } from '../../spreadsheets/index.ts';
import { importIssues, placeIssues } from '../vi/engine.ts';

/** Words of what is wrong with a file or an import as a whole. */
export const importWords: IssueWords = { ...documentIssueWords, ...fileIssues, ...importIssues };

/** Words of what is wrong with a row. */
export const rowWords: IssueWords = { ...cellWords, ...placeIssues };

export const rowText = (found: Issue): string => cellText(found, rowWords);
