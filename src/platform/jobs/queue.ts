import { sql } from 'kysely';
import type { Db } from '../database/query.ts';

export interface JobOptions {
  /** A later job with the same key takes the place of one that still waits. */
  readonly key?: string;
  readonly runAt?: Date;
  /** 25 when left out. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Adds a job in the caller's transaction: it runs when that commits, and never when it does not. */
export async function addJob(
  db: Db,
  name: string,
  payload: unknown,
  options: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}::text, run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::int, job_key => ${options.key ?? null}::text)`.execute(
    db,
  );
}
