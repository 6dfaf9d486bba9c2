// A process that counts pages of one site, for a test that kills it:  visits.ts URL ORGANISATION
// Prints its port; every page asked for is one of an article.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../src/kernel/clock.ts';
import { VisitCounter } from '../../src/modules/visits/index.ts';
import { connect } from '../../src/platform/database/index.ts';
import { silentLog } from '../../src/platform/log.ts';

const [url = '', organisationId = ''] = process.argv.slice(2);
const database = connect({ url, ownerUrl: url, mode: 'external' });
const counter = new VisitCounter({
  db: database.db,
  clock: systemClock,
  log: silentLog,
  trustProxy: false,
  pause: 100,
});
counter.start();
const shown = { organisationId, subject: { kind: 'article', pid: 'killed' }, pages: 0 };
const server = createServer((request, response) => {
  counter.made(request, 200, shown);
  response.end('page');
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
