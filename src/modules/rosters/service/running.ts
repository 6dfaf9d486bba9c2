import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { rosterImport } from '../policy.ts';
import { importById } from '../queries/imports.ts';
import type { ImportCounts, ImportState, RosterImport } from '../schema.ts';
import { applyRows, forecastRows } from './applying/index.ts';
import { fileOf, readRows } from './reading.ts';
import { Stopped, type Watch } from './staging.ts';
import { type Undone, undoRows } from './undoing/index.ts';

const byId = z.object({ id: z.uuid() });

/** Notes where an import stands while its rows are staged; commands note everything else. */
export async function setState(cx: Cx, id: string, state: ImportState): Promise<void> {
  await sql`update roster_import set state = ${state}, version = version + 1 where id = ${id}`.execute(
    cx.db,
  );
}

/**
 * Reads the rows of the import's file, from where an earlier reading was cut off.
 * @throws Refused, Stopped
 */
export async function readImport(cx: Cx, id: string, watch: Watch): Promise<void> {
  const of = await importById(cx.db, id);
  if (of.state === 'checked') return;
  if (of.state !== 'checking') await setState(cx, id, 'checking');
  await readRows(cx, of, await fileOf(cx, of), watch);
}

/** Finds out what the import would write, and keeps that for those who look at it. */
export async function forecastImport(cx: Cx, id: string, watch: Watch): Promise<ImportCounts> {
  return inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    const of = await importById(db, id);
    const counts = await forecastRows(inner, of, watch);
    await sql`update roster_import set state = 'checked', counts = ${JSON.stringify(counts)}::jsonb,
      version = version + 1 where id = ${id}`.execute(db);
    return counts;
  });
}

/** Writes a read import into the registry: all of it or nothing. The command throws Stopped. */
export function applyImport(watch: Watch): Command<typeof byId, RosterImport, ImportCounts> {
  return command({
    name: 'roster.import',
    input: byId,
    permission: rosterImport,
    load: (cx, { id }) => importById(cx.db, id),
    at: (of) => [of.organisationId],
    check: (of) =>
      ['checked', 'applying', 'undone'].includes(of.state)
        ? []
        : [issue('', 'roster_state', { state: of.state })],
    run: async (cx, of) => {
      const counts = await applyRows(cx, of, watch);
      if (watch.cancelled()) throw new Stopped();
      await sql`update roster_import set state = 'applied', counts = ${JSON.stringify(counts)}::jsonb,
        applied_at = ${cx.clock.now()}, undone_at = null, version = version + 1
        where id = ${of.id}`.execute(cx.db);
      return {
        result: counts,
        subject: { type: 'roster_import', id: of.id },
        organisationId: of.organisationId,
        changes: { file: { new: of.fileName }, counts: { new: counts } },
      };
    },
  });
}

/** Takes an applied import back, but for what was changed since. The command throws Stopped. */
export function takeBackImport(watch: Watch): Command<typeof byId, RosterImport, Undone> {
  return command({
    name: 'roster.undo',
    input: byId,
    permission: rosterImport,
    load: (cx, { id }) => importById(cx.db, id),
    at: (of) => [of.organisationId],
    check: (of) =>
      ['applied', 'undoing'].includes(of.state)
        ? []
        : [issue('', 'roster_not_applied', { state: of.state })],
    run: async (cx, of) => {
      const undone = await undoRows(cx, of, watch);
      await sql`update roster_import set state = 'undone', undone_at = ${cx.clock.now()},
        counts = counts || ${JSON.stringify({ undone })}::jsonb, version = version + 1
        where id = ${of.id}`.execute(cx.db);
      return {
        result: undone,
        subject: { type: 'roster_import', id: of.id },
        organisationId: of.organisationId,
        changes: { undone: { new: undone } },
      };
    },
  });
}
