import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { syncDirectory } from '../disk.ts';
import { NotFound, TooLarge } from '../errors.ts';

export type Bytes = Buffer | AsyncIterable<Uint8Array>;
export interface Stored {
  /** 64 hex digits. */
  readonly sha256: string;
  readonly size: number;
}

/** Content that can be read at any place, as far as it was received. */
export interface Content {
  readonly size: number;
  /** Up to `length` bytes from `start`; fewer at the end. */
  read(start: number, length: number): Promise<Buffer>;
}

/** Content that holds a file open until it is closed. */
export interface OpenContent extends Content {
  close(): Promise<void>;
}

/** Received and on disk, but not yet under its address: end it with `keep` or `drop`. */
export interface Staged extends Stored, Content {
  /** Puts it under its address; when this returns it survives a power cut. */
  keep(): Promise<void>;
  /** Forgets it; does nothing after `keep`. */
  drop(): Promise<void>;
}

/** Where the bytes of files lie, addressed by their sha256. Names and rights are in the database. */
export interface FileStore {
  /** Receives bytes. Throws TooLarge when there are more than `limit`. */
  stage(bytes: Bytes, limit?: number): Promise<Staged>;
  /** `stage` and `keep` in one. */
  put(bytes: Bytes): Promise<Stored>;
  /** Throws NotFound. */
  open(sha256: string): Promise<Readable>;
  /** The file, to be read at any place by those who need more than a stream. Throws NotFound. */
  openContent(sha256: string): Promise<OpenContent>;
  has(sha256: string): Promise<boolean>;
  delete(sha256: string): Promise<void>;
  /** The first two hex digits under which anything lies. */
  shelves(): Promise<readonly string[]>;
  /**
   * Deletes what lies on a shelf, is not in `referenced` and was last put before `before`.
   * Drafts of broken uploads of that age go too. Gives the number of files deleted.
   */
  sweep(shelf: string, referenced: ReadonlySet<string>, before: Date): Promise<number>;
}

const HASH = /^[0-9a-f]{64}$/;
const DRAFTS = 'draft';

/** Files in a folder of this machine or a shared one: aa/bb/aabb…; drafts lie in `draft`. */
export function localFileStore(folder: string): FileStore {
  const addressOf = (sha256: string): string => {
    if (!HASH.test(sha256)) throw new NotFound('file');
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const stage: FileStore['stage'] = async (bytes, limit = Number.POSITIVE_INFINITY) => {
    await mkdir(join(folder, DRAFTS), { recursive: true });
    const path = join(folder, DRAFTS, randomBytes(12).toString('hex'));
    const file = await open(path, 'wx+', 0o600);
    try {
      const received = await receive(file, bytes, limit);
      return staged(file, path, received, addressOf(received.sha256), folder);
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
  };
  return {
    stage,
    async put(bytes) {
      const { sha256, size, keep } = await stage(bytes);
      await keep();
      return { sha256, size };
    },
    async open(sha256) {
      const path = addressOf(sha256);
      if (!(await exists(path))) throw new NotFound('file');
      return createReadStream(path);
    },
    async openContent(sha256) {
      const path = addressOf(sha256);
      if (!(await exists(path))) throw new NotFound('file');
      return contentAt(path);
    },
    has: async (sha256) => exists(addressOf(sha256)),
    delete: async (sha256) => rm(addressOf(sha256), { force: true }),
    async shelves() {
      return (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
    },
    sweep: (shelf, referenced, before) => sweepShelf(folder, shelf, referenced, before),
  };
}

/** A file of this machine as content. */
export async function contentAt(path: string): Promise<OpenContent> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return {
      size,
      read: (start, length) => readFrom(file, start, length),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readFrom(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}

async function receive(file: FileHandle, bytes: Bytes, limit: number): Promise<Stored> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    size += chunk.byteLength;
    if (size > limit) throw new TooLarge(limit, null);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), size };
}

function staged(
  file: FileHandle,
  path: string,
  received: Stored,
  address: string,
  root: string,
): Staged {
  let open = true;
  return {
    ...received,
    read: (start, length) => readFrom(file, start, length),
    async keep() {
      open = false;
      await file.close();
      const shelf = dirname(address);
      await mkdir(shelf, { recursive: true });
      // Also when it is there already: the new time keeps it from the sweeper.
      await rename(path, address);
      const now = new Date();
      await utimes(address, now, now);
      for (const folder of [shelf, dirname(shelf), root]) await syncDirectory(folder);
    },
    async drop() {
      if (!open) return;
      open = false;
      await file.close();
      await rm(path, { force: true });
    },
  };
}

async function sweepShelf(
  folder: string,
  shelf: string,
  referenced: ReadonlySet<string>,
  before: Date,
): Promise<number> {
  await sweepFolder(join(folder, DRAFTS), before, () => true);
  let deleted = 0;
  for (const part of await namesIn(join(folder, shelf))) {
    const loose = (name: string) => HASH.test(name) && !referenced.has(name);
    deleted += await sweepFolder(join(folder, shelf, part), before, loose);
  }
  return deleted;
}

async function sweepFolder(
  folder: string,
  before: Date,
  loose: (name: string) => boolean,
): Promise<number> {
  let deleted = 0;
  for (const name of await namesIn(folder)) {
    if (!loose(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(path, { force: true });
    deleted += 1;
  }
  return deleted;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
