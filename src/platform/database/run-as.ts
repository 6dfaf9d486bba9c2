import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import type { Binaries } from './binaries.ts';

/** How the server's programs are started: PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly kind: 'self' | 'namespace' | 'user';
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Owner on disk of what the server writes. */
  readonly owner: { uid: number; gid: number } | null;
}

const self: RunAs = { kind: 'self', prefix: [], options: {}, owner: null };

/**
 * In a namespace of its own the process is "nobody" to itself and still root to the files of root.
 * initdb wants the number it sees to have a name.
 */
function namespacePrefix(): string[] {
  const named = namedUsers().filter(({ uid }) => uid > 0);
  const user = named.find(({ uid }) => uid === 65534) ?? named[0];
  return user ? ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`] : [];
}

function namedUsers(): { uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

/**
 * Chooses how to run. An ordinary user runs it directly. Root runs it in a user namespace, which
 * reaches a folder that only root may enter; where namespaces are off, or the folder belongs to
 * somebody else, as that user. Throws StartError when such a user cannot reach what it needs.
 */
export function chooseRunAs(pgDir: string, dataDir: string, binaries: Binaries): RunAs {
  if (process.getuid?.() !== 0) {
    refuseOthersFolder(pgDir, dataDir);
    return asSelf();
  }
  const owner = ownerOf(pgDir) ?? ownerOf(dataDir);
  const prefix = owner === null || owner.uid === 0 ? workingNamespace() : null;
  if (prefix) return { kind: 'namespace', prefix, options: {}, owner: { uid: 0, gid: 0 } };
  return asUser(owner && owner.uid !== 0 ? owner : systemUser(), dataDir, binaries);
}

/** Gives `folder` and all in it to the user that the server runs as. */
export function giveTo(runAs: RunAs, folder: string): void {
  if (!runAs.owner) return;
  const { uid, gid } = runAs.owner;
  const stat = lstatSync(folder);
  if (stat.uid !== uid) chownSync(folder, uid, gid);
  if (!stat.isDirectory()) return;
  for (const entry of readdirSync(folder)) {
    const inside = path.join(folder, entry);
    if (lstatSync(inside).isSymbolicLink()) continue;
    giveTo(runAs, inside);
  }
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return null;
  }
}

function refuseOthersFolder(pgDir: string, dataDir: string): void {
  const uid = process.getuid?.();
  const owner = ownerOf(pgDir);
  if (uid !== undefined && owner && owner.uid !== uid)
    throw new StartError(vi.folder.otherOwner(dataDir), { reason: 'busy' });
}

/** A container may run us under a number that has no name, which initdb refuses. */
function asSelf(): RunAs {
  const uid = process.getuid?.();
  if (process.platform !== 'linux' || namedUsers().some((user) => user.uid === uid)) return self;
  try {
    os.userInfo();
    return self;
  } catch {
    const prefix = workingNamespace();
    return prefix ? { kind: 'namespace', prefix, options: {}, owner: null } : self;
  }
}

function workingNamespace(): string[] | null {
  if (process.platform !== 'linux') return null;
  const [program, ...args] = namespacePrefix();
  if (!program) return null;
  const works = spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0;
  return works ? [program, ...args] : null;
}

function systemUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    const [uid, gid] = ids.map((done) => (done.status === 0 ? Number(done.stdout) : Number.NaN));
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid!, gid: gid! };
  }
  throw new StartError(vi.server.noUser());
}

function asUser(owner: { uid: number; gid: number }, dataDir: string, binaries: Binaries): RunAs {
  const runAs: RunAs = { kind: 'user', prefix: [], options: { ...owner }, owner };
  const reaches = (test: string, file: string) =>
    spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', file], {
      ...runAs.options,
      cwd: '/',
      stdio: 'ignore',
    }).status === 0;
  const name = String(owner.uid);
  if (!reaches('-x', binaries.postgres))
    throw new StartError(vi.server.rootNeedsReach(name, binaries.postgres));
  if (!reaches('-x', dataDir)) throw new StartError(vi.server.rootNeedsReach(name, dataDir));
  return runAs;
}
