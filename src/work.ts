import { actorOfAccount } from './modules/accounts/index.ts';
import { modules } from './modules.ts';
import { startWorker, type Worker } from './platform/jobs/index.ts';
import { platformJobs } from './platform/upkeep.ts';
import type { Runtime } from './runtime.ts';

/** Starts the worker of this process: letters, long jobs, the sealer of the event log. */
export async function startWork(runtime: Runtime): Promise<Worker> {
  const { database, clock, ids, log, config, services } = runtime;
  const own = platformJobs({
    files: services.files,
    uploads: services.uploads,
    mail: { smtpUrl: config.smtpUrl, from: config.mailFrom },
    encrypted: modules.flatMap((m) => m.encrypted ?? []),
  });
  return startWorker({
    pool: database.pool,
    db: database.db,
    clock,
    ids,
    log,
    cxFor: async ({ requestId, accountId }) => {
      const machine = { ...runtime.cx('job'), requestId };
      if (accountId === null) return machine;
      const actor = await actorOfAccount(database.db, accountId, clock.today());
      return { ...machine, actor: actor ?? { kind: 'anonymous' } };
    },
    handlers: Object.assign({}, own.handlers, ...modules.map((m) => m.jobs?.handlers)),
    runs: Object.assign({}, ...modules.map((m) => m.jobs?.runs)),
    cron: [...own.cron, ...modules.flatMap((m) => m.jobs?.cron ?? [])],
  });
}
