import type { Cx } from '../../../platform/command.ts';
import { writeXlsx } from '../../../platform/documents/index.ts';
import { may } from '../../../platform/policy.ts';
import { sensitiveRead } from '../../people/index.ts';
import { reasonColumn, type SheetPlan } from '../../spreadsheets/index.ts';
import { type RefusedRow, refusedRows } from '../queries/refused.ts';
import type { RosterImport } from '../schema.ts';
import { openSecret } from '../service/fixing.ts';
import { rowText } from '../service/words.ts';

/** More than anybody mends by hand; the file is made in memory. */
const most = 50_000;

/**
 * The rows of an import that were refused or should be looked at: the same columns in the same order,
 * in Unicode, and one more that says why. Mended, the file can be imported like any other. Sensitive
 * cells are there for those who may read them.
 */
export async function errorFile(cx: Cx, of: RosterImport): Promise<Buffer> {
  const sensitive = await may(cx, sensitiveRead, of.organisationId);
  const sheets = of.sheets.filter(({ chosen }) => chosen);
  const parts = await Promise.all(
    sheets.map(async (sheet) => {
      const rows = await refusedRows(cx.db, of.id, sheet.index, most);
      return sheetOf(cx, sheet, rows, sensitive);
    }),
  );
  return writeXlsx({ sheets: parts });
}

function sheetOf(cx: Cx, sheet: SheetPlan, rows: readonly RefusedRow[], sensitive: boolean) {
  const own = sheet.columns.filter(
    ({ title }, at) => title !== reasonColumn || at < sheet.columns.length - 1,
  );
  const columns = [
    ...own.map(({ index, title }) => ({
      key: String(index),
      header: title,
      width: 20,
      type: 'text' as const,
    })),
    { key: 'reason', header: reasonColumn, width: 60, type: 'text' as const },
  ];
  const records = rows.map((row) => {
    const secret = sensitive ? openSecret(cx, row.secret) : {};
    const cells = own.map(({ index }) => [String(index), secret[index] ?? row.raw[index] ?? '']);
    const reason = row.issues.map((one) => rowText(one)).join('\n');
    return { ...Object.fromEntries(cells), reason };
  });
  return { name: sheet.name || 'CSV', columns, rows: records };
}
