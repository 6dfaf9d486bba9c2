import { Kysely, PostgresDialect } from 'kysely';
import { type Config, StartError } from '../config.ts';
import { vi } from '../vi.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded.ts';
import { checkExternal } from './external.ts';
import { Listener } from './listen.ts';
import { appliedMigrations, migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { makePool } from './pool.ts';
import { backupBeforeMigration } from './safety-copy.ts';
import type { Tables } from './tables.ts';
import type { Database } from './types.ts';

export type { Listen } from './listen.ts';
export { countQueries } from './pool.ts';
export type { Tables } from './tables.ts';
export type { Database } from './types.ts';

export interface OpenOptions {
  /** Bring the structure up to date (default). When false it is taken as it is. */
  readonly migrate?: boolean;
  /** Refuse to join a server that another process runs: for serve and restore. */
  readonly exclusive?: boolean;
  readonly poolSize?: number;
  readonly migrationsFolder?: string;
  readonly embedded?: Omit<EmbeddedOptions, 'exclusive'>;
}

type Place = Pick<Config, 'dataDir' | 'databaseUrl'> & Partial<Pick<Config, 'databaseOwnerUrl'>>;

/**
 * Opens the embedded server of `dataDir`, or an office's own PostgreSQL, and brings its structure up
 * to date. Throws StartError, with nothing left running, when it cannot.
 */
export async function openDatabase(config: Place, options: OpenOptions = {}): Promise<Database> {
  const connection = config.databaseUrl
    ? await reachExternal(config.databaseUrl, config.databaseOwnerUrl)
    : await startOwn(config.dataDir, options);
  const database = connect(connection, options);
  try {
    if (options.migrate !== false) await bringUpToDate(database, config.dataDir, options);
    connection.onReady?.();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function reachExternal(url: string, ownerUrl?: string | null): Promise<Connection> {
  await checkExternal(url);
  if (ownerUrl) await checkExternal(ownerUrl);
  return { url, ownerUrl: ownerUrl ?? url, mode: 'external' };
}

async function startOwn(dataDir: string, options: OpenOptions): Promise<Connection> {
  const server = await openEmbedded(dataDir, {
    ...options.embedded,
    exclusive: options.exclusive ?? false,
  });
  return {
    url: server.appUrl(),
    ownerUrl: server.ownerUrl(),
    mode: 'embedded',
    joined: server.joined,
    onReady: () => server.announce(),
    onClose: () => server.stop(),
  };
}

async function bringUpToDate(
  database: Database,
  dataDir: string,
  options: OpenOptions,
): Promise<void> {
  const folder = options.migrationsFolder;
  if (database.joined) {
    const applied = await appliedMigrations(database.ownerPool);
    const missing = pendingMigrations(readMigrations(folder), applied);
    if (missing.length > 0) throw new StartError(vi.migrate.pending());
    return;
  }
  await migrate(database.ownerPool, {
    ...(folder ? { folder } : {}),
    beforeChange: async (applied) => {
      if (database.mode === 'embedded') await backupBeforeMigration(database, dataDir, applied);
    },
  });
}

export interface Connection {
  readonly url: string;
  readonly ownerUrl: string;
  readonly mode: Database['mode'];
  readonly joined?: boolean;
  readonly onReady?: () => void;
  readonly onClose?: () => Promise<void>;
}

/** Pools over addresses that are known to answer. Structure and server are the caller's matter. */
export function connect(to: Connection, options: { poolSize?: number } = {}): Database {
  const pool = makePool(to.url, {
    name: 'lientri',
    max: options.poolSize ?? 12,
    statementTimeout: 60_000,
  });
  const ownerPool = makePool(to.ownerUrl, { name: 'lientri owner', max: 4, statementTimeout: 0 });
  const listener = new Listener(to.url);
  const end = async () => {
    await listener.close();
    await inTime(Promise.all([pool.end(), ownerPool.end()]));
    await to.onClose?.();
  };
  let closing: Promise<void> | undefined;
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    ownerPool,
    url: to.url,
    ownerUrl: to.ownerUrl,
    mode: to.mode,
    joined: to.joined ?? false,
    listen: (channel, fn) => listener.listen(channel, fn),
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}

/** A session that somebody forgot to give back must not keep the server from stopping. */
async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, 10_000);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
