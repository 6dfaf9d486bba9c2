import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { sortInNames } from '../../../people/index.ts';
import type { RosterImport } from '../../schema.ts';
import { Stopped, type Watch } from '../staging.ts';
import { findGoing, type Removed, removeGoing, turnBack } from './remove.ts';
import { restoreFields } from './restore.ts';

export interface Undone extends Removed {
  /** Persons and memberships that have old values again. */
  readonly restored: number;
}

/**
 * Takes back what an applied import wrote, in the caller's transaction: what a hand or a newer import
 * changed since stays as it is now.
 * @throws Stopped
 */
export async function undoRows(cx: Cx, of: RosterImport, watch: Watch): Promise<Undone> {
  const { db } = cx;
  await sql`select pg_advisory_xact_lock(hashtextextended('lientri/rosters', 0)),
    set_config('statement_timeout', '0', true), set_config('jit', 'off', true),
    set_config('work_mem', '64MB', true)`.execute(db);
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (watch.cancelled()) throw new Stopped();
    return work();
  };
  await step(() => findGoing(cx, of.id));
  const restored = await step(() => restoreFields(db, of.id));
  const removed = await step(() => removeGoing(cx, of.id));
  await step(() => turnBack(db, of.id, of.organisationId));
  await step(() => sortInNames(db));
  return { ...removed, restored };
}
