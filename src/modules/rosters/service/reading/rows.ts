import { sql } from 'kysely';
import { all, type Db } from '../../../../platform/database/query.ts';
import type { Table, TableRow } from '../../../../platform/documents/tables/index.ts';
import {
  branchOfSheet,
  type RosterReader,
  rosterReader,
  type TypedCells,
} from '../../rules/index.ts';
import {
  type RosterColumn,
  type RosterImport,
  type SheetPlan,
  sensitiveFields,
} from '../../schema.ts';
import { reasonColumn } from '../../vi/engine.ts';
import type { RawCells, SourceRow } from '../lines.ts';

export interface ReadSetting {
  readonly today: string;
  /** May sensitive columns be read? */
  readonly sensitive: boolean;
}

/** What somebody typed in place of cells, by line. */
export async function typedCells(db: Db, importId: string): Promise<Map<number, TypedCells>> {
  const rows = await all(
    db,
    sql<{ line: number; cells: TypedCells }>`select line, cells from roster_choice
      where import_id = ${importId} and cells is not null`,
  );
  return new Map(rows.map(({ line, cells }) => [line, cells]));
}

/**
 * The rows of all chosen sheets that tell of somebody, in batches. Every reading of the same file
 * counts the same lines, so that a reading that was cut off can go on after `readTo`.
 */
export async function* sourceRows(
  table: Table,
  of: RosterImport,
  setting: ReadSetting,
  typed: ReadonlyMap<number, TypedCells>,
  signal: AbortSignal,
): AsyncGenerator<SourceRow[]> {
  let line = 0;
  const sheets = of.sheets.filter(({ chosen }) => chosen);
  for (const sheet of sheets) {
    const section = branchOfSheet(sheet.name, sheets.length > 1);
    const reader = rosterReader(sheet.columns, {
      ...setting,
      ...(section === null ? {} : { section }),
    });
    const reason = sheet.columns.find(({ title }) => title === reasonColumn)?.index;
    for await (const batch of table.rows(sheet.index, { after: sheet.headerRow, signal })) {
      const rows: SourceRow[] = [];
      for (const given of batch) {
        // What we wrote beside a refused row is no part of it.
        const row =
          reason === undefined ? given : { ...given, cells: given.cells.slice(0, reason) };
        let reading = reader.read(row);
        if (reading === null) continue;
        line += 1;
        if (line <= of.readTo) continue;
        const cells = typed.get(line);
        if (cells !== undefined) reading = reader.read(row, cells) ?? reading;
        const raw = () => cellsOf(reader, row, sheet, setting.sensitive);
        rows.push({ line, sheet: sheet.index, reading, raw, keep: cells !== undefined });
      }
      yield rows;
    }
  }
}

/** Sensitive columns are kept apart, and not at all where they may not be read. */
function cellsOf(
  reader: RosterReader,
  row: TableRow,
  { columns }: SheetPlan,
  sensitive: boolean,
): RawCells {
  const secret: Record<number, string> = {};
  const open = columns.map((column) => {
    const text = reader.textOf(row, column);
    if (!isSecret(column)) return text;
    if (sensitive && text !== '') secret[column.index] = text;
    return '';
  });
  return { open, secret };
}

const isSecret = (column: RosterColumn): boolean =>
  column.sensitive || sensitiveFields.includes(column.field);
