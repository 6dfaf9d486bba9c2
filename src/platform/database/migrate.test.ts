import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, beforeEach } from 'node:test';
import { StartError } from '../config.ts';
import { connect, type Database } from './index.ts';
import { appliedMigrations, migrate, readMigrations } from './migrate.ts';
import { emptyDatabase } from './testing.ts';

const folders: string[] = [];
const databases: Database[] = [];
after(async () => {
  for (const database of databases) await database.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-migrations-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

let database: Database;
beforeEach(async () => {
  database = connect(await emptyDatabase());
  databases.push(database);
});

const startError = (words: RegExp) => (error: unknown) =>
  error instanceof StartError && words.test(error.message) && !error.message.includes('\n');

const one = '0001_one.sql';
const two = '0002_two.sql';
const makeOne = 'create table one (id int);\n';
const makeTwo = 'create table two (id int);\n';

test('each file is applied once, in order, and noted', async () => {
  const folder = folderOf({ [two]: makeTwo, [one]: makeOne, 'notes.txt': 'not a migration' });
  const first = await migrate(database.ownerPool, { folder });
  assert.deepEqual(
    first.map(({ name }) => name),
    [one, two],
  );
  assert.deepEqual(await migrate(database.ownerPool, { folder }), []);
  const applied = await appliedMigrations(database.ownerPool);
  assert.deepEqual(
    applied.map(({ number, hash }) => [number, hash.length]),
    [
      [1, 64],
      [2, 64],
    ],
  );
});

test('starts at the same moment apply each file once', async () => {
  const folder = folderOf({ [one]: makeOne, [two]: makeTwo });
  const results = await Promise.all([1, 2, 3].map(() => migrate(database.ownerPool, { folder })));
  assert.deepEqual(results.map((done) => done.length).sort(), [0, 0, 2]);
});

test('what comes before a change sees what was there, and only where something was', async () => {
  const seen: number[] = [];
  const beforeChange = async (applied: readonly unknown[]) => {
    seen.push(applied.length);
  };
  await migrate(database.ownerPool, { folder: folderOf({ [one]: makeOne }), beforeChange });
  const folder = folderOf({ [one]: makeOne, [two]: makeTwo });
  await migrate(database.ownerPool, { folder, beforeChange });
  await migrate(database.ownerPool, { folder, beforeChange });
  assert.deepEqual(seen, [1]);
});

test('a file that fails leaves nothing of itself, and those before it stay', async () => {
  const broken = `${makeTwo} insert into no_such_table values (1);`;
  const folder = folderOf({ [one]: makeOne, [two]: broken });
  await assert.rejects(migrate(database.ownerPool, { folder }), startError(/0002_two/));
  const { rows } = await database.ownerPool.query(
    `select to_regclass('one') is not null as one, to_regclass('two') is null as no_two`,
  );
  assert.deepEqual(rows, [{ one: true, no_two: true }]);
  writeFileSync(path.join(folder, two), makeTwo);
  assert.equal((await migrate(database.ownerPool, { folder })).length, 1);
});

test('a changed file and a newer database are refused; another kind of line end is no change', async () => {
  const folder = folderOf({ [one]: makeOne, [two]: makeTwo });
  await migrate(database.ownerPool, { folder });
  const windows = folderOf({ [one]: makeOne.replace('\n', '\r\n'), [two]: makeTwo });
  assert.deepEqual(await migrate(database.ownerPool, { folder: windows }), []);
  const changed = folderOf({ [one]: `${makeOne}-- later thought\n`, [two]: makeTwo });
  await assert.rejects(migrate(database.ownerPool, { folder: changed }), startError(/0001_one/));
  const older = folderOf({ [one]: makeOne });
  await assert.rejects(
    migrate(database.ownerPool, { folder: older }),
    startError(/mới hơn.*0002_two/),
  );
});

test('a number that stands twice and a database of another program are refused', async () => {
  assert.equal(readMigrations(folderOf({ [two]: makeTwo }))[0]?.number, 2);
  const doubled = folderOf({ [two]: makeTwo, '0002_zwei.sql': '' });
  assert.throws(() => readMigrations(doubled), startError(/0002_zwei/));
  assert.throws(() => readMigrations(folderOf({ '0001_Ä.sql': '' })), startError(/0001_/));
  await database.ownerPool.query('create table wp_posts (id int)');
  const folder = folderOf({ [one]: makeOne });
  await assert.rejects(migrate(database.ownerPool, { folder }), startError(/phần mềm khác/));
});

test('an extension that may not be made is named', async () => {
  const folder = folderOf({ [one]: 'create extension no_such_extension;' });
  await assert.rejects(migrate(database.ownerPool, { folder }), startError(/no_such_extension/));
});

test('a restore that was cut off is not taken for a database', async () => {
  await database.ownerPool.query('create table restore_under_way ()');
  await assert.rejects(
    migrate(database.ownerPool, { folder: folderOf({ [one]: makeOne }) }),
    startError(/ngắt giữa chừng/),
  );
});
