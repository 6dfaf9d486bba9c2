import type { Issue, IssueWords } from '../../kernel/issue.ts';
import { documentIssueWords } from '../../platform/documents/index.ts';
import { checkTables } from './rules/check.ts';
import { jsonTables } from './rules/json/read.ts';
import { tooMuch } from './rules/limits.ts';
import type { Problem } from './rules/problem.ts';
import type { SourceTable } from './rules/table/source.ts';
import { readTables } from './sheets.ts';
import { ownIssues } from './vi/issues.ts';

export type Checked =
  | {
      readonly ok: true;
      readonly problems: readonly Problem[];
      /** As they were read, to be shown with their places. */
      readonly tables: readonly SourceTable[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks the tables of the file at `file`, sent under the name `name` (XLSX, CSV, TSV, JSON). Keeps
 * nothing and needs no database. What cannot be read is refused with issues.
 */
export async function checkFile(file: string, name: string): Promise<Checked> {
  const read = await readTables(file, name);
  return read.ok ? checkRead(read.tables) : read;
}

/** Checks the tables in a JSON value; paths are JSON Pointers. */
export const checkJson = (value: unknown): Checked => checkRead(jsonTables(value));

/** Checks tables that were read already (`readTables`). */
export function checkRead(tables: readonly SourceTable[]): Checked {
  const issues = tooMuch(tables);
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, problems: checkTables(tables), tables };
}

/** The sentences of what keeps a file from being checked. */
export const checkWords: IssueWords = { ...documentIssueWords, ...ownIssues };
