import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { all, type Db, inTransaction, one } from '../database/query.ts';
import type { Log } from '../log.ts';

const AGAIN_MS = 1000;

const lockKey = (worker: string) => `lientri/worker/${worker}`;

/**
 * Holds a lock that says "this worker lives" on a connection of its own: when the process dies, the
 * server lets go of it at once. Taken again when the connection breaks.
 * @returns a function that lets go
 */
export async function showAlive(pool: Pool, worker: string, log: Log): Promise<() => void> {
  let ended = false;
  let client: PoolClient | null = null;
  let timer: NodeJS.Timeout | undefined;
  const take = async () => {
    const taken = await pool.connect();
    taken.on('error', () => again(taken));
    try {
      await taken.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockKey(worker)]);
    } catch (error) {
      taken.release(true);
      throw error;
    }
    if (ended) taken.release(true);
    else client = taken;
  };
  const again = (broken: PoolClient | null) => {
    if (broken !== null && broken === client) {
      broken.release(true);
      client = null;
    }
    if (ended || client !== null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      take().catch((error) => {
        log.warn('cannot take the lock of the worker', { error });
        again(null);
      });
    }, AGAIN_MS);
  };
  await take();
  return () => {
    ended = true;
    clearTimeout(timer);
    client?.release(true);
    client = null;
  };
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
