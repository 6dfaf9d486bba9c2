import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

/** A job that waits, as the job library's own function takes it. */
export interface PendingJob {
  readonly task: string;
  readonly payload: unknown;
  readonly queue: string | null;
  readonly run_at: string;
  readonly max_attempts: number;
  readonly key: string | null;
  readonly priority: number;
}

/** Jobs not done yet, with the attempts they have left. The library's own tables are not kept. */
export async function pendingJobs(client: pg.ClientBase): Promise<PendingJob[]> {
  const there = await client.query<{ yes: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as yes`,
  );
  if (!there.rows[0]?.yes) return [];
  const { rows } = await client.query<PendingJob>(
    `select t.identifier as task, j.payload, q.queue_name as queue, j.run_at::text as run_at,
            j.max_attempts - j.attempts as max_attempts, j.key, j.priority
     from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts
     order by j.id`,
  );
  return rows;
}

/** Makes the library's tables anew. To be called outside a transaction. */
export async function makeJobTables(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
}

export async function addJobs(client: pg.ClientBase, jobs: readonly PendingJob[]): Promise<void> {
  for (const job of jobs)
    await client.query(
      `select graphile_worker.add_job(identifier => $1, payload => $2::json, queue_name => $3,
         run_at => $4, max_attempts => $5, job_key => $6, priority => $7)`,
      [
        job.task,
        JSON.stringify(job.payload),
        job.queue,
        job.run_at,
        job.max_attempts,
        job.key,
        job.priority,
      ],
    );
}
