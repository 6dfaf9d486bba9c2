import { existsSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { type Config, StartError } from '../config.ts';
import { vi } from '../vi.ts';
import { type Manifest, syncFolder } from './backup.ts';
import { type Database, openDatabase } from './index.ts';
import { loadRows } from './load.ts';
import { FolderLock } from './lock.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { makeJobTables } from './pending-jobs.ts';
import { clearEarlierRun } from './postmaster.ts';
import type { Entry } from './tar.ts';
import { readBackup, verifyBackup } from './verify-backup.ts';

export interface RestoreReport {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Instant of the snapshot, ISO 8601. */
  readonly at: string;
}

export interface RestoreOptions {
  readonly migrationsFolder?: string;
  /** npm package with other server programs, for tests. */
  readonly binaries?: string;
}

type Target = Pick<Config, 'dataDir' | 'databaseUrl'> & Partial<Pick<Config, 'databaseOwnerUrl'>>;

/**
 * Makes a backup into a data folder, or an empty database of an office's own server, that holds
 * nothing yet. Everything is checked before the first write and compared after the last; then later
 * migrations run. Throws StartError with the target as empty as before, except that a cut-off
 * restore leaves an external database marked as unfinished.
 */
export async function restore(
  file: string,
  target: Target,
  options: RestoreOptions = {},
): Promise<RestoreReport> {
  const manifest = await verifyBackup(file);
  // Throws when the backup knows migrations that this version does not.
  pendingMigrations(readMigrations(options.migrationsFolder), manifest.header.migrations);
  const held = ['files', 'pg'].some((name) => holdsSomething(path.join(target.dataDir, name)));
  if (held) throw new StartError(vi.backup.targetNotEmpty(target.dataDir));
  const lock = FolderLock.take(target.dataDir);
  if (!lock) throw new StartError(vi.folder.busyUnknown(target.dataDir), { reason: 'busy' });
  try {
    if (target.databaseUrl) await intoExternal(file, manifest, target, options);
    else await intoFolder(file, manifest, target.dataDir, options);
  } finally {
    lock.release();
  }
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.length,
    at: manifest.header.at,
  };
}

const holdsSomething = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;

/** Everything is made in a folder aside; the server's folder comes last and makes it real. */
async function intoFolder(
  file: string,
  manifest: Manifest,
  dataDir: string,
  options: RestoreOptions,
): Promise<void> {
  const aside = path.join(dataDir, 'restore.new');
  // A restore that was killed may have left its server at work there: it writes while it ends.
  if (existsSync(aside)) await clearEarlierRun(aside);
  await rm(aside, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  await mkdir(aside, { mode: 0o700 });
  try {
    const database = await openDatabase(
      { dataDir: aside, databaseUrl: null },
      {
        migrate: false,
        exclusive: true,
        embedded: options.binaries ? { binaries: options.binaries } : {},
      },
    );
    try {
      await fill(database, file, manifest, path.join(aside, 'files'), options);
    } finally {
      await database.close();
    }
    for (const name of ['server.password', 'files', 'pg']) {
      if (!existsSync(path.join(aside, name))) continue;
      await rm(path.join(dataDir, name), { recursive: true, force: true });
      await rename(path.join(aside, name), path.join(dataDir, name));
      await syncFolder(dataDir);
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function intoExternal(
  file: string,
  manifest: Manifest,
  target: Target,
  options: RestoreOptions,
): Promise<void> {
  const database = await openDatabase(target, { migrate: false });
  try {
    const { rows } = await database.ownerPool.query<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    );
    if (rows.length > 0) throw new StartError(vi.backup.databaseNotEmpty());
    // An application that starts on a half-made database must see that it is one.
    await database.ownerPool.query('create table public.restore_under_way ()');
    await fill(database, file, manifest, path.join(target.dataDir, 'files'), options);
  } finally {
    await database.close();
  }
}

async function fill(
  database: Database,
  file: string,
  manifest: Manifest,
  filesDir: string,
  options: RestoreOptions,
): Promise<void> {
  const folder = options.migrationsFolder ? { folder: options.migrationsFolder } : {};
  const upTo = manifest.header.migrations.at(-1)?.number ?? 0;
  await migrate(database.ownerPool, { ...folder, upTo, restoring: true });
  if (manifest.jobs.length > 0) await makeJobTables(database.ownerUrl);
  await inTransaction(database.ownerPool, async (client) => {
    const expected = new Map(manifest.files.map((each) => [`files/${each.path}`, each.path]));
    await loadRows(client, readBackup(file), manifest, async (entry) => {
      const inside = expected.get(entry.name);
      if (inside) await writeWhole(path.join(filesDir, inside), entry);
    });
    await client.query('drop table if exists public.restore_under_way');
  });
  await migrate(database.ownerPool, folder);
  await database.ownerPool.query('analyze');
}

async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local synchronize_seqscans = off');
    await work(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function writeWhole(file: string, entry: Entry): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'w', 0o600);
  try {
    for await (const chunk of entry.data) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
