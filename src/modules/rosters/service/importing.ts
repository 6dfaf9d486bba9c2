import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import {
  type FileSubject,
  findFile,
  linkFiles,
  type OpenContent,
  type StoredFile,
} from '../../../platform/files.ts';
import { optionalDay } from '../../../platform/forms/fields.ts';
import { likelyFromAt } from '../../duplicates/index.ts';
import { organisationId } from '../../organisations/index.ts';
import { planFile, Refused, type SheetPlan } from '../../spreadsheets/index.ts';
import { rosterImport } from '../policy.ts';
import type { ImportOptions } from '../schema.ts';
import { openUpload, rememberedMappings } from './reading.ts';

export interface NewImport {
  readonly organisationId: string;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly sheets: readonly SheetPlan[];
  readonly options: ImportOptions;
}

/** Writes the row of an import: 'mapped' when its columns could be guessed, else 'opened'. */
export async function insertImport(cx: Cx, of: NewImport): Promise<{ id: string; pid: string }> {
  const ids = { id: cx.ids.uuid(), pid: cx.ids.pid() };
  const state = of.sheets.some(({ chosen }) => chosen) ? 'mapped' : 'opened';
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await sql`insert into roster_import (id, pid, organisation_id, file_id, file_name, state, sheets,
      options, requested_by, created_at)
    values (${ids.id}, ${ids.pid}, ${of.organisationId}, ${of.fileId}, ${of.fileName}, ${state},
      ${JSON.stringify(of.sheets)}::jsonb, ${JSON.stringify(of.options)}::jsonb, ${account},
      ${cx.clock.now()})`.execute(cx.db);
  return ids;
}

/** The options of a new import: as of today, with the union's own threshold. */
export async function usualOptions(cx: Cx, organisation: string): Promise<ImportOptions> {
  const today = cx.clock.today();
  const likelyFrom = await likelyFromAt(cx.db, organisation, today);
  return { asOf: today, likelyFrom, rules: {} };
}

/** The sheets of a file as they would be read. @throws Refused */
export async function plansOf(
  cx: Cx,
  organisation: string,
  from: string | OpenContent,
  name: string,
): Promise<SheetPlan[]> {
  const remembered = await rememberedMappings(cx.db, organisation);
  return planFile({ from, name }, cx.clock.today(), remembered);
}

const input = z.object({
  /** The organisation's code. */
  organisation: z.string(),
  /** The public id of the uploaded file. */
  file: z.string(),
  asOf: optionalDay(),
});

interface Loaded {
  readonly organisationId: string;
  readonly file: StoredFile;
}

/** Begins an import of an uploaded file: looks at its sheets and guesses how they are to be read. */
export const openImport = command({
  name: 'roster.open',
  input,
  permission: rosterImport,
  load: async (cx, { organisation, file }): Promise<Loaded> => {
    const found = await findFile(cx.db, file);
    const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
    if (found === null || found.createdBy !== account || found.links.length > 0)
      throw new NotFound('file');
    return { organisationId: await organisationId(cx, organisation), file: found.file };
  },
  at: (loaded) => [loaded.organisationId],
  check: async ({ organisationId, file }, _input, cx) => {
    try {
      const sheets = await plansOf(cx, organisationId, await openUpload(cx, file), file.name);
      planned.set(file, sheets);
      return sheets.length === 0 ? [issue('file', 'roster_no_rows')] : [];
    } catch (error) {
      if (error instanceof Refused) return error.issues.map((each) => ({ ...each, path: 'file' }));
      throw error;
    }
  },
  run: async (cx, { organisationId, file }, { asOf, file: pid }) => {
    const sheets = planned.get(file) ?? [];
    const usual = await usualOptions(cx, organisationId);
    const options = { ...usual, asOf: asOf ?? usual.asOf };
    const of = { organisationId, fileId: file.id, fileName: file.name, sheets, options };
    const ids = await insertImport(cx, of);
    const subject: FileSubject = { type: 'roster_import', id: ids.id, organisationId };
    const files = await linkFiles(cx, subject, [pid]);
    return { result: ids, subject, organisationId, changes: { files } };
  },
});

// From the check to the run of one command: the file is looked at once.
const planned = new WeakMap<StoredFile, SheetPlan[]>();
