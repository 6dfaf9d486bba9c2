import type { Table, TableRow } from '../../../platform/documents/tables/index.ts';
import {
  branchOfSheet,
  type RosterReader,
  rosterReader,
  sensitiveFields,
  type TypedCells,
} from '../rules/index.ts';
import type { RosterColumn, RosterReading, SheetPlan } from '../schema.ts';
import { reasonColumn } from '../vi/header-words.ts';

export interface ReadSetting {
  /** ISO day. */
  readonly today: string;
  /** May sensitive columns be read? */
  readonly sensitive: boolean;
}

/** How a whole file is read. */
export interface FileReading extends ReadSetting {
  readonly sheets: readonly SheetPlan[];
  /** The line after which reading goes on; 0 for all. */
  readonly readTo: number;
  /** What somebody typed in place of cells, by line. */
  readonly typed: ReadonlyMap<number, TypedCells>;
  readonly signal: AbortSignal;
}

/** A row of the file as it was read, with its place among the rows of all sheets. */
export interface SourceRow {
  readonly line: number;
  readonly sheet: number;
  readonly reading: RosterReading;
  /** The texts of the cells, kept where there is something to say about the row, or was. */
  readonly raw: () => RawCells;
  readonly keep?: boolean;
}

/** The texts of a row's cells; those of sensitive columns stand apart, by index. */
export interface RawCells {
  readonly open: readonly string[];
  readonly secret: Readonly<Record<number, string>>;
}

/**
 * The rows of all chosen sheets that tell of somebody, in batches. Every reading of the same file
 * counts the same lines, so that a reading that was cut off can go on after `readTo`.
 */
export async function* sourceRows(table: Table, how: FileReading): AsyncGenerator<SourceRow[]> {
  const { today, sensitive, readTo, typed, signal } = how;
  let line = 0;
  const sheets = how.sheets.filter(({ chosen }) => chosen);
  for (const sheet of sheets) {
    const section = branchOfSheet(sheet.name, sheets.length > 1);
    const reader = rosterReader(sheet.columns, {
      today,
      sensitive,
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
        if (line <= readTo) continue;
        const cells = typed.get(line);
        if (cells !== undefined) reading = reader.read(row, cells) ?? reading;
        const raw = () => cellsOf(reader, row, sheet, sensitive);
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

/** Reads one row again, by the texts that were kept of it and what was typed; null for no member. */
export function readKept(
  { columns }: SheetPlan,
  row: { readonly number: number; readonly raw: RawCells },
  setting: ReadSetting,
  typed: TypedCells,
): RosterReading | null {
  const { open, secret } = row.raw;
  const cells = open.map((text, at) => ({ text: secret[at] ?? text, kind: 'text' as const }));
  // What is kept of the cells is Unicode already.
  const unicode = columns.map((column) => ({ ...column, encoding: 'nfc' as const }));
  return rosterReader(unicode, setting).read({ number: row.number, cells }, typed);
}
