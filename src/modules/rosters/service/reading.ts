import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { type OpenContent, openFile, type StoredFile } from '../../../platform/files.ts';
import { may } from '../../../platform/policy.ts';
import { sensitiveWrite } from '../../people/index.ts';
import {
  Refused,
  type Remembered,
  type RosterField,
  readFile,
  refusalOf,
  type TypedCells,
} from '../../spreadsheets/index.ts';
import type { RosterImport } from '../schema.ts';
import { placerFor } from './placing.ts';
import { stageRows, type Watch } from './staging.ts';

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

/** What somebody typed in place of cells, by line. */
async function typedCells(db: Db, importId: string): Promise<Map<number, TypedCells>> {
  const rows = await all(
    db,
    sql<{ line: number; cells: TypedCells }>`select line, cells from roster_choice
      where import_id = ${importId} and cells is not null`,
  );
  return new Map(rows.map(({ line, cells }) => [line, cells]));
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
  const sensitive = await may(cx, sensitiveWrite, of.organisationId);
  const placer = await placerFor(cx.db, of.organisationId, today);
  const typed = await typedCells(cx.db, of.id);
  const { sheets, readTo, fileName: name } = of;
  const how = { today, sensitive, sheets, readTo, typed, signal: watch.signal };
  await readFile({ from, name }, how, (rows) => stageRows(cx, of, rows, placer, watch));
  // Before the long transaction, so that it holds nothing up.
  await sql`select gather_roster_statistics()`.execute(cx.db);
}
