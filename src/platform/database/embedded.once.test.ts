import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { privateFolder, start } from '../../../tests/crash/start.ts';
import { StartError } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import { type Database, type OpenOptions, openDatabase } from './index.ts';
import { readLockInfo } from './lock.ts';
import { serverProcesses } from './postmaster.ts';
import { staleCollations, staleDatabases } from './prepare.ts';

const open = (dataDir: string, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({ dataDir, databaseUrl: null }, options);

const remember = (database: Database, value: string) =>
  database.pool.query(`insert into setting (key, value) values ('test', to_jsonb($1::text))`, [
    value,
  ]);

const recall = async (database: Database): Promise<unknown> =>
  (await database.pool.query(`select value from setting where key = 'test'`)).rows[0]?.value;

const startError = (words: RegExp) => (error: unknown) =>
  error instanceof StartError && words.test(error.message) && !error.message.includes('\n');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test('a stopped folder tells nowhere where it was, and works from another place', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const first = path.join(parent, 'rather-special-name');
  const database = await open(first);
  await remember(database, 'sonla');
  await database.close();
  assert.deepEqual(serverProcesses(first), []);
  const telling = filesUnder(first).filter((file) => readFileSync(file).includes(first));
  assert.deepEqual(telling, []);
  assert.equal(readLockInfo(first), null);
  assert.equal(existsSync(path.join(first, 'run')), false);

  const second = path.join(parent, 'elsewhere');
  renameSync(first, second);
  const moved = await open(second);
  assert.equal(await recall(moved), 'sonla');
  await moved.close();
});

test('a folder whose path is too long for a socket works, and leaves nothing outside', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const dataDir = path.join(parent, 'liên hiệp các hội khoa học và kỹ thuật '.repeat(3), 'data');
  assert.ok(Buffer.byteLength(dataDir) > 107);
  const database = await open(dataDir);
  const { host } = readLockInfo(dataDir)!;
  assert.ok(!host.startsWith(dataDir));
  await remember(database, 'long');
  await database.close();
  assert.equal(existsSync(host), false);
  const again = await open(dataDir);
  assert.equal(await recall(again), 'long');
  await again.close();
});

test('a second process joins and leaves the server running; an exclusive one is refused', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const owner = start([dataDir, 'hold']);
  await owner.line('ready');
  const guest = await open(dataDir);
  assert.equal(guest.joined, true);
  await remember(guest, 'guest');
  await guest.close();

  await assert.rejects(
    open(dataDir, { exclusive: true }),
    startError(new RegExp(`tiến trình ${owner.child.pid}`)),
  );
  const other = start([dataDir, 'hold', 'exclusive']);
  assert.equal(await other.gone, 1);
  assert.match(other.errors(), /^StartError: .*khác dùng/);

  const again = await open(dataDir);
  assert.equal(await recall(again), 'guest');
  await again.close();
  owner.child.stdin?.end();
  assert.equal(await owner.gone, 0);
  assert.deepEqual(serverProcesses(dataDir), []);
});

test('two starts at once share one server', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const both = [start([dataDir, 'hold']), start([dataDir, 'hold'])];
  const ready = await Promise.all(both.map((each) => each.line('ready')));
  const joined = ready.map((line) => JSON.parse(line.slice(6)).joined).sort();
  assert.deepEqual(joined, [false, true]);
  for (const each of both) each.child.stdin?.end();
  await Promise.all(both.map((each) => each.gone));
  assert.deepEqual(serverProcesses(dataDir), []);
});

test('what a killed process left in the lock does not hinder, whoever has its number now', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const first = await open(dataDir);
  await first.close();
  const host = path.join(dataDir, 'run');
  const left = { pid: 1, started: '2026-01-01T00:00:00Z', state: 'ready', host, port: 5432 };
  writeFileSync(path.join(dataDir, 'lientri.lock'), JSON.stringify(left));
  // Number 1 lives, but it is no server of ours.
  writeFileSync(path.join(dataDir, 'pg/postmaster.pid'), `1\n${dataDir}/pg\n1\n5432\n${host}\n`);
  const again = await open(dataDir, { exclusive: true });
  assert.equal(again.joined, false);
  await again.close();
});

