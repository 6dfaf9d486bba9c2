import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { degreeCodes, sortInNames } from '../../../people/index.ts';
import type { ImportCounts, RosterImport } from '../../schema.ts';
import { matchRows } from '../matching/index.ts';
import { keepPairs } from '../matching/weighing.ts';
import { Stopped, type Watch } from '../staging.ts';
import { findPersonChanges, findSeatChanges, updatePersons, updateSeats } from './changes.ts';
import { mergeRows } from './effective.ts';
import { findIdentities, writeIdentities } from './identities.ts';
import { createPairs } from './pairs.ts';
import { createPersons, listPersons, noPersons } from './people.ts';
import { countResults, writeForecast, writeResults } from './results.ts';
import { createPosts, createSeats, findPosts } from './seats.ts';

type Step = readonly [name: string, work: () => Promise<unknown>];

async function perform(steps: readonly Step[], watch: Watch): Promise<void> {
  for (const [at, [name, work]] of steps.entries()) {
    if (watch.cancelled()) throw new Stopped();
    await watch.progress(at, steps.length, name);
    await work();
  }
}

/** Imports change persons one after the other: two of them never make the same person twice. */
async function alone({ db }: Cx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('lientri/rosters', 0))`.execute(db);
}

/**
 * Writes the rows of an import into the registry, in the caller's transaction: who each row is, is
 * found anew. The same rows over the same registry give the same result.
 * @throws Stopped
 */
export async function applyRows(cx: Cx, of: RosterImport, watch: Watch): Promise<ImportCounts> {
  const { db } = cx;
  await perform(
    [
      ['matching', () => alone(cx)],
      ['matching', () => matchRows(cx, of, watch)],
      ['matching', () => mergeRows(db, of)],
      ['writing', () => createPersons(cx, of)],
      ['writing', () => listPersons(db)],
      ['writing', () => findPersonChanges(db, of, degreeCodes)],
      ['writing', () => updatePersons(db)],
      ['writing', () => findSeatChanges(db, of)],
      ['writing', () => updateSeats(db)],
      ['writing', () => createSeats(cx, of)],
      ['writing', () => findPosts(cx, of)],
      ['writing', () => createPosts(cx, of)],
      ['writing', () => findIdentities(cx, of)],
      ['writing', () => writeIdentities(cx)],
      ['writing', () => createPairs(cx, of)],
      ['noting', () => keepPairs(db, of)],
      ['noting', () => writeResults(db, of)],
      ['noting', () => sortInNames(db)],
    ],
    watch,
  );
  return countResults(db, of.id);
}

/** What `applyRows` would write, kept for those who look at it; the registry stays as it is. */
export async function forecastRows(cx: Cx, of: RosterImport, watch: Watch): Promise<ImportCounts> {
  const { db } = cx;
  await perform(
    [
      ['matching', () => matchRows(cx, of, watch)],
      ['matching', () => mergeRows(db, of)],
      ['matching', () => noPersons(db)],
      ['matching', () => listPersons(db)],
      ['matching', () => findPersonChanges(db, of, degreeCodes)],
      ['matching', () => findSeatChanges(db, of)],
      ['matching', () => findPosts(cx, of)],
      ['matching', () => findIdentities(cx, of)],
      ['noting', () => keepPairs(db, of)],
      ['noting', () => writeForecast(db, of)],
    ],
    watch,
  );
  return countResults(db, of.id);
}
