// A process for the crash test: works on long jobs that never end, until it is killed.
//   node src/platform/jobs/crashing.ts ADDRESS OWNER-ADDRESS
import { systemClock } from '../../kernel/clock.ts';
import { randomIds } from '../../kernel/ids.ts';
import { connect } from '../database/index.ts';
import { silentLog } from '../log.ts';
import { testCx } from '../testing.ts';
import type { RunHandler } from './types.ts';
import { startWorker } from './worker.ts';

const [url = '', ownerUrl = ''] = process.argv.slice(2);
const database = connect({ url, ownerUrl, mode: 'external' });

const endless = (resumable: boolean): RunHandler => ({
  resumable,
  async run(_cx, _payload, run) {
    await run.progress(1, 10, 'halfway');
    await new Promise(() => {});
  },
});

await startWorker({
  pool: database.pool,
  db: database.db,
  clock: systemClock,
  ids: randomIds(systemClock),
  log: silentLog,
  cxFor: async ({ requestId }) => testCx(database.db, { requestId, clock: systemClock }),
  handlers: {},
  runs: { 'test.resumes': endless(true), 'test.once': endless(false) },
  cron: [],
});
