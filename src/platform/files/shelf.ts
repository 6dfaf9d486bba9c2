import { sql } from 'kysely';
import type { Db } from '../database/query.ts';

/**
 * Holds a shelf of the file store until the transaction ends: 'shared' by those who put something on
 * it and write its row, 'alone' by the sweeper. So nothing is swept between its file and its row.
 */
export async function holdShelf(db: Db, shelf: string, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended(${`lientri/files/${shelf}`}, 0)`;
  await (how === 'shared'
    ? sql`select pg_advisory_xact_lock_shared(${key})`
    : sql`select pg_advisory_xact_lock(${key})`
  ).execute(db);
}
