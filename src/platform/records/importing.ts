import type { Issue } from '../../kernel/issue.ts';
import type { Cx, Outcome } from '../command.ts';
import { inTransaction } from '../database/query.ts';
import { readSheet, type SheetRow, type SheetShape } from '../documents/sheets/shape.ts';
import type { Sheet } from '../documents/sheets/types.ts';

/** What became, or would become, of a row. */
export type RowState = 'added' | 'changed' | 'same' | 'refused';

export interface ImportedRow {
  readonly rowNumber: number;
  readonly state: RowState;
  readonly values: SheetRow['values'];
  /** What is wrong, at the address of its cell where there is one. */
  readonly issues: readonly { readonly cell: string | null; readonly issue: Issue }[];
}

export interface ImportReport {
  readonly rows: readonly ImportedRow[];
  readonly counts: Readonly<Record<RowState, number>>;
  /** The file as a whole cannot be read: nothing else is there then. */
  readonly problems: readonly Issue[];
}

export type RowOutcome = Outcome<Exclude<RowState, 'refused'>>;

export interface Importer {
  readonly shape: SheetShape;
  /** Writes one row by the command that a form would use; issues have the form's paths. */
  readonly write: (cx: Cx, row: SheetRow) => Promise<RowOutcome>;
  /** The column that a form's path stands in; the path itself when left out. */
  readonly columnOf?: (path: string, row: SheetRow) => string;
}

/** A row that is left out. */
export function refuseRow(...issues: readonly Issue[]): Outcome<never> {
  return { ok: false, issues };
}

export const mostImportRows = 2000;

class DryRun extends Error {}

/**
 * Writes the rows of a sheet, each by itself: a row with an issue is left out and the others are
 * kept. A dry run does the very same and then takes everything back, so it tells what would happen.
 */
export async function importRows(
  cx: Cx,
  sheet: Sheet,
  importer: Importer,
  dry: boolean,
): Promise<ImportReport> {
  const reading = readSheet(importer.shape, sheet);
  const problems = reading.issues.filter((found) => !found.path.startsWith('rows.'));
  if (problems.length > 0) return report([], problems);
  if (reading.rows.length > mostImportRows) {
    const data = { max: mostImportRows, rows: reading.rows.length };
    return report([], [{ path: '', code: 'too_many_rows', data }]);
  }
  const rows: ImportedRow[] = [];
  try {
    await inTransaction(cx.db, async (db) => {
      for (const row of reading.rows) {
        rows.push(await importRow({ ...cx, db }, row, reading.issues, importer));
      }
      if (dry) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return report(rows, []);
}

async function importRow(
  cx: Cx,
  row: SheetRow,
  issues: readonly Issue[],
  importer: Importer,
): Promise<ImportedRow> {
  const { rowNumber, values, cells } = row;
  const prefix = `rows.${rowNumber}.`;
  const own = issues.filter((found) => found.path.startsWith(prefix));
  if (own.length > 0) {
    const found = own.map((issue) => ({
      cell: cells[issue.path.slice(prefix.length)] ?? null,
      issue,
    }));
    return { rowNumber, state: 'refused', values, issues: found };
  }
  const outcome = await importer.write(cx, row);
  if (outcome.ok) return { rowNumber, state: outcome.value, values, issues: [] };
  const found = outcome.issues.map((issue) => {
    const column = importer.columnOf?.(issue.path, row) ?? issue.path;
    return { cell: cells[column] ?? null, issue };
  });
  return { rowNumber, state: 'refused', values, issues: found };
}

function report(rows: readonly ImportedRow[], problems: readonly Issue[]): ImportReport {
  const counts = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const row of rows) counts[row.state] += 1;
  return { rows, counts, problems };
}