test('a server that dies under the application comes back with every committed row', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const database = await open(dataDir);
  await remember(database, 'before');
  const heard: (string | null)[] = [];
  await database.listen('news', (payload) => heard.push(payload));
  process.kill(Math.min(...serverProcesses(dataDir)), 'SIGKILL');
  let value: unknown;
  while (value === undefined) value = await recall(database).catch(() => undefined);
  assert.equal(value, 'before');
  while (!heard.includes(null)) await new Promise((resolve) => setTimeout(resolve, 20));
  await database.pool.query(`notify news, 'after'`);
  while (!heard.includes('after')) await new Promise((resolve) => setTimeout(resolve, 20));
  await database.close();
  assert.deepEqual(serverProcesses(dataDir), []);
});

test('data of another major version is left alone, with a line that names the way', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  await (await open(dataDir)).close();
  const file = path.join(dataDir, 'pg/PG_VERSION');
  const version = readFileSync(file, 'utf8');
  writeFileSync(file, '17\n');
  await assert.rejects(open(dataDir), startError(/PostgreSQL 17.*backup.*restore/));
  writeFileSync(file, version);
  await (await open(dataDir)).close();
});

test('indexes are rebuilt when the sorting library is another one', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const before = await open(dataDir);
  await before.ownerPool.query(`update pg_database set datcollversion = '1.0'`);
  await before.ownerPool.query(
    `update pg_collation set collversion = '1.0' where collname = 'vi-x-icu'`,
  );
  const oldFile = await indexFile(before);
  await before.close();
  const after = await open(dataDir);
  for (const question of [staleCollations, staleDatabases])
    assert.deepEqual((await after.ownerPool.query(question)).rows, []);
  assert.notEqual(await indexFile(after), oldFile);
  await after.close();
});

async function indexFile(database: Database): Promise<unknown> {
  const { rows } = await database.ownerPool.query(
    `select relfilenode from pg_class where relname = 'setting_pkey'`,
  );
  return rows[0].relfilenode;
}

test('folders that are not ours are refused and left as they are', async (t) => {
  const folder = privateFolder((fn) => t.after(fn));
  const file = path.join(folder, 'file');
  writeFileSync(file, 'text');
  await assert.rejects(open(file), startError(/lại là một tệp/));
  assert.equal(readFileSync(file, 'utf8'), 'text');
  const strange = path.join(folder, 'strange');
  mkdirSync(path.join(strange, 'pg'), { recursive: true });
  writeFileSync(path.join(strange, 'pg/letter.txt'), 'text');
  await assert.rejects(open(strange), startError(/không phải dữ liệu của Liên Trí/));
  assert.equal(readFileSync(path.join(strange, 'pg/letter.txt'), 'utf8'), 'text');
});

test('a server that cannot start says why in one line and frees the folder', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  await (await open(dataDir)).close();
  const control = path.join(dataDir, 'pg/global/pg_control');
  const held = readFileSync(control);
  rmSync(control);
  await assert.rejects(open(dataDir), startError(/chưa khởi động được: .+postgres\.log/));
  writeFileSync(control, held, { mode: 0o600 });
  await (await open(dataDir)).close();
});

test('over the loopback address a password guards the door', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const database = await open(dataDir, { embedded: { transport: 'tcp' } });
  const url = new URL(database.url);
  assert.ok(url.password.length > 20);
  await remember(database, 'tcp');
  const guest = await openEmbedded(dataDir);
  assert.equal(guest.joined, true);
  url.password = 'wrong';
  await assert.rejects(openDatabase({ dataDir, databaseUrl: url.href }), startError(/mật khẩu/));
  await database.close();
});

test('the application may write rows and nothing else', async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  const database = await open(dataDir);
  await remember(database, 'row');
  for (const sql of [
    'create table forbidden (id int)',
    'alter table setting add column forbidden int',
    'drop table setting',
    'update event set action = action',
    'delete from event',
    'truncate event',
    'delete from schema_migration',
    'set role lientri_owner',
  ])
    await assert.rejects(database.pool.query(sql), { code: '42501' }, sql);
  await database.close();
});
