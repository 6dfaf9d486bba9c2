import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { all, type Db, inTransaction, one } from '../database/query.ts';
import type { Log } from '../log.ts';
import { repeat } from './timer.ts';

const AGAIN_MS = 1000;

const lockKey = (worker: string) => `lientri/worker/${worker}`;

/**
 * Holds a lock that says "this worker lives" on a connection of its own: when the process dies, the
 * server lets go of it at once. Taken again when the connection breaks.
 * @returns a function that lets go
 */
export async function showAlive(
  pool: Pool,
  worker: string,
  log: Log,
): Promise<() => Promise<void>> {
  let client: PoolClient | null = null;
  const take = async () => {
    const taken = await pool.connect();
    taken.on('error', () => {
      if (taken !== client) return;
      client = null;
      taken.release(true);
    });
    try {
      await taken.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockKey(worker)]);
    } catch (error) {
      taken.release(true);
      throw error;
    }
    client = taken;
  };
  await take();
  const again = async () => {
    if (client === null) await take();
  };
  const end = repeat('lock of the worker', AGAIN_MS, again, log);
  return async () => {
    await end();
    const held = client;
    client = null;
    if (held !== null) await giveBack(held, worker);
  };
}

async function giveBack(client: PoolClient, worker: string): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockKey(worker)]);
    client.release();
  } catch {
    client.release(true);
  }
}

/**
 * Gives the jobs of workers that died back to the queue: those that hold jobs for more than a few
 * seconds while nobody holds their lock.
 * @returns how many dead workers were found
 */
export async function releaseDead(db: Db): Promise<number> {
  const holders = await all(
    db,
    sql<{ worker: string }>`select distinct locked_by as worker
      from (select locked_by, locked_at from graphile_worker._private_jobs
        union all select locked_by, locked_at from graphile_worker._private_job_queues) held
      where locked_by is not null and locked_at < now() - interval '3 seconds'`,
  );
  let dead = 0;
  for (const { worker } of holders) {
    dead += await inTransaction(db, async (trx) => {
      const { free } = await one(
        trx,
        sql<{ free: boolean }>`select pg_try_advisory_xact_lock(
          hashtextextended(${lockKey(worker)}, 0)) as free`,
      );
      if (!free) return 0;
      await sql`select graphile_worker.force_unlock_workers(array[${worker}]::text[])`.execute(trx);
      return 1;
    });
  }
  return dead;
}
