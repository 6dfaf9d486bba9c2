import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { all, type Db, inTransaction } from '../database/query.ts';
import { holdShelf } from './shelf.ts';
import type { FileStore } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Takes away files that were uploaded more than a day ago and linked to nothing, first their rows,
 * then the bytes that no row names any more.
 * @returns how many rows and how many stored files went
 */
export async function sweepFiles(
  db: Db,
  store: FileStore,
  clock: Clock,
): Promise<{ rows: number; contents: number }> {
  const before = new Date(clock.now().getTime() - DAY_MS);
  const gone = await all(
    db,
    sql<{ id: string }>`delete from file f where created_at < ${before}
      and not exists (select from file_link l where l.file_id = f.id) returning id`,
  );
  let contents = 0;
  for (const shelf of await store.shelves()) {
    contents += await inTransaction(db, async (trx) => {
      await holdShelf(trx, shelf, 'alone');
      const rows = await all(
        trx,
        sql<{ sha256: string }>`select distinct sha256 from file
          where sha256 >= ${shelf} and sha256 < ${`${shelf}g`}`,
      );
      return store.sweep(shelf, new Set(rows.map((row) => row.sha256)), before);
    });
  }
  return { rows: gone.length, contents };
}
