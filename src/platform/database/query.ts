import type { Kysely, RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';

/** A connection pool or a transaction; SQL is written with Kysely's `sql` and typed by its rows. */
// biome-ignore lint/suspicious/noExplicitAny: rows are typed at each query, there is no table map
export type Db = Kysely<any>;

/** Runs a statement and gives all its rows. */
export async function all<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(db)).rows;
}

/** Runs a statement and gives its first row, or null when it has none. */
export async function maybe<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row | null> {
  return (await statement.execute(db)).rows[0] ?? null;
}

/** Runs a statement that always has a row; throws when it has none. */
export async function one<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row> {
  const row = await maybe(db, statement);
  if (row === null) throw new Error('a query that must give a row gave none');
  return row;
}

let savepoints = 0;

/**
 * Runs `work` in a transaction. Inside another one it becomes a savepoint, so that a failed command
 * never undoes its caller's work and tests can roll everything back.
 */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (!db.isTransaction)
    return db.transaction().execute((trx) => work(trx as Transaction<unknown>));
  savepoints += 1;
  const name = sql.id(`step_${savepoints}`);
  await sql`savepoint ${name}`.execute(db);
  try {
    const value = await work(db);
    await sql`release savepoint ${name}`.execute(db);
    return value;
  } catch (error) {
    await sql`rollback to savepoint ${name}`.execute(db);
    throw error;
  }
}
