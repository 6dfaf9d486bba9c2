import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copyOut, type SequenceState, sequencesOf, type TableShape, tablesOf } from './catalog.ts';
import { type AppliedMigration, appliedMigrations, appVersion } from './migrate.ts';
import { type PendingJob, pendingJobs } from './pending-jobs.ts';
import { sealing } from './seal.ts';
import { tarEnd, writeEntry } from './tar.ts';
import type { Database } from './types.ts';

/** First entry of a backup: enough to say whether this version can read it. */
export interface BackupHeader {
  readonly format: 1;
  readonly app: string;
  /** Instant of the snapshot, ISO 8601. */
  readonly at: string;
  readonly migrations: readonly AppliedMigration[];
}

export interface BackedUpTable extends TableShape {
  readonly rows: number;
  readonly parts: number;
  readonly sha256: string;
}

export interface BackedUpFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Last entry: what the others must hold. */
export interface Manifest {
  readonly header: BackupHeader;
  readonly tables: readonly BackedUpTable[];
  readonly sequences: readonly SequenceState[];
  readonly files: readonly BackedUpFile[];
  readonly jobs: readonly PendingJob[];
}

/** Rows travel in parts of this many bytes, so that a table of any length needs no more memory. */
const partSize = 4 * 1_048_576;

export const partName = (table: string, part: number) =>
  `tables/${table}/${String(part).padStart(6, '0')}.copy`;

/**
 * Writes everything that a database and its files hold into `outFile` (tar.gz, readable by its owner
 * only): one snapshot of every table, then the files, which rows only ever name after they are on
 * disk. Keys stay out. The file appears under its name when it is whole. Writers go on meanwhile.
 */
export async function backup(
  database: Database,
  fileStoreDir: string,
  outFile: string,
): Promise<Manifest> {
  const part = `${outFile}.part`;
  await mkdir(path.dirname(outFile), { recursive: true, mode: 0o700 });
  const client = await database.ownerPool.connect();
  let manifest: Manifest | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local synchronize_seqscans = off');
    const contents = write(client, fileStoreDir, (done) => {
      manifest = done;
    });
    await pipeline(
      Readable.from(contents, { objectMode: false }),
      createGzip({ level: 3 }),
      sealing(),
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    await rm(part, { force: true });
    throw error;
  }
  await rename(part, outFile);
  await syncFolder(path.dirname(outFile));
  return manifest!;
}

async function* write(
  client: pg.PoolClient,
  fileStoreDir: string,
  done: (manifest: Manifest) => void,
): AsyncGenerator<Buffer> {
  const at = await client.query<{ at: Date }>('select now() as at');
  const header: BackupHeader = {
    format: 1,
    app: appVersion,
    at: at.rows[0]!.at.toISOString(),
    migrations: await appliedMigrations(client),
  };
  yield* writeJson('header.json', header);
  const tables: BackedUpTable[] = [];
  for (const table of await tablesOf(client)) tables.push(yield* writeTable(client, table));
  const sequences = await sequencesOf(client);
  const jobs = await pendingJobs(client);
  const files: BackedUpFile[] = [];
  for await (const file of walk(fileStoreDir)) {
    const written = yield* writeFile(fileStoreDir, file);
    if (written) files.push(written);
  }
  const manifest = { header, tables, sequences, files, jobs };
  yield* writeJson('manifest.json', manifest);
  yield tarEnd;
  done(manifest);
}

function writeJson(name: string, value: unknown): AsyncGenerator<Buffer> {
  const data = Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
  return writeEntry({ name, size: data.length, data: [data] });
}

async function* writeTable(
  client: pg.PoolClient,
  table: TableShape,
): AsyncGenerator<Buffer, BackedUpTable> {
  const stream = client.query(copyTo(copyOut(table)));
  const hash = createHash('sha256');
  let parts = 0;
  const flush = async function* (held: Buffer[], size: number) {
    for (const chunk of held) hash.update(chunk);
    yield* writeEntry({ name: partName(table.name, parts), size, data: held });
    parts += 1;
  };
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size < partSize) continue;
    yield* flush(held, size);
    held = [];
    size = 0;
  }
  if (size > 0) yield* flush(held, size);
  return { ...table, rows: stream.rowCount, parts, sha256: hash.digest('hex') };
}

/** Files under `folder`, as paths with slashes, in order. */
async function* walk(folder: string, inside = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = inside ? `${inside}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(folder, below);
    // A name with a dot in front is a file on its way.
    else if (entry.isFile() && !entry.name.startsWith('.')) yield below;
  }
}

async function* writeFile(
  folder: string,
  file: string,
): AsyncGenerator<Buffer, BackedUpFile | null> {
  const full = path.join(folder, file);
  const size = await stat(full).then(
    (found) => found.size,
    () => null,
  );
  // Swept since the folder was read: no row of the snapshot names it.
  if (size === null) return null;
  const hash = createHash('sha256');
  const data = hashed(createReadStream(full), hash);
  yield* writeEntry({ name: `files/${file}`, size, data });
  return { path: file, size, sha256: hash.digest('hex') };
}

async function* hashed(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

/** A rename is on disk only when its folder is. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
