import { createServer, type Server } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { buildApp } from './app.tsx';
import { VisitCounter } from './modules/visits/index.ts';
import { writtenChannel } from './platform/audit/record.ts';
import { projectRoot, StartError } from './platform/config.ts';
import type { Seen } from './platform/cx.ts';
import { setRootCode } from './platform/http/addresses.ts';
import { buildAssets } from './platform/http/assets.ts';
import { PageCache } from './platform/http/page-cache.ts';
import type { PageNotes } from './platform/http/shown.ts';
import { UnderWay } from './platform/under-way.ts';
import { type Runtime, version } from './runtime.ts';
import { codeOfRoot } from './setup.ts';
import { shellWords as words } from './vi.ts';
import { startWork } from './work.ts';

const pageCacheBytes = 64_000_000;
const stopMs = 5_000;
/** What readers who are gone have asked for is given this long to end. */
const lastMs = 10_000;
const rootWatchMs = 200;

export interface Running {
  readonly address: string;
  /** Answers what was asked, then stops taking requests, work and sessions. */
  stop(): Promise<void>;
}

/** Starts HTTP and the worker over an opened runtime. Throws StartError when the port is taken. */
export async function start(runtime: Runtime): Promise<Running> {
  const { config, services, clock, ids, log, database } = runtime;
  const counter = new VisitCounter({
    db: database.db,
    clock,
    log,
    trustProxy: services.trustProxy,
  });
  const pages = new PageCache({
    limit: pageCacheBytes,
    today: () => clock.today(),
    sent: counter.count,
  });
  const app = buildApp({
    db: database.db,
    services,
    clock,
    ids,
    log,
    version,
    assets: await buildAssets(projectRoot),
    committed: (seen) => (seen === 'soon' ? pages.clearSoon() : pages.clear()),
  });
  const root = rootWatch(runtime);
  const forget = await database.listen(writtenChannel, (seen) => {
    if (seen === ('soon' satisfies Seen)) return pages.clearSoon();
    pages.clear();
    root.soon();
  });
  // A demo's sign-ins are public knowledge: it stays on this machine unless somebody says otherwise.
  const host = config.host ?? (services.demo ? '127.0.0.1' : '0.0.0.0');
  const requests = new UnderWay();
  const server = await open({ pages, counter, requests, fetch: app.fetch }, config.port, host);
  counter.start();
  const work = await startWork(runtime);
  return {
    address: config.publicUrl ?? `http://localhost:${config.port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), stopMs);
      await closed;
      clearTimeout(late);
      // A connection is closed when its reader goes; what was asked for over it may still be at work.
      const left = await requests.ended(lastMs);
      if (left > 0) log.warn('requests are cut off', { requests: left });
      await counter.stop();
      await forget();
      await root.stop();
      await work.stop();
    },
  };
}

// The root organisation may get another code: addresses follow soon after the write, in each process.
function rootWatch(runtime: Runtime): { soon(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const look = async () => {
    timer = undefined;
    if (runtime.installation !== null)
      setRootCode(await codeOfRoot(runtime.database.db, runtime.installation));
  };
  return {
    soon() {
      timer ??= setTimeout(() => {
        turn = look().catch((error) => runtime.log.error('root organisation not read', { error }));
      }, rootWatchMs);
    },
    stop() {
      clearTimeout(timer);
      return turn;
    },
  };
}

const slowestRequestMs = 30 * 60_000;

type Fetch = (request: Request, bindings: object) => Response | Promise<Response>;

interface Doors {
  readonly pages: PageCache;
  readonly counter: VisitCounter;
  readonly requests: UnderWay;
  readonly fetch: Fetch;
}

function open(
  { pages, counter, requests, fetch }: Doors,
  port: number,
  host: string,
): Promise<Server> {
  const listener = getRequestListener(
    (request, handed) => {
      const bindings = handed as HttpBindings & PageNotes;
      return pages.make(request, bindings, async () => {
        const answer = await fetch(request, bindings);
        counter.made(bindings.incoming, answer.status, bindings.shown);
        return answer;
      });
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => {
    pages.serve(request, response, () => void requests.add(listener(request, response)));
  });
  // A large roster over a slow line; heads of requests keep their own, short time.
  server.requestTimeout = slowestRequestMs;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      reject(
        new StartError(
          busy ? words.portBusy(port) : words.cannotListen(`${host}:${port}`, error.message),
        ),
      );
    });
    server.listen(port, host, () => resolve(server));
  });
}
