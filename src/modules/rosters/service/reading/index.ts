import { sql } from 'kysely';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import type { Cx } from '../../../../platform/command.ts';
import { all, type Db, maybe } from '../../../../platform/database/query.ts';
import { openTable, type Table, TableFault } from '../../../../platform/documents/tables/index.ts';
import { type OpenContent, openFile, type StoredFile } from '../../../../platform/files.ts';
import { KeysError } from '../../../../platform/keys.ts';
import { may } from '../../../../platform/policy.ts';
import { sensitiveWrite } from '../../../people/index.ts';
import type { RosterField, RosterImport } from '../../schema.ts';
import { placerFor } from '../placing.ts';
import { stageRows, type Watch } from '../staging.ts';
import { sourceRows, typedCells } from './rows.ts';
import type { Remembered } from './sheets.ts';

export { planSheets, replanSheet } from './sheets.ts';

/** The largest file of a roster; bytes. */
export const largestRoster = 200 * 1_048_576;

/** The file turned out to be no roster, broken or too large; `issues` say why. */
export class Refused extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ code }) => code).join(', '));
    this.issues = issues;
  }
}

/** Opens a table, of a file of this machine or of content, and closes it after the work. @throws Refused */
export async function withTable<T>(
  from: string | OpenContent,
  name: string,
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

// What lies encrypted and no key opens.
function refusalOf(error: unknown): unknown {
  return error instanceof KeysError ? new Refused([issue('file', error.code)]) : error;
}

/** An uploaded file, to be read and closed. @throws Refused */
export async function openUpload(
  cx: Cx,
  file: Pick<StoredFile, 'sha256' | 'sealed'>,
): Promise<OpenContent> {
  try {
    return await openFile(cx, file);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The file of an import; it is taken away some time after it was used. @throws Refused */
export async function fileOf(cx: Cx, of: RosterImport): Promise<OpenContent> {
  const row = await maybe(
    cx.db,
    sql<StoredFile>`select sha256, sealed from file where id = ${of.fileId}`,
  );
  if (row === null) throw new Refused([issue('file', 'roster_file_gone')]);
  return openUpload(cx, row);
}

/** How files of these shapes were mapped by hand in this organisation. */
export async function rememberedMappings(db: Db, organisationId: string): Promise<Remembered> {
  const rows = await all(
    db,
    sql<{ shape: string; mapping: Record<string, RosterField> }>`select shape, mapping
      from roster_mapping where organisation_id = ${organisationId}`,
  );
  const known = new Map(
    rows.map(({ shape, mapping }) => [
      shape,
      new Map(Object.entries(mapping).map(([index, field]) => [Number(index), field])),
    ]),
  );
  return (shape) => known.get(shape) ?? null;
}

/**
 * Reads the file's rows into roster_row, from where an earlier reading was cut off.
 * @throws Refused, Stopped
 */
export async function readRows(
  cx: Cx,
  of: RosterImport,
  from: string | OpenContent,
  watch: Watch,
): Promise<void> {
  const today = cx.clock.today();
  const setting = { today, sensitive: await may(cx, sensitiveWrite, of.organisationId) };
  const placer = await placerFor(cx.db, of.organisationId, today);
  const typed = await typedCells(cx.db, of.id);
  await withTable(from, of.fileName, async (table) => {
    const rows = sourceRows(table, of, setting, typed, watch.signal);
    await stageRows(cx, of, rows, placer, watch);
  });
  // Before the long transaction, so that it holds nothing up.
  await sql`select gather_roster_statistics()`.execute(cx.db);
}
