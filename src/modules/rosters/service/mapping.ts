import { sql } from 'kysely';
import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { optionalDay, version } from '../../../platform/forms/fields.ts';
import {
  Refused,
  type RosterColumn,
  repeatedFields,
  replanSheet,
  rosterFields,
  type SheetPlan,
} from '../../spreadsheets/index.ts';
import { rosterImport } from '../policy.ts';
import { findImport } from '../queries/imports.ts';
import type { RosterImport } from '../schema.ts';
import { fileOf } from './reading.ts';

const encodings = [
  'nfc',
  'nfd',
  'mixed',
  'tcvn3',
  'tcvn3-capitals',
  'vni',
  'viqr',
  'windows-1258',
] as const;

const input = z.object({
  pid: z.string(),
  version: version(),
  asOf: optionalDay(),
  likelyFrom: z.coerce.number().int().min(30).max(100).optional(),
  sheets: z
    .array(
      z.object({
        index: z.coerce.number().int(),
        chosen: z.coerce.boolean().optional(),
        headerRow: z.coerce.number().int().min(0).optional(),
        columns: z
          .array(
            z.object({
              index: z.coerce.number().int(),
              field: z.enum(rosterFields).optional(),
              encoding: z.enum(encodings).optional(),
            }),
          )
          .optional(),
      }),
    )
    .max(500)
    .optional(),
});

type Change = NonNullable<z.output<typeof input>['sheets']>[number];

/** Corrects how the file is read: sheets, header, fields and encodings of columns, day, threshold. */
export const mapImport = command({
  name: 'roster.map',
  input,
  permission: rosterImport,
  load: (cx, { pid }) => findImport(cx, pid),
  at: (of) => [of.organisationId],
  version: (of) => of.version,
  check: async (of, change, cx) => {
    if (!['opened', 'mapped', 'checked', 'failed', 'cancelled'].includes(of.state))
      return [issue('', 'roster_state', { state: of.state })];
    try {
      const sheets = await changedSheets(cx, of, change.sheets ?? []);
      changed.set(of, sheets);
      return sheets.filter(({ chosen }) => chosen).flatMap(mappingIssues);
    } catch (error) {
      if (error instanceof Refused) return [...error.issues];
      throw error;
    }
  },
  run: async (cx, of, change) => {
    const sheets = changed.get(of) ?? of.sheets;
    const options = {
      ...of.options,
      asOf: change.asOf ?? of.options.asOf,
      likelyFrom: change.likelyFrom ?? of.options.likelyFrom,
    };
    const state = sheets.some(({ chosen }) => chosen) ? 'mapped' : 'opened';
    await forgetRows(cx, of, change.sheets ?? []);
    await sql`update roster_import set sheets = ${JSON.stringify(sheets)}::jsonb,
      options = ${JSON.stringify(options)}::jsonb, state = ${state}, read_to = 0, counts = '{}',
      version = version + 1 where id = ${of.id}`.execute(cx.db);
    await remember(cx, of, sheets, change.sheets ?? []);
    return {
      result: null,
      subject: { type: 'roster_import', id: of.id },
      organisationId: of.organisationId,
      changes: { mapping: { old: fieldsOf(of.sheets), new: fieldsOf(sheets) } },
    };
  },
});

const changed = new WeakMap<RosterImport, readonly SheetPlan[]>();

async function movedSheet(
  cx: Cx,
  of: RosterImport,
  sheet: SheetPlan,
  headerRow: number,
): Promise<SheetPlan> {
  const file = { from: await fileOf(cx, of), name: of.fileName };
  return (await replanSheet(file, sheet, headerRow, cx.clock.today())) ?? sheet;
}

const fieldsOf = (sheets: readonly SheetPlan[]) =>
  sheets
    .filter(({ chosen }) => chosen)
    .map(({ index, headerRow, columns }) => ({
      index,
      headerRow,
      fields: columns.map((c) => c.field),
    }));

async function changedSheets(
  cx: Cx,
  of: RosterImport,
  changes: readonly Change[],
): Promise<SheetPlan[]> {
  const sheets: SheetPlan[] = [];
  for (const sheet of of.sheets) {
    const change = changes.find(({ index }) => index === sheet.index);
    sheets.push(change === undefined ? sheet : await changedSheet(cx, of, sheet, change));
  }
  return sheets;
}

async function changedSheet(
  cx: Cx,
  of: RosterImport,
  sheet: SheetPlan,
  change: Change,
): Promise<SheetPlan> {
  const { headerRow } = change;
  const moved = headerRow !== undefined && headerRow !== sheet.headerRow;
  const base = moved ? await movedSheet(cx, of, sheet, headerRow) : sheet;
  const columns = base.columns.map((column): RosterColumn => {
    const typed = change.columns?.find(({ index }) => index === column.index);
    const field = typed?.field ?? column.field;
    const encoding = typed?.encoding ?? column.encoding;
    const same = field === column.field && encoding === column.encoding;
    return same ? column : { ...column, field, encoding, reason: 'chosen', certainty: 1 };
  });
  return { ...base, columns, chosen: change.chosen ?? base.chosen };
}

function mappingIssues({ index, columns }: SheetPlan): Issue[] {
  const fields = columns.map(({ field }) => field);
  const named =
    fields.includes('fullName') || fields.includes('given') || fields.includes('familyMiddle');
  const twice = columns.filter(
    ({ field }, at) => !repeatedFields.includes(field) && fields.indexOf(field) !== at,
  );
  return [
    ...(named ? [] : [issue(`sheets.${index}`, 'mapping_without_name')]),
    ...twice.map(({ index: column, field, letter }) =>
      issue(`sheets.${index}.columns.${column}`, 'field_twice', { field, letter }),
    ),
  ];
}

// What was staged was read in another way; what was typed stays as long as the rows are the same.
async function forgetRows(cx: Cx, of: RosterImport, changes: readonly Change[]): Promise<void> {
  const moved = changes.some(
    (change) => change.headerRow !== undefined || change.chosen !== undefined,
  );
  for (const table of [
    'roster_row',
    'roster_result',
    'roster_pair',
    ...(moved ? ['roster_choice'] : []),
  ])
    await sql`delete from ${sql.table(table)} where import_id = ${of.id}`.execute(cx.db);
}

async function remember(
  cx: Cx,
  of: RosterImport,
  sheets: readonly SheetPlan[],
  changes: readonly Change[],
): Promise<void> {
  for (const sheet of sheets) {
    const touched = changes.some(
      ({ index, columns }) => index === sheet.index && columns !== undefined,
    );
    if (!touched || sheet.shape === '') continue;
    const mapping = Object.fromEntries(sheet.columns.map(({ index, field }) => [index, field]));
    await sql`insert into roster_mapping (organisation_id, shape, header_row, mapping, updated_at)
      values (${of.organisationId}, ${sheet.shape}, ${sheet.headerRow}, ${JSON.stringify(mapping)}::jsonb,
        ${cx.clock.now()})
      on conflict (organisation_id, shape) do update set header_row = excluded.header_row,
        mapping = excluded.mapping, updated_at = excluded.updated_at`.execute(cx.db);
  }
}
