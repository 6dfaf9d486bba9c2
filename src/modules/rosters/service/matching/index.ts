import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import type { Db } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';
import { Stopped, type Watch } from '../staging.ts';
import { gatherCandidates, gatherInside } from './candidates.ts';
import { continueRows } from './continuing.ts';
import { gather, matchEarlierRows } from './gather.ts';
import { resolve } from './resolve.ts';
import { weighCandidates } from './weighing.ts';

/**
 * Finds who each row is: leaves the tables `staged`, `pending`, `pair` and `plan` in the caller's
 * transaction. The same statements run whatever stands in or out of the importer's view.
 * @throws Stopped
 */
export async function matchRows(cx: Cx, of: RosterImport, watch: Watch): Promise<void> {
  const { db } = cx;
  // Plans for millions of rows are not made better by compiling them, and sorts should not spill.
  await sql`select set_config('statement_timeout', '0', true), set_config('jit', 'off', true),
    set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '2', true)`.execute(
    db,
  );
  const steps = [
    () => gather(cx, of),
    () => matchEarlierRows(db, of),
    () => continueRows(db, of),
    () => hashing(db, () => gatherCandidates(db, of.options.likelyFrom)),
    () => hashing(db, () => gatherInside(db)),
    () => weighCandidates(db, of, watch),
    () => resolve(db),
  ];
  for (const step of steps) {
    if (watch.cancelled()) throw new Stopped();
    await step();
  }
}

/**
 * Rows meet their like in a table of keys, which takes one look at each: left to guess how many will
 * meet, the planner sorts the whole registry.
 */
async function hashing(db: Db, work: () => Promise<void>): Promise<void> {
  await sql`set local enable_mergejoin = off`.execute(db);
  await work();
  await sql`set local enable_mergejoin = on`.execute(db);
}
