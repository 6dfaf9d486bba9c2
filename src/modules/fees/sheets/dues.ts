import { type SheetOutColumn, writeXlsx } from '../../../platform/documents/sheets/write-xlsx.ts';
import { remaining, surplus } from '../rules/index.ts';
import type { FeeDue, FeePeriod } from '../schema.ts';
import { kindNames, stateNames, words } from '../vi.ts';

const label = words.sheetColumns;
const text = (key: keyof typeof label, width: number): SheetOutColumn => ({
  key,
  header: label[key],
  width,
  type: 'text',
});
const money = (key: keyof typeof label): SheetOutColumn => ({
  key,
  header: label[key],
  width: 15,
  type: 'integer',
});

const columns: readonly SheetOutColumn[] = [
  text('reference', 16),
  text('name', 28),
  text('association', 32),
  text('branch', 20),
  text('kind', 20),
  money('owed'),
  money('paid'),
  money('missing'),
  money('surplus'),
  text('state', 18),
  text('reason', 28),
];

/** Who owes what in a period, as a workbook. `filter` says in words what was asked for. */
export function duesXlsx(
  period: FeePeriod,
  rows: readonly FeeDue[],
  filter: string,
): Promise<Buffer> {
  const notes = words.sheetNotes(`${period.organisationName}. ${period.name}`, filter);
  const sheet = { name: words.sheet, title: words.dueList, notes, columns, rows: rows.map(rowOf) };
  return writeXlsx({ title: period.name, sheets: [sheet] });
}

const rowOf = (due: FeeDue): Record<string, unknown> => ({
  reference: due.reference,
  name: due.name,
  association: due.organisationName,
  branch: due.branch,
  kind: kindNames[due.kind],
  owed: due.owed,
  paid: due.paid,
  missing: remaining(due),
  surplus: surplus(due),
  state: stateNames[due.state],
  reason: due.exemptReason,
});
