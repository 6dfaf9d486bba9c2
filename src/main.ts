import { serve as listen, type ServerType } from '@hono/node-server';
import { buildApp } from './app.tsx';
import { projectRoot, StartError } from './platform/config.ts';
import { buildAssets } from './platform/http/assets.ts';
import { startWork } from './work.ts';
import { type Runtime, version } from './runtime.ts';
import { shellWords as words } from './vi.ts';

export interface Running {
  readonly address: string;
  /** Answers what was asked, then stops taking requests, work and sessions. */
  stop(): Promise<void>;
}

/** Starts HTTP and the worker over an opened runtime. Throws StartError when the port is taken. */
export async function start(runtime: Runtime): Promise<Running> {
  const { config, services, clock, ids, log, database } = runtime;
  const app = buildApp({
    db: database.db,
    services,
    clock,
    ids,
    log,
    version,
    assets: await buildAssets(projectRoot),
  });
  // A demo's sign-ins are public knowledge: it stays on this machine unless somebody says otherwise.
  const host = config.host ?? (services.demo ? '127.0.0.1' : '0.0.0.0');
  const server = await open(app.fetch, config.port, host);
  const work = await startWork(runtime);
  return {
    address: config.publicUrl ?? `http://localhost:${config.port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, 5_000);
      await closed;
      clearTimeout(late);
      await work.stop();
    },
  };
}

function open(fetch: Parameters<typeof listen>[0]['fetch'], port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname, overrideGlobalObjects: false }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const line = error.code === 'EADDRINUSE' ? words.portBusy(port) : words.cannotListen(`${hostname}:${port}`, error.message);
      reject(new StartError(line));
    });
  });
}
