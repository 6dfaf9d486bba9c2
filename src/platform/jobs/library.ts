import { Logger } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Log } from '../log.ts';

/** The queue's own messages in our log; what it calls info is detail for us. */
export function workerLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const data = { ...named(scope), ...(meta?.error === undefined ? {} : { error: meta.error }) };
    if (level === 'error') log.error(message, data);
    else if (level === 'warning') log.warn(message, data);
    else log.debug(message, data);
  });
}

function named(scope: { taskIdentifier?: string; jobId?: string }): Record<string, string> {
  return {
    ...(scope.taskIdentifier === undefined ? {} : { job: scope.taskIdentifier }),
    ...(scope.jobId === undefined ? {} : { jobId: String(scope.jobId) }),
  };
}

/** A connection that breaks while somebody holds it must not take the process along. */
export function bearBreaks(pool: Pool): void {
  if (pool.listenerCount('connect') === 0) {
    pool.on('connect', (client) => client.on('error', () => {}));
  }
}
