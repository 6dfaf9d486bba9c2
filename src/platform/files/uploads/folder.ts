import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isPid } from '../../../kernel/ids.ts';
import { syncDirectory } from '../../disk.ts';
import { NotFound } from '../../errors.ts';

/** Bytes that are being sent, and when to stop listening to them. */
export interface Piece {
  readonly bytes: ReadableStream<Uint8Array>;
  /** Where its first byte belongs. */
  readonly from: number;
  /** The most bytes that it may have. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Told again and again, and at the end: all before `offset` is on disk. */
  readonly synced: (offset: number) => Promise<void>;
}

export interface Received {
  /** After the last byte that is on disk. */
  readonly offset: number;
  /** 'broken' when the sender broke off or was told to stop, 'long' when there was more than `most`. */
  readonly ended: 'whole' | 'broken' | 'long';
}

/** The bytes of files that are on their way, one file each, by the pid of the upload. */
export interface UploadFolder {
  /** How many bytes lie there; 0 when there is nothing. */
  size(pid: string): Promise<number>;
  /** Puts a piece on disk while it arrives; memory is flat. */
  receive(pid: string, piece: Piece): Promise<Received>;
  /** The first `size` bytes. */
  read(pid: string, size: number): AsyncIterable<Uint8Array>;
  delete(pid: string): Promise<void>;
  /** Bytes that are free on its disk. */
  room(): Promise<number>;
  /** Takes away what no upload is `known` of and nobody wrote to since `before`; gives how many. */
  sweep(
    known: (pids: readonly string[]) => Promise<ReadonlySet<string>>,
    before: Date,
  ): Promise<number>;
}

/** So much may be lost when the server is killed, and is sent again. */
const STEP = 1_048_576;
const READ = 262_144;
/** A line that has been silent for so long is dead; its sender begins again where it broke off. */
const SILENT_MS = 60_000;

/** Uploads in a folder of this machine, beside the store. It is no part of a backup. */
export function localUploads(folder: string): UploadFolder {
  const pathOf = (pid: string): string => {
    if (!isPid(pid)) throw new NotFound('upload');
    return join(folder, pid);
  };
  const sizeAt = async (path: string) => (await stat(path).catch(() => null))?.size ?? 0;
  return {
    size: async (pid) => sizeAt(pathOf(pid)),
    async receive(pid, piece) {
      const file = await openAt(folder, pathOf(pid));
      try {
        return await write(file, piece);
      } finally {
        await file.close();
      }
    },
    async *read(pid, size) {
      const file = await open(pathOf(pid), 'r');
      try {
        for (let at = 0; at < size; ) {
          const room = Buffer.allocUnsafe(Math.min(READ, size - at));
          const { bytesRead } = await file.read(room, 0, room.length, at);
          if (bytesRead === 0) throw new Error(`upload ${pid} is shorter than it was`);
          yield room.subarray(0, bytesRead);
          at += bytesRead;
        }
      } finally {
        await file.close();
      }
    },
    delete: async (pid) => rm(pathOf(pid), { force: true }),
    async room() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    async sweep(known, before) {
      const names = (await namesIn(folder)).filter(isPid);
      const old: string[] = [];
      for (const name of names) {
        const found = await stat(join(folder, name)).catch(() => null);
        if (found !== null && found.mtime < before) old.push(name);
      }
      const kept = await known(old);
      const gone = old.filter((name) => !kept.has(name));
      for (const name of gone) await rm(join(folder, name), { force: true });
      return gone.length;
    },
  };
}

async function openAt(folder: string, path: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = (await stat(path).catch(() => null)) === null;
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  if (fresh) await syncDirectory(folder);
  return file;
}

async function write(
  file: FileHandle,
  { bytes, from, most, signal, synced }: Piece,
): Promise<Received> {
  const reader = bytes.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  const silent = setTimeout(stop, SILENT_MS);
  signal.addEventListener('abort', stop, { once: true });
  let at = from;
  let safe = from;
  let ended: Received['ended'] = 'whole';
  const sync = async () => {
    await file.datasync();
    await synced(at);
    safe = at;
  };
  try {
    for (;;) {
      const read = await reader.read().catch(() => null);
      if (read === null) ended = 'broken';
      if (read === null || read.done) break;
      silent.refresh();
      if (at + read.value.byteLength > from + most) {
        ended = 'long';
        stop();
        break;
      }
      await writeAll(file, read.value, at);
      at += read.value.byteLength;
      if (at - safe >= STEP) await sync();
    }
  } finally {
    clearTimeout(silent);
    signal.removeEventListener('abort', stop);
    // Also what came before the disk was full, or the line broke, need not be sent again.
    if (at > safe) await sync();
  }
  return { offset: at, ended: signal.aborted ? 'broken' : ended };
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, at + done);
    done += bytesWritten;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
