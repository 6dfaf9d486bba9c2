import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import { findBinaries } from './binaries.ts';
import { appRole, databaseName, ownerRole, prepareCluster, serverPassword } from './cluster.ts';
import { chooseListening, removeListening } from './listening.ts';
import { FolderLock, type LockInfo, readLockInfo } from './lock.ts';
import {
  clearEarlierRun,
  type Listening,
  logFileOf,
  type ServerPlan,
  send,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { prepareServer } from './prepare.ts';

export interface EmbeddedOptions {
  /** Refuse to join a server that another process runs in this folder. */
  readonly exclusive?: boolean;
  /** npm package with other binaries, for tests. */
  readonly binaries?: string;
  /** Settings on top of ours, such as fsync=off for tests that never crash. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly transport?: Listening['kind'];
}

export interface EmbeddedServer {
  /** True when another process runs the server and we are its guests. */
  readonly joined: boolean;
  readonly fresh: boolean;
  /** Addresses of the owner's and the application's role; `database` defaults to ours. */
  ownerUrl(database?: string): string;
  appUrl(database?: string): string;
  /** Lets others join: to be called when the structure is up to date. */
  announce(): void;
  /** Stops the server when it is ours and frees the folder. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Opens the server of a data folder: makes and starts it, or joins the one that another `lientri`
 * runs there. Throws StartError when neither is possible.
 */
export async function openEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const end = Date.now() + 60_000;
  for (;;) {
    const lock = FolderLock.take(dataDir);
    if (lock) return await startServer(dataDir, lock, options);
    const info = readLockInfo(dataDir);
    const waiting = !info || info.state === 'stopping' || !send(info.pid, 0);
    if (options.exclusive && (!waiting || Date.now() > end - 45_000)) throw busy(dataDir, info);
    if (info?.state === 'ready' && !options.exclusive) {
      const joined = await join(dataDir, info);
      if (joined) return joined;
    }
    if (Date.now() > end) throw busy(dataDir, info);
    await sleep(100);
  }
}

function busy(dataDir: string, info: LockInfo | null): StartError {
  const message = info ? vi.folder.busy(info.pid, dataDir) : vi.folder.busyUnknown(dataDir);
  return new StartError(message, { reason: 'busy' });
}

function address(dataDir: string, at: Pick<LockInfo, 'host' | 'port'>, role: string) {
  const password = serverPassword(dataDir);
  const user = password && !at.host.includes(path.sep) ? `${role}:${password}` : role;
  const host = encodeURIComponent(at.host);
  return (database = databaseName) =>
    `postgres://${user}@localhost:${at.port}/${database}?host=${host}&sslmode=disable`;
}

async function join(dataDir: string, info: LockInfo): Promise<EmbeddedServer | null> {
  const ownerUrl = address(dataDir, info, ownerRole);
  const reason = await tryConnect(ownerUrl('postgres'));
  if (reason) return null;
  return {
    joined: true,
    fresh: false,
    ownerUrl,
    appUrl: address(dataDir, info, appRole),
    announce: () => {},
    stop: async () => {},
  };
}

async function startServer(
  dataDir: string,
  lock: FolderLock,
  options: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const kind = options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket');
  const earlier = readLockInfo(dataDir);
  let running: Postmaster | undefined;
  let listening: Listening | undefined;
  try {
    const binaries = findBinaries(options.binaries);
    const settings = options.settings ?? {};
    await clearEarlierRun(dataDir);
    if (earlier) removeListening(dataDir, earlier.host);
    const { runAs, fresh } = prepareCluster(dataDir, binaries, kind, settings.fsync !== 'off');
    listening = await chooseListening(kind, dataDir, runAs);
    const { host, port } = listening;
    const info = { pid: process.pid, started: new Date().toISOString(), host, port };
    lock.write({ ...info, state: 'starting' });
    const ownerUrl = address(dataDir, listening, ownerRole);
    running = new Postmaster(
      { binaries, runAs, dataDir, listening, settings },
      ownerUrl('postgres'),
    );
    await running.start();
    await prepareServer(ownerUrl, kind === 'tcp' ? serverPassword(dataDir) : '');
    const server = running;
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      lock.leaving(info);
      await server.stop();
      removeListening(dataDir, host);
      lock.release();
    };
    return {
      joined: false,
      fresh,
      ownerUrl,
      appUrl: address(dataDir, listening, appRole),
      announce: () => lock.write({ ...info, state: 'ready' }),
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await running?.stop();
    if (listening) removeListening(dataDir, listening.host);
    lock.release();
    throw asStartError(error, dataDir);
  }
}

function asStartError(error: unknown, dataDir: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code ?? ''))
    return new StartError(vi.folder.cannotWrite(dataDir, message));
  return error;
}

/** The server's process: started, watched, started again when it dies by itself, stopped. */
class Postmaster {
  private readonly plan: ServerPlan;
  private readonly url: string;
  private child: ChildProcess | undefined;
  private restarting: Promise<void> | undefined;
  private stopping = false;

  constructor(plan: ServerPlan, url: string) {
    this.plan = plan;
    this.url = url;
  }

  async start(): Promise<void> {
    const end = Date.now() + 30_000;
    for (;;) {
      const from = logSize(this.plan.dataDir);
      const child = spawnPostmaster(this.plan);
      child.unref();
      this.child = child;
      const failed = await waitReady(child, this.url);
      if (!failed) return this.watch(child);
      const said = readFileSync(logFileOf(this.plan.dataDir), 'utf8').slice(from);
      // Children of a killed server may hold its memory for a moment longer.
      const lingering = /shared memory block|lock file ".*" already exists/.test(said);
      if (!lingering || Date.now() > end || this.stopping)
        throw new StartError(
          vi.server.startFailed(lastFatal(said) || failed, logFileOf(this.plan.dataDir)),
        );
      await sleep(300);
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    process.off('exit', this.onExit);
    await this.restarting?.catch(() => {});
    if (this.child) await stopPostmaster(this.plan, this.child);
  }

  private readonly onExit = () => {
    this.child?.kill('SIGINT');
  };

  private watch(child: ChildProcess): void {
    process.off('exit', this.onExit).on('exit', this.onExit);
    const again = () => {
      if (this.stopping) return;
      this.restarting = this.restart();
      this.restarting.catch(() => {});
    };
    if (child.exitCode !== null || child.signalCode !== null) again();
    else child.once('exit', again);
  }

  /** The server died under us (out of memory, killed): what is committed is on disk. */
  private async restart(): Promise<void> {
    await clearEarlierRun(this.plan.dataDir);
    if (!this.stopping) await this.start();
  }
}

const logSize = (dataDir: string) =>
  existsSync(logFileOf(dataDir)) ? statSync(logFileOf(dataDir)).size : 0;

const lastFatal = (log: string) =>
  log
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') ?? '';

/** Waits until the server takes connections, however long it recovers; a reason when it ended. */
async function waitReady(child: ChildProcess, url: string): Promise<string | null> {
  let failed: string | null = null;
  child.once('error', (error) => {
    failed = error.message;
  });
  for (let wait = 10; ; wait = Math.min(wait * 1.5, 200)) {
    await sleep(wait);
    if (failed) return failed;
    if (child.exitCode !== null || child.signalCode !== null)
      return `exit ${child.exitCode ?? child.signalCode}`;
    if ((await tryConnect(url)) === null) return null;
  }
}

async function tryConnect(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    client.end().catch(() => {});
    return (error as Error).message;
  }
}
