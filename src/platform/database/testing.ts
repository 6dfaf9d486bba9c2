import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { StartError } from '../config.ts';
import { appRole } from './cluster.ts';
import { type EmbeddedServer, openEmbedded } from './embedded.ts';
import { type Connection, connect, type Database } from './index.ts';
import { migrate, migrationsHash, readMigrations } from './migrate.ts';
import { makePool } from './pool.ts';
import type { Tables } from './tables.ts';

/** Settings of a server whose data nobody will miss. */
export const testSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '256MB',
} as const;

/** A server for tests: `admin` may create databases. */
interface TestServer {
  readonly admin: (database: string) => string;
  /** Address of the application's role; the same as `admin` where there is one role only. */
  readonly app: (database: string) => string;
  readonly mode: Database['mode'];
}

/** Rows that many tests begin with: put into a database once for a server, then copied. */
export interface Filled {
  /** Another name for other rows; lower-case letters, digits and underscores. */
  readonly name: string;
  readonly fill: (database: Database) => Promise<void>;
}

let server: Promise<TestServer> | undefined;
const templates = new Map<string, Promise<string>>();

/**
 * A new database with the whole structure and no rows, or with those of `filled`; dropped at close.
 * The runner gives the server's address in LIENTRI_TEST_SERVER; a test that is run by hand starts one
 * of its own.
 */
export async function testDatabase(filled?: Filled): Promise<Database> {
  const { admin, app, mode } = await testServer();
  const from = await templateOf(filled);
  const name = newName();
  await asAdmin((client) => client.query(`create database ${name} template ${from}`));
  return connect({
    url: app(name),
    ownerUrl: admin(name),
    mode,
    onClose: () => dropDatabase(name),
  });
}

/** A new database without any structure; `onClose` drops it. For tests of the structure itself. */
export async function emptyDatabase(): Promise<Connection> {
  const { admin, mode } = await testServer();
  const name = newName();
  await asAdmin((client) => client.query(`create database ${name}`));
  return { url: admin(name), ownerUrl: admin(name), mode, onClose: () => dropDatabase(name) };
}

/** An empty place for a process that a test starts: a folder, and on an external server a database. */
export async function emptyTarget(): Promise<{
  dataDir: string;
  databaseUrl: string | null;
  /** For the command line. */
  args: string[];
  remove(): Promise<void>;
}> {
  const { admin, mode } = await testServer();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lientri-target-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (mode === 'embedded')
    return {
      dataDir,
      databaseUrl: null,
      args: ['--data', dataDir],
      remove: async () => removeFolder(),
    };
  const name = newName();
  await asAdmin((client) => client.query(`create database ${name}`));
  return {
    dataDir,
    databaseUrl: admin(name),
    args: ['--data', dataDir, '--database', admin(name)],
    remove: async () => {
      removeFolder();
      await dropDatabase(name);
    },
  };
}

/** Runs `work` in a transaction that is always rolled back. */
export async function withRollback<T>(
  database: Database,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const trx = await database.db.startTransaction().execute();
  try {
    return await work(trx);
  } finally {
    await trx.rollback().execute();
  }
}

const newName = () => `lientri_test_${randomBytes(8).toString('hex')}`;

const dropDatabase = (name: string) =>
  asAdmin(async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
  });

function testServer(): Promise<TestServer> {
  const given = process.env.LIENTRI_TEST_SERVER;
  server ??= given ? Promise.resolve(givenServer(given)) : ownServer();
  return server;
}

function givenServer(url: string): TestServer {
  const admin = (database: string) => withParts(url, { database });
  if (process.env.LIENTRI_TEST_MODE === 'external') return { admin, app: admin, mode: 'external' };
  const app = (database: string) => withParts(url, { database, user: appRole });
  return { admin, app, mode: 'embedded' };
}

function withParts(url: string, parts: { database: string; user?: string }): string {
  const address = new URL(url);
  address.pathname = `/${parts.database}`;
  if (parts.user) address.username = parts.user;
  return address.href;
}

/** Each process has a server of its own, which lies ready for the next run. */
async function ownServer(): Promise<TestServer> {
  const user = process.getuid?.() ?? os.userInfo().username;
  for (let place = 0; place < 20; place += 1) {
    const folder = path.join(os.tmpdir(), `lientri-test-${user}-${place}`);
    const opened = await openOrRemake(folder);
    if (!opened) continue;
    const { ownerUrl, appUrl } = opened;
    return { admin: ownerUrl, app: appUrl, mode: 'embedded' };
  }
  throw new Error('no free place for a test server');
}

async function openOrRemake(folder: string): Promise<EmbeddedServer | null> {
  const options = { exclusive: true, settings: testSettings } as const;
  try {
    return await openEmbedded(folder, options);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    if (error.reason === 'busy') return null;
    // Without fsync a machine that went down may have left it unreadable.
    rmSync(folder, { recursive: true, force: true });
    return openEmbedded(folder, options);
  }
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { admin } = await testServer();
  const database = process.env.LIENTRI_TEST_SERVER
    ? new URL(process.env.LIENTRI_TEST_SERVER).pathname.slice(1)
    : 'postgres';
  const client = new pg.Client({ connectionString: admin(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The database that others are copied from, made once for a server. */
function templateOf(filled?: Filled): Promise<string> {
  const key = filled?.name ?? '';
  const known = templates.get(key);
  if (known !== undefined) return known;
  const made = filled === undefined ? makeEmpty() : makeFilled(filled);
  templates.set(key, made);
  return made;
}

function makeEmpty(): Promise<string> {
  const name = `lientri_template_${migrationsHash(readMigrations()).slice(0, 16)}`;
  return makeTemplate(name, null, async (building) => {
    const { admin } = await testServer();
    const pool = makePool(admin(building), { name: 'template', max: 1, statementTimeout: 0 });
    try {
      await migrate(pool);
    } finally {
      await pool.end();
    }
  });
}

async function makeFilled({ name, fill }: Filled): Promise<string> {
  const empty = await templateOf();
  return makeTemplate(`lientri_filled_${name}`, empty, async (building) => {
    const { admin, app, mode } = await testServer();
    const database = connect({ url: app(building), ownerUrl: admin(building), mode });
    try {
      await fill(database);
      // Nobody vacuums a test server; without statistics plans would not be those of a real folder.
      await database.ownerPool.query('analyze');
    } finally {
      await database.close();
    }
  });
}

function makeTemplate(
  name: string,
  from: string | null,
  build: (building: string) => Promise<void>,
): Promise<string> {
  return asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(73162202)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    if (from !== null) await dropOlder(client);
    const building = `${name}_new`;
    await client.query(`drop database if exists ${building} with (force)`);
    await client.query(`create database ${building} ${from === null ? '' : `template ${from}`}`);
    await build(building);
    await client.query(`alter database ${building} rename to ${name}`);
    return name;
  });
}

/** A server of our own outlives the run: rows of earlier sources would only fill the disk. */
async function dropOlder(client: pg.Client): Promise<void> {
  if (process.env.LIENTRI_TEST_SERVER) return;
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'lientri\\_filled\\_%'",
  );
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
}
