import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import type { Binaries } from './binaries.ts';
import type { RunAs } from './run-as.ts';

/** A place where the server listens: a folder with a Unix socket, or the loopback address. */
export interface Listening {
  readonly kind: 'socket' | 'tcp';
  readonly host: string;
  readonly port: number;
}

export interface ServerPlan {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly dataDir: string;
  readonly listening: Listening;
  /** Extra settings, such as fsync=off for tests that never crash. */
  readonly settings: Readonly<Record<string, string>>;
}

export const pgDirOf = (dataDir: string) => path.join(dataDir, 'pg');
export const logFileOf = (dataDir: string) => path.join(dataDir, 'log', 'postgres.log');

/** Environment of the server's programs: nothing of ours may change how they behave. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, LC_MESSAGES: 'C', TZ: 'UTC' };
  return Object.assign(env, SystemRoot ? { SystemRoot, TEMP, TMP } : {});
}

/** Starts the server in a session of its own, so that Ctrl-C reaches the application alone. */
export function spawnPostmaster(plan: ServerPlan): ChildProcess {
  const [program, ...args] = [
    ...plan.runAs.prefix,
    ...endsWithUs('INT'),
    plan.binaries.postgres,
    '-D',
    pgDirOf(plan.dataDir),
    ...Object.entries(settingsOf(plan)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openLog(plan.dataDir);
  try {
    return spawn(program!, args, {
      ...plan.runAs.options,
      cwd: path.parse(plan.dataDir).root,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
  } finally {
    closeSync(log);
  }
}

let canEndWithUs: boolean | undefined;

/**
 * Put before a program, it gets `signal` when this process is killed, where the system can do that:
 * a server stops in good order (INT), a half-made cluster is given up (KILL).
 */
export function endsWithUs(signal: 'INT' | 'KILL'): string[] {
  if (process.platform !== 'linux') return [];
  const prefix = ['setpriv', '--pdeathsig', signal, '--'];
  canEndWithUs ??= spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status === 0;
  return canEndWithUs ? prefix : [];
}

function openLog(dataDir: string): number {
  const file = logFileOf(dataDir);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
const between = (low: number, value: number, high: number) =>
  Math.round(Math.min(Math.max(value, low), high));

function settingsOf(plan: ServerPlan): Record<string, string> {
  const limit = process.constrainedMemory() || os.totalmem();
  const memory = megabytes(Math.min(limit, os.totalmem()));
  const { kind, host, port } = plan.listening;
  const socketFolder = `"${host.replaceAll('"', '""')}"`;
  return {
    listen_addresses: kind === 'tcp' ? host : '',
    unix_socket_directories: kind === 'tcp' ? '' : socketFolder,
    unix_socket_permissions: '0700',
    port: String(port),
    max_connections: '80',
    shared_buffers: `${between(64, memory / 8, 1024)}MB`,
    effective_cache_size: `${between(256, memory / 2, 65_536)}MB`,
    work_mem: `${between(8, memory / 256, 32)}MB`,
    maintenance_work_mem: `${between(64, memory / 32, 512)}MB`,
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    // Statements and values may hold personal data and never reach the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...plan.settings,
  };
}

/**
 * Makes sure that nothing of an earlier run still works in the cluster: asks a postmaster that
 * lives on to stop, and waits for its children, which may outlive it by a second or more.
 */
export async function clearEarlierRun(dataDir: string): Promise<void> {
  const pgDir = pgDirOf(dataDir);
  const pidFile = path.join(pgDir, 'postmaster.pid');
  const steps: [signal: NodeJS.Signals, seconds: number][] = [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ];
  for (const [signal, seconds] of steps) {
    for (const pid of processesIn(pgDir, pidFile)) send(pid, signal);
    const end = Date.now() + seconds * 1000;
    while (processesIn(pgDir, pidFile).length > 0 && Date.now() < end) await sleep(50);
  }
  if (processesIn(pgDir, pidFile).length > 0)
    throw new StartError(vi.server.stillStopping(dataDir));
  // Nobody works here, so the number in the file belongs to someone else by now, if to anyone.
  if (process.platform === 'linux') rmSync(pidFile, { force: true });
}

/** Ids of the server processes at work in a data folder. */
export const serverProcesses = (dataDir: string) =>
  processesIn(pgDirOf(dataDir), path.join(pgDirOf(dataDir), 'postmaster.pid'));

function processesIn(pgDir: string, pidFile: string): number[] {
  if (!existsSync(pidFile)) return [];
  if (process.platform !== 'linux') return livePostmaster(pidFile);
  const { dev, ino } = statSync(pgDir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // Each process of a server stands in the cluster's folder.
        const at = statSync(`/proc/${pid}/cwd`);
        if (at.dev !== dev || at.ino !== ino) return false;
        return path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres');
      } catch {
        return false;
      }
    });
}

function livePostmaster(pidFile: string): number[] {
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !send(pid, 0)) return [];
  if (process.platform === 'win32') return [pid];
  const name = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout;
  return name?.includes('postgres') ? [pid] : [];
}

/** Sends a signal; false when the process is gone. */
export function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(plan: ServerPlan, child: ChildProcess): Promise<void> {
  const pgDir = pgDirOf(plan.dataDir);
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.ref();
    if (process.platform === 'win32') {
      spawnSync(plan.binaries.pgCtl, ['stop', '-D', pgDir, '-m', 'fast', '-w'], {
        env: serverEnvironment(),
        stdio: 'ignore',
      });
    } else child.kill('SIGINT');
    const late = setTimeout(() => child.kill('SIGQUIT'), 60_000);
    await gone;
    clearTimeout(late);
  }
  // A stopped folder may be moved: nothing in it may tell where it was.
  rmSync(path.join(pgDir, 'postmaster.opts'), { force: true });
  forgetPath(plan.dataDir);
}

function forgetPath(dataDir: string): void {
  const file = logFileOf(dataDir);
  if (!existsSync(file)) return;
  const log = readFileSync(file, 'utf8');
  if (log.includes(dataDir)) writeFileSync(file, log.replaceAll(dataDir, '.'), { mode: 0o600 });
}
