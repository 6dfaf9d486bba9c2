import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../../platform/database/query.ts';
import type { Shown } from '../../platform/http/shown.ts';
import { silentLog } from '../../platform/log.ts';
import { VisitCounter } from './service/index.ts';

// A process that counts, behind a real socket: what every address shows is said by the test.

/** A browser as people have it. */
export const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

export interface CountingProcess {
  /** Asks for a page and comes back when it was counted. */
  read(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<void>;
  /** Writes what was counted until now. */
  flush(): Promise<void>;
  /** Writes what was counted, as the end of the process does. */
  stop(): Promise<void>;
}

/** `pages`: what is shown at each path; another path is not found. */
export async function countingProcess(
  parts: { readonly db: Db; readonly clock: Clock; readonly trustProxy?: boolean },
  pages: Readonly<Record<string, Shown>>,
): Promise<CountingProcess> {
  const counter = new VisitCounter({
    db: parts.db,
    clock: parts.clock,
    log: silentLog,
    trustProxy: parts.trustProxy ?? false,
    pause: 3_600_000,
  });
  counter.start();
  await counter.written();
  const server = createServer((incoming, outgoing) => {
    const shown = pages[incoming.url ?? ''];
    const status = shown === undefined ? 404 : 200;
    counter.made(incoming, status, shown);
    outgoing.writeHead(status).end();
  });
  // A test that fails before its end leaves nothing that waits.
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    read: (path, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
        const all = { 'user-agent': browser, ...headers };
        request({ host: '127.0.0.1', port, path, method, headers: all }, (answer) => {
          answer.resume().on('end', resolve);
        })
          .on('error', reject)
          .end();
      }),
    flush: () => counter.write(),
    async stop() {
      server.close();
      server.closeAllConnections();
      await counter.stop();
    },
  };
}
