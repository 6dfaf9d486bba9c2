import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import type { BackupHeader, Manifest } from './backup.ts';
import { sealHolds } from './seal.ts';
import { type Entry, readEntries } from './tar.ts';

/** The entries of a backup in order. Throws StartError when the file is not whole. */
export async function* readBackup(file: string): AsyncGenerator<Entry> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    const entries = readEntries(gunzip as AsyncIterable<Buffer>);
    for (;;) {
      const next = await entries.next().catch((error: Error) => {
        throw explain(file, error);
      });
      if (next.done) return;
      yield { ...next.value, data: explained(file, next.value.data) };
    }
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

function explain(file: string, error: NodeJS.ErrnoException): StartError {
  if (error.code === 'ENOENT') return new StartError(vi.backup.noFile(file));
  return new StartError(vi.backup.damaged(file, error.message), { cause: error });
}

async function* explained(file: string, data: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = data[Symbol.asyncIterator]();
  for (;;) {
    const next = await iterator.next().catch((error: Error) => {
      throw explain(file, error);
    });
    if (next.done) return;
    yield next.value;
  }
}

async function readJson<T>(entry: Entry): Promise<T> {
  const parts: Buffer[] = [];
  for await (const part of entry.data) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as T;
}

const safePath = /^(?!.*(^|\/)\.)[\w.-]+(\/[\w.-]+)*$/;

/**
 * Reads a backup from the first byte to the last and compares it with its manifest. Throws
 * StartError when a byte is damaged, something is missing or something does not belong.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const damaged = (what: string) => new StartError(vi.backup.damaged(file, what));
  const whole = await sealHolds(file).catch((error) => {
    throw explain(file, error);
  });
  if (!whole) throw damaged('sha256');
  const sums = new Map<string, { hash: Hash; size: number; parts: number }>();
  let manifest: Manifest | undefined;
  let header: BackupHeader | undefined;
  for await (const entry of readBackup(file)) {
    if (entry.name === 'header.json') header = await readJson<BackupHeader>(entry);
    else if (entry.name === 'manifest.json') manifest = await readJson<Manifest>(entry);
    else {
      if (!safePath.test(entry.name)) throw damaged(entry.name);
      const key = entry.name.replace(/^(tables\/.*)\/\d+\.copy$/, '$1');
      const sum = sums.get(key) ?? { hash: createHash('sha256'), size: 0, parts: 0 };
      for await (const chunk of entry.data) sum.hash.update(chunk);
      sums.set(key, { hash: sum.hash, size: sum.size + entry.size, parts: sum.parts + 1 });
    }
  }
  if (!manifest || JSON.stringify(header) !== JSON.stringify(manifest.header))
    throw damaged('manifest.json');
  for (const table of manifest.tables) {
    const sum = sums.get(`tables/${table.name}`);
    if ((sum?.parts ?? 0) !== table.parts) throw damaged(table.name);
    if ((sum?.hash ?? createHash('sha256')).digest('hex') !== table.sha256)
      throw damaged(table.name);
    sums.delete(`tables/${table.name}`);
  }
  for (const { path, size, sha256 } of manifest.files) {
    const sum = sums.get(`files/${path}`);
    if (sum?.size !== size || sum.hash.digest('hex') !== sha256) throw damaged(path);
    sums.delete(`files/${path}`);
  }
  const [left] = sums.keys();
  if (left) throw damaged(left);
  return manifest;
}

/** Reads only the beginning: what made the backup, and when. */
export async function readBackupHeader(file: string): Promise<BackupHeader> {
  for await (const entry of readBackup(file)) {
    if (entry.name !== 'header.json') break;
    const header = await readJson<BackupHeader>(entry);
    if (header.format !== 1) throw new StartError(vi.migrate.newer(`format ${header.format}`));
    return header;
  }
  throw new StartError(vi.backup.damaged(file, 'header.json'));
}
