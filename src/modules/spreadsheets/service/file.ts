import { type Issue, issue } from '../../../kernel/issue.ts';
import { openTable, type Table, TableFault } from '../../../platform/documents/tables/index.ts';
import type { OpenContent } from '../../../platform/files.ts';
import { KeysError } from '../../../platform/keys.ts';

/** The largest file of a roster; bytes. */
export const largestRoster = 200 * 1_048_576;

/** A file under the name that its sender gave it; closed once it was read. */
export interface RosterFile {
  /** The path of a file of this machine, or content. */
  readonly from: string | OpenContent;
  readonly name: string;
}

/** The file turned out to be no roster, broken or too large; `issues` say why. */
export class Refused extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ code }) => code).join(', '));
    this.issues = issues;
  }
}

/** What lies encrypted and no key opens is refused; any other error stays what it is. */
export function refusalOf(error: unknown): unknown {
  return error instanceof KeysError ? new Refused([issue('file', error.code)]) : error;
}

/** Opens a table and closes it after the work. @throws Refused */
export async function withTable<T>(
  { from, name }: RosterFile,
  work: (table: Table) => Promise<T>,
): Promise<T> {
  const limits = { maxBytes: largestRoster };
  const opened = await openTable(from, name, limits).catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (!opened.ok) throw new Refused(opened.issues);
  try {
    return await work(opened.table);
  } catch (error) {
    if (error instanceof TableFault)
      throw new Refused([{ path: 'file', code: error.code, data: error.data }]);
    throw refusalOf(error);
  } finally {
    await opened.table.close();
  }
}
