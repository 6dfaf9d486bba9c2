import { writeTemplate } from '../../../platform/documents/index.ts';
import { sheetWords as words } from '../vi/sheets.ts';
import { rosterShape } from './shape.ts';

const readyRows = 2000;

/**
 * The workbook for an office without the Internet: headers that cannot be typed over, lists to choose
 * from, notes on every column. It comes back through the same import as any file.
 */
export function rosterTemplate(): Promise<Buffer> {
  return writeTemplate(rosterShape, {
    name: words.sheet,
    title: words.templateTitle,
    notes: words.templateNotes,
    rows: readyRows,
    locked: true,
  });
}
