import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { projectRoot, StartError } from '../config.ts';
import { vi } from '../vi.ts';

export const migrationsFolder = path.join(projectRoot, 'db', 'migrations');

export interface Migration {
  readonly number: number;
  /** File name, such as 0001_platform.sql. */
  readonly name: string;
  /** SHA-256 of the text with line ends as \n, hex. */
  readonly hash: string;
  readonly sql: string;
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

/** Any number of its own, so that two starts never change the structure together. */
const lockKey = 7_316_220_110;

/** Reads the migrations in order of their numbers, which may leave gaps. Throws StartError on a bad or doubled one. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const seen = new Set<number>();
  return names.map((name) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (!(number >= 1) || seen.has(number)) throw new StartError(vi.migrate.badName(name));
    seen.add(number);
    const sql = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

/** One hash over all migrations: names the structure that they make. */
export function migrationsHash(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { hash: each } of migrations) hash.update(each);
  return hash.digest('hex');
}

/** What was applied to this database; empty for a new one. */
export async function appliedMigrations(
  client: pg.Pool | pg.ClientBase,
): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  return (
    await client.query<AppliedMigration>(
      'select number, name, hash from public.schema_migration order by number',
    )
  ).rows;
}

/**
 * Migrations not applied yet. Throws StartError when the database knows one that we do not, or
 * applied another text under the same name.
 */
export function pendingMigrations(
  ours: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  const byNumber = new Map(ours.map((migration) => [migration.number, migration]));
  for (const { number, name, hash } of applied) {
    const own = byNumber.get(number);
    if (!own) throw new StartError(vi.migrate.newer(name));
    if (own.hash !== hash || own.name !== name) throw new StartError(vi.migrate.changed(own.name));
  }
  const known = new Set(applied.map(({ number }) => number));
  return ours.filter(({ number }) => !known.has(number));
}

export interface MigrateOptions {
  readonly folder?: string;
  /** Last number to apply; all when absent. */
  readonly upTo?: number;
  /** Set by a restore, which marks a database as unfinished until it is done. */
  readonly restoring?: boolean;
  /** Called once before the first change to a database that already holds something. */
  readonly beforeChange?: (applied: readonly AppliedMigration[]) => Promise<void>;
}

/**
 * Applies what is missing, each file in a transaction of its own, one process at a time. Returns
 * what it applied. Throws StartError on a file that cannot run; the database is then as it was
 * before that file.
 */
export async function migrate(
  ownerPool: pg.Pool,
  options: MigrateOptions = {},
): Promise<Migration[]> {
  const ours = readMigrations(options.folder);
  const client = await ownerPool.connect();
  let broken: Error | undefined;
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    if (!options.restoring) await refuseUnfinished(client);
    const applied = await appliedMigrations(client);
    const last = options.upTo ?? Number.POSITIVE_INFINITY;
    const pending = pendingMigrations(ours, applied).filter(({ number }) => number <= last);
    if (pending.length === 0) return [];
    if (applied.length === 0) await prepareNew(client);
    else await options.beforeChange?.(applied);
    for (const migration of pending) await apply(client, migration);
    return pending;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    if (!broken) await client.query('select pg_advisory_unlock($1)', [lockKey]);
    client.release(broken);
  }
}

async function refuseUnfinished(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.restore_under_way') is not null as there`,
  );
  if (rows[0]?.there) throw new StartError(vi.backup.unfinished());
}

async function prepareNew(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ others: boolean }>(
    `select exists (
       select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('schema_migration', 'restore_under_way')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     ) as others`,
  );
  if (rows[0]?.others) throw new StartError(vi.migrate.notOurs());
  await client.query(
    `create table if not exists public.schema_migration (
       number integer primary key,
       name text not null unique,
       hash text not null,
       applied_at timestamptz not null default now(),
       app_version text not null
     )`,
  );
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(
      'insert into public.schema_migration (number, name, hash, app_version) values ($1, $2, $3, $4)',
      [migration.number, migration.name, migration.hash, appVersion],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw explain(migration.name, error as pg.DatabaseError);
  }
}

function explain(file: string, error: pg.DatabaseError): StartError {
  const extension = /extension "([\w-]+)"/.exec(error.message)?.[1];
  if (extension && error.code === '42501') return new StartError(vi.migrate.extension(extension));
  if (extension) return new StartError(vi.migrate.noExtension(extension));
  return new StartError(vi.migrate.failed(file, error.message), { cause: error });
}

/** Version of the application, as package.json says. */
export const appVersion: string = (
  JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }
).version;
