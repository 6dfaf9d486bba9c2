import pg from 'pg';
import { appRole, databaseName } from './cluster.ts';

/**
 * Makes the application's role and database in an embedded cluster, and puts the indexes right when
 * the sorting library is another one than wrote them. `urlOf(database)` is the owner's address.
 */
export async function prepareServer(
  urlOf: (database: string) => string,
  password: string,
): Promise<void> {
  const stale = await withClient(urlOf('postgres'), async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [appRole, databaseName],
    );
    if (!rows[0]?.role) await client.query(`create role ${appRole} login`);
    if (password)
      await client.query(`alter role ${appRole} password ${client.escapeLiteral(password)}`);
    if (!rows[0]?.database) await client.query(`create database ${databaseName}`);
    const stale = await client.query(`${staleCollations} union all ${staleDatabases}`);
    return stale.rowCount !== 0;
  });
  if (!stale) return;
  for (const database of [databaseName, 'template1', 'postgres'])
    await withClient(urlOf(database), refreshCollations);
}

/** Names of the collations of the connected database that changed under its indexes. */
export const staleCollations = `
  select quote_ident(n.nspname) || '.' || quote_ident(c.collname) as name
  from pg_collation c join pg_namespace n on n.oid = c.collnamespace
  where c.collversion is not null
    and c.collversion is distinct from pg_collation_actual_version(c.oid)`;

/** Names of the databases of the server whose own collation changed. */
export const staleDatabases = `
  select datname as name from pg_database
  where datallowconn and datcollversion is not null
    and datcollversion is distinct from pg_database_collation_actual_version(oid)`;

async function refreshCollations(client: pg.Client): Promise<void> {
  const collations = (await client.query<{ name: string }>(staleCollations)).rows;
  const databases = (await client.query<{ name: string }>(staleDatabases)).rows.filter(
    ({ name }) => name === client.database,
  );
  if (collations.length + databases.length === 0) return;
  // Only after the rebuild is done may the versions be noted: a cut in between does it again.
  await client.query(`reindex database ${client.escapeIdentifier(client.database ?? '')}`);
  for (const { name } of collations) await client.query(`alter collation ${name} refresh version`);
  for (const { name } of databases)
    await client.query(`alter database ${client.escapeIdentifier(name)} refresh collation version`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'lientri prepare' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
