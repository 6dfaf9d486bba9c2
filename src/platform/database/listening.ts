import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import type { Listening } from './postmaster.ts';
import type { RunAs } from './run-as.ts';

const socketPort = 5432;
const shortPrefix = 'lientri-';
/** A Unix socket's address holds 107 bytes and the zero behind them. */
const longestSocket = 107;

const fits = (folder: string) =>
  Buffer.byteLength(path.join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocket;

/** Chooses where the server listens and prepares the place; only our own user may enter it. */
export async function chooseListening(
  kind: Listening['kind'],
  dataDir: string,
  runAs: RunAs,
): Promise<Listening> {
  if (kind === 'tcp') return { kind, host: '127.0.0.1', port: await freePort() };
  const inside = path.join(dataDir, 'run');
  rmSync(inside, { recursive: true, force: true });
  if (fits(inside)) {
    mkdirSync(inside, { mode: 0o700 });
    own(runAs, inside);
    if (await holdsSockets(inside)) return { kind, host: inside, port: socketPort };
    rmSync(inside, { recursive: true, force: true });
  }
  const host = shortFolder(dataDir);
  own(runAs, host);
  return { kind, host, port: socketPort };
}

/** Takes away what `chooseListening` made, also what a killed process left behind. */
export function removeListening(dataDir: string, host: string): void {
  const ours = path.basename(host).startsWith(shortPrefix) && !host.startsWith(dataDir);
  if (ours || host === path.join(dataDir, 'run')) rmSync(host, { recursive: true, force: true });
}

function own(runAs: RunAs, folder: string): void {
  chmodSync(folder, 0o700);
  if (runAs.owner && process.getuid?.() === 0) chownSync(folder, runAs.owner.uid, runAs.owner.gid);
}

/** Some mounted folders (of containers, of other systems) refuse sockets. */
function holdsSockets(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(path.join(folder, '.try'), () => server.close(() => resolve(true)));
  });
}

function shortFolder(dataDir: string): string {
  for (const parent of [process.env.XDG_RUNTIME_DIR, os.tmpdir(), '/tmp', '/var/tmp']) {
    if (!parent || !fits(path.join(parent, `${shortPrefix}xxxxxx`))) continue;
    try {
      accessSync(parent, constants.W_OK);
      return mkdtempSync(path.join(realpathSync(parent), shortPrefix));
    } catch {
      // not this one
    }
  }
  throw new StartError(vi.server.longPath(dataDir));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
