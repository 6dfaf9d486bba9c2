import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { organisationsById } from '../../organisations/index.ts';
import { findImport } from '../queries/imports.ts';
import type { RosterImport } from '../schema.ts';

const count = z.number().int();

export const importShape = z.object({
  pid: z.string(),
  organisation: z.string(),
  file: z.string(),
  state: z.string(),
  as_of: z.string(),
  likely_from: z.number().int(),
  rows: count.nullable(),
  created: count.nullable(),
  updated: count.nullable(),
  unchanged: count.nullable(),
  rejected: count.nullable(),
  duplicates: count.nullable(),
  created_at: z.string(),
  applied_at: z.string().nullable(),
  undone_at: z.string().nullable(),
  version: z.number().int(),
  sheets: z
    .array(
      z.object({
        index: z.number().int(),
        name: z.string(),
        chosen: z.boolean(),
        header_row: z.number().int(),
        columns: z.array(
          z.object({
            index: z.number().int(),
            letter: z.string(),
            title: z.string(),
            field: z.string(),
            certainty: z.number(),
            reason: z.string(),
            encoding: z.string(),
            encoding_certainty: z.number(),
            sensitive: z.boolean(),
            samples: z.array(z.object({ raw: z.string(), read: z.string() })),
          }),
        ),
      }),
    )
    .optional(),
});

/** An import as REST gives it; with its sheets when it is asked for alone. */
export function importView(of: RosterImport, organisation: string, whole: boolean) {
  const { counts } = of;
  return {
    pid: of.pid,
    organisation,
    file: of.fileName,
    state: of.state,
    as_of: of.options.asOf,
    likely_from: of.options.likelyFrom,
    rows: counts.rows ?? null,
    created: counts.created ?? null,
    updated: counts.updated ?? null,
    unchanged: counts.unchanged ?? null,
    rejected: counts.rejected ?? null,
    duplicates: counts.duplicates ?? null,
    created_at: of.createdAt.toISOString(),
    applied_at: of.appliedAt?.toISOString() ?? null,
    undone_at: of.undoneAt?.toISOString() ?? null,
    version: of.version,
    ...(whole ? { sheets: of.sheets.map(sheetView) } : {}),
  };
}

function sheetView(sheet: RosterImport['sheets'][number]) {
  return {
    index: sheet.index,
    name: sheet.name,
    chosen: sheet.chosen,
    header_row: sheet.headerRow,
    columns: sheet.columns.map((column) => ({
      index: column.index,
      letter: column.letter,
      title: column.title,
      field: column.field,
      certainty: column.certainty,
      reason: column.reason,
      encoding: column.encoding,
      encoding_certainty: column.encodingCertainty,
      sensitive: column.sensitive,
      samples: column.samples,
    })),
  };
}

/** One import with its sheets. @throws NotFound */
export async function answer(cx: Cx, pid: string) {
  const of = await findImport(cx, pid);
  const [organisation] = await organisationsById(cx.db, [of.organisationId], cx.clock.today());
  return importView(of, organisation?.code ?? '', true);
}
