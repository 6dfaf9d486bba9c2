import type { Cx } from '../../platform/command.ts';
import { execute } from '../../platform/command.ts';
import {
  exportColumns,
  type SheetOutColumn,
  type SheetRow,
  type SheetShape,
  writeTemplate,
  writeXlsx,
} from '../../platform/documents/index.ts';
import type { Importer } from '../../platform/records/importing.ts';
import { findOrganisation } from './queries/index.ts';
import { affiliationKinds, organisationKinds } from './rules/index.ts';
import type { ListedOrganisation, Organisation } from './schema/index.ts';
import { createOrganisation } from './service/index.ts';
import { vi } from './vi.ts';

const { columns } = vi.sheets;

/** One row is one organisation; the columns are the fields of the form that records one. */
export const organisationShape: SheetShape = {
  columns: [
    { key: 'name', header: columns.name, type: 'text', required: true, width: 48 },
    { key: 'short_name', header: columns.short_name, type: 'text', help: vi.create.shortNameHelp },
    { key: 'code', header: columns.code, type: 'text', required: true, help: vi.create.codeHelp },
    {
      key: 'kind',
      header: columns.kind,
      type: 'text',
      required: true,
      options: organisationKinds.map((value) => ({ value, label: vi.kinds[value] })),
    },
    { key: 'from', header: columns.founded_on, type: 'day', required: true },
    {
      key: 'parent',
      header: columns.parent,
      type: 'text',
      width: 22,
      help: vi.sheets.parentHelp,
    },
    {
      key: 'affiliation_kind',
      header: columns.affiliation_kind,
      type: 'text',
      options: affiliationKinds.map((value) => ({ value, label: vi.affiliations[value] })),
    },
    {
      key: 'affiliated_from',
      header: columns.affiliated_from,
      type: 'day',
      help: vi.create.affiliatedFromHelp,
    },
    { key: 'decision', header: columns.decision, type: 'text' },
  ],
};

export function organisationTemplate(): Promise<Buffer> {
  return writeTemplate(organisationShape, { name: vi.sheets.sheet, notes: vi.sheets.notes });
}

/** Each row is recorded by the command of the form. */
export const organisationImporter: Importer = {
  shape: organisationShape,
  write: async (cx: Cx, row: SheetRow) => {
    // The same file a second time changes nothing; another organisation of that code is refused.
    const there = await findOrganisation(cx.db, String(row.values.code ?? ''));
    if (there !== null && isSame(there, row.values)) return { ok: true, value: 'same' };
    const outcome = await execute(cx, createOrganisation, row.values);
    return outcome.ok ? { ok: true, value: 'added' } : outcome;
  },
};

function isSame(there: Organisation, values: SheetRow['values']): boolean {
  return (
    there.code === values.code &&
    there.kind === values.kind &&
    there.during.from === values.from &&
    there.name === String(values.name).normalize('NFC').trim()
  );
}

const more: readonly SheetOutColumn[] = [
  { key: 'members', header: columns.members, type: 'integer', width: 14 },
  { key: 'special', header: columns.special, type: 'text', width: 12 },
];
const shown = ['name', 'short_name', 'code', 'kind', 'from', 'parent'];

/** A directory as a workbook whose first columns can be read back. */
export function exportOrganisations(
  title: string,
  rows: readonly ListedOrganisation[],
): Promise<Buffer> {
  const kinds: Readonly<Record<string, string>> = vi.kinds;
  return writeXlsx({
    title,
    sheets: [
      {
        name: vi.sheets.sheet,
        title,
        columns: [
          ...exportColumns(organisationShape).filter((column) => shown.includes(column.key)),
          ...more,
        ],
        rows: rows.map((row) => ({
          name: row.name,
          short_name: row.shortName,
          code: row.code,
          kind: kinds[row.kind] ?? row.kind,
          from: row.during.from,
          parent: row.parentCode,
          members: row.members,
          special: row.special ? vi.yes : '',
        })),
      },
    ],
  });
}
