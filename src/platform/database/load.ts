import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { StartError } from '../config.ts';
import { vi } from '../vi.ts';
import type { BackedUpTable, Manifest } from './backup.ts';
import {
  copyOut,
  foreignKeysOf,
  inPublic,
  materializedViewsOf,
  quoted,
  tablesOf,
} from './catalog.ts';
import { addJobs } from './pending-jobs.ts';
import type { Entry } from './tar.ts';

/**
 * Fills a database whose structure stands with the rows of a backup, in the caller's transaction.
 * Foreign keys are taken off and put back, which checks every row, and triggers rest meanwhile: so
 * neither a superuser nor an order of tables is needed. `files` takes what is not a row.
 */
export async function loadRows(
  client: pg.ClientBase,
  entries: AsyncIterable<Entry>,
  manifest: Manifest,
  files: (entry: Entry) => Promise<void>,
): Promise<void> {
  const tables = await tablesOf(client);
  const known = new Set(tables.map(({ name }) => name));
  const unknown = manifest.tables.find(({ name }) => !known.has(name));
  if (unknown) throw new StartError(vi.backup.unlike(unknown.name));
  const keys = await foreignKeysOf(client);
  const wake = await restTriggers(client);
  for (const { table, name } of keys)
    await client.query(`alter table ${inPublic(table)} drop constraint ${quoted(name)}`);
  if (tables.length > 0)
    await client.query(`truncate ${tables.map(({ name }) => inPublic(name)).join(', ')}`);
  await copyAll(client, entries, manifest, files);
  for (const { table, name, definition } of keys)
    await client.query(
      `alter table ${inPublic(table)} add constraint ${quoted(name)} ${definition}`,
    );
  await client.query('set constraints all immediate');
  for (const sql of wake) await client.query(sql);
  for (const { name, value, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [inPublic(name), value, called]);
  for (const table of manifest.tables) await compare(client, table);
  for (const view of await materializedViewsOf(client))
    await client.query(`refresh materialized view ${inPublic(view)}`);
  await addJobs(client, manifest.jobs);
}

/** Switches off every trigger of ours; gives the statements that bring each back as it was. */
async function restTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; state: string }>(
    `select c.relname as table, t.tgname as name, t.tgenabled as state
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0
       and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  const words: Readonly<Record<string, string>> = { A: 'always ', R: 'replica ' };
  for (const { table, name } of rows)
    await client.query(`alter table ${inPublic(table)} disable trigger ${quoted(name)}`);
  return rows.map(
    ({ table, name, state }) =>
      `alter table ${inPublic(table)} enable ${words[state] ?? ''}trigger ${quoted(name)}`,
  );
}

async function copyAll(
  client: pg.ClientBase,
  entries: AsyncIterable<Entry>,
  manifest: Manifest,
  files: (entry: Entry) => Promise<void>,
): Promise<void> {
  const byName = new Map(manifest.tables.map((table) => [table.name, table]));
  const iterator = entries[Symbol.asyncIterator]();
  let next = await iterator.next();
  while (!next.done) {
    const name = /^tables\/(.*)\/\d+\.copy$/.exec(next.value.name)?.[1];
    if (name === undefined) {
      await files(next.value);
      next = await iterator.next();
      continue;
    }
    const table = byName.get(name)!;
    // All parts of a table go into one COPY: a row may lie across two of them.
    const rows = async function* () {
      while (!next.done && next.value.name.startsWith(`tables/${name}/`)) {
        yield* next.value.data;
        next = await iterator.next();
      }
    };
    const columns = table.columns.map(quoted).join(', ');
    const sink = client.query(copyFrom(`copy ${inPublic(name)} (${columns}) from stdin`));
    await pipeline(rows, sink);
    if (sink.rowCount !== table.rows) throw new StartError(vi.backup.unlike(name));
  }
}

/** Reads the table back as it was written: the same bytes, or nothing is kept. */
async function compare(client: pg.ClientBase, table: BackedUpTable): Promise<void> {
  const hash = createHash('sha256');
  const stream = client.query(copyTo(copyOut(table)));
  for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
  if (hash.digest('hex') !== table.sha256) throw new StartError(vi.backup.unlike(table.name));
}
