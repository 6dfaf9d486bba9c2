import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { fingerprintsOf, saveFile } from '../../../platform/files.ts';
import { largestRoster, type SheetPlan } from '../../spreadsheets/index.ts';
import { importById, unfinishedImport } from '../queries/imports.ts';
import type { ImportCounts, RosterImport } from '../schema.ts';
import { applyRows } from './applying/index.ts';
import { insertImport, openImport, plansOf, usualOptions } from './importing.ts';
import { readRows } from './reading.ts';
import { applyImport, readImport, setState } from './running.ts';
import type { Watch } from './staging.ts';

export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly asOf: string | null;
}

export interface Imported {
  readonly counts: ImportCounts;
  readonly importPid: string | null;
}

/** How a file of this machine would be read. @throws Refused */
export function lookAtFile(cx: Cx, organisationId: string, file: LocalFile): Promise<SheetPlan[]> {
  return plansOf(cx, organisationId, file.path, file.name);
}

/**
 * Imports a file of this machine as its columns were guessed. An import of the same file that was cut
 * off goes on where it was. @throws Refused, Stopped
 */
export async function importFile(
  cx: Cx,
  organisation: { readonly id: string; readonly code: string },
  file: LocalFile,
  watch: Watch,
): Promise<Outcome<Imported>> {
  const begun = await beginImport(cx, organisation, file);
  if (!begun.ok) return begun;
  const of = begun.value;
  await readImport(cx, of.id, watch);
  await setState(cx, of.id, 'checked');
  const applied = await execute(cx, applyImport(watch), { id: of.id });
  if (!applied.ok) return applied;
  return { ok: true, value: { counts: applied.value, importPid: of.pid } };
}

async function beginImport(
  cx: Cx,
  { id, code }: { readonly id: string; readonly code: string },
  file: LocalFile,
): Promise<Outcome<RosterImport>> {
  const requestedBy = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  const fingerprints = fingerprintsOf(cx.keys, await digestOfFile(file.path));
  const of = { organisationId: id, fingerprints, requestedBy, fileName: file.name };
  const earlier = await unfinishedImport(cx.db, of);
  if (earlier !== null) return { ok: true, value: earlier };
  return inTransaction(cx.db, async (db): Promise<Outcome<RosterImport>> => {
    const inner = { ...cx, db };
    const saved = await saveFile(inner, cx.files, {
      name: file.name,
      bytes: createReadStream(file.path),
      limit: largestRoster,
      sealed: true,
      macros: true,
    });
    if (!saved.ok) return saved;
    const opened = await execute(inner, openImport, {
      organisation: code,
      file: saved.value.pid,
      asOf: file.asOf,
    });
    return opened.ok ? { ok: true, value: await importById(db, opened.value.id) } : opened;
  });
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

class Trial extends Error {
  readonly counts: ImportCounts;
  constructor(counts: ImportCounts) {
    super('trial');
    this.counts = counts;
  }
}

/** What importing the file would do; nothing is left of it. @throws Refused, Stopped */
export async function tryFile(
  cx: Cx,
  organisationId: string,
  file: LocalFile,
  sheets: readonly SheetPlan[],
  watch: Watch,
): Promise<Imported> {
  const usual = await usualOptions(cx, organisationId);
  try {
    await inTransaction(cx.db, async (db) => {
      const inner = { ...cx, db };
      const options = { ...usual, asOf: file.asOf ?? usual.asOf };
      const { id } = await insertImport(inner, {
        organisationId,
        fileId: null,
        fileName: file.name,
        sheets,
        options,
      });
      await readRows(inner, await importById(db, id), file.path, watch);
      throw new Trial(await applyRows(inner, await importById(db, id), watch));
    });
  } catch (error) {
    if (error instanceof Trial) return { counts: error.counts, importPid: null };
    throw error;
  }
  throw new Error('a trial that ended as if it were none');
}
