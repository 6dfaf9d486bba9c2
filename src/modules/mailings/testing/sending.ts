// A process for the crash test: sends mailings, one letter in a batch and slowly, until it is killed.
//   node src/modules/mailings/testing/sending.ts ADDRESS OWNER-ADDRESS
import { systemClock } from '../../../kernel/clock.ts';
import { randomIds } from '../../../kernel/ids.ts';
import { connect } from '../../../platform/database/index.ts';
import { startWorker } from '../../../platform/jobs/index.ts';
import { silentLog } from '../../../platform/log.ts';
import { testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import { sendRun } from '../jobs.ts';
import { SEND_MAILING } from '../service/index.ts';

const [url = '', ownerUrl = ''] = process.argv.slice(2);
const database = connect({ url, ownerUrl, mode: 'external' });

await startWorker({
  pool: database.pool,
  db: database.db,
  clock: systemClock,
  ids: randomIds(systemClock),
  log: silentLog,
  cxFor: async ({ requestId }) =>
    testCx(database.db, { requestId, clock: systemClock, coverage, ids: randomIds(systemClock) }),
  handlers: {},
  runs: { [SEND_MAILING]: sendRun },
  cron: [],
});
