import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';

/** What the owner of a data folder tells others; lies in `lientri.lock` while it runs. */
export interface LockInfo {
  readonly pid: number;
  /** Instant, ISO 8601. */
  readonly started: string;
  readonly state: 'starting' | 'ready' | 'stopping';
  /** Folder of the Unix socket, or the loopback address. */
  readonly host: string;
  readonly port: number;
}

const infoFile = (dataDir: string) => path.join(dataDir, 'lientri.lock');

/** What the present owner wrote; null when nobody did. Says nothing about whether it still lives. */
export function readLockInfo(dataDir: string): LockInfo | null {
  try {
    return JSON.parse(readFileSync(infoFile(dataDir), 'utf8')) as LockInfo;
  } catch {
    return null;
  }
}

/**
 * Ownership of a data folder. The system's own file lock decides (SQLite takes it for us on every
 * platform, on the empty `lientri.guard`): it goes with the process however that ends, so neither a
 * reused process number nor two takers at once can fool it.
 */
export class FolderLock {
  // A handle that nobody holds any more is closed by the garbage collector, and the lock with it.
  private static readonly held = new Set<FolderLock>();
  private readonly dataDir: string;
  private readonly guard: DatabaseSync;

  private constructor(dataDir: string, guard: DatabaseSync) {
    this.dataDir = dataDir;
    this.guard = guard;
  }

  /** Takes the folder, or gives null when another process has it. Makes the folder when missing. */
  static take(dataDir: string): FolderLock | null {
    prepareFolder(dataDir);
    let guard: DatabaseSync | undefined;
    try {
      guard = new DatabaseSync(path.join(dataDir, 'lientri.guard'));
      guard.exec('PRAGMA busy_timeout = 0');
      guard.exec('PRAGMA journal_mode = MEMORY');
      guard.exec('BEGIN EXCLUSIVE');
      const lock = new FolderLock(dataDir, guard);
      FolderLock.held.add(lock);
      return lock;
    } catch (error) {
      guard?.close();
      const { errcode, message } = error as { errcode?: number; message: string };
      // 5 is SQLITE_BUSY, 261 SQLITE_BUSY_RECOVERY
      if (errcode === 5 || errcode === 261) return null;
      throw new StartError(vi.folder.cannotLock(dataDir, message));
    }
  }

  /** Tells others where the server is. Whole or not at all: they may read at any moment. */
  write(info: LockInfo): void {
    const file = infoFile(this.dataDir);
    writeFileSync(`${file}.new`, JSON.stringify(info), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** Says that the owner is on its way out; no reason not to go when the folder cannot be written. */
  leaving(info: Omit<LockInfo, 'state'>): void {
    try {
      this.write({ ...info, state: 'stopping' });
    } catch {
      // the folder was taken away, or its disk is full
    }
  }

  release(): void {
    rmSync(infoFile(this.dataDir), { force: true });
    this.guard.close();
    FolderLock.held.delete(this);
  }
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new StartError(vi.config.dataIsFile(dataDir));
    throw new StartError(vi.folder.cannotWrite(dataDir, message));
  }
  const owner = statSync(dataDir).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self)
    throw new StartError(vi.folder.otherOwner(dataDir), { reason: 'busy' });
}
