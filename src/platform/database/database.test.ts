import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import test, { after, before } from 'node:test';
import { sql } from 'kysely';
import { StartError } from '../config.ts';
import { countQueries, type Database, openDatabase } from './index.ts';
import { emptyTarget, testDatabase, withRollback } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const one = async (text: string) => (await database.pool.query(text)).rows[0];

test('days, numbers and ranges come as the project means them', async () => {
  const row = await one(
    `select date '2019-12-31' as day, array[date '2019-12-31', null] as days, 5::int8 as small,
            9007199254740993::int8 as large, array[1, 9007199254740993]::int8[] as many,
            1.50::numeric as points, array[1.50]::numeric[] as all_points,
            daterange('2020-01-01', '2021-01-01') as period,
            timestamptz '2026-01-05 00:00+07' as at, timestamp '2026-01-05 00:00' as wall`,
  );
  assert.deepEqual(row, {
    day: '2019-12-31',
    days: ['2019-12-31', null],
    small: 5,
    large: 9007199254740993n,
    many: [1, 9007199254740993n],
    points: '1.50',
    all_points: ['1.50'],
    period: '[2020-01-01,2021-01-01)',
    at: new Date('2026-01-04T17:00:00Z'),
    wall: '2026-01-05 00:00:00',
  });
});

test('sessions are in UTC whatever the machine says, and do not run for ever', async () => {
  assert.deepEqual(
    await one(
      `select current_setting('TimeZone') as zone, current_setting('statement_timeout') as long`,
    ),
    { zone: 'UTC', long: '1min' },
  );
  const at = new Date('2026-03-08T07:30:00Z');
  const { rows } = await database.pool.query('select $1::timestamptz as at', [at]);
  assert.deepEqual(rows[0].at, at);
});

test('every query of a piece of work is counted, and no other', async () => {
  const outside = database.pool.query('select 1');
  const { count, queries, result } = await countQueries(async () => {
    await sql`select 2`.execute(database.db);
    await withRollback(database, (trx) => sql`select 3`.execute(trx));
    await Promise.all(Array.from({ length: 30 }, () => database.pool.query('select 4')));
    return 'done';
  });
  await outside;
  assert.equal(result, 'done');
  assert.equal(count, 34);
  assert.deepEqual(queries.slice(0, 4), ['select 2', 'begin', 'select 3', 'rollback']);
});

test('a rolled-back transaction leaves nothing', async () => {
  await withRollback(database, async (trx) => {
    await sql`insert into setting (key, value) values ('gone', '1')`.execute(trx);
    const { rows } = await sql`select key from setting`.execute(trx);
    assert.equal(rows.length, 1);
  });
  assert.equal((await database.pool.query('select from setting')).rowCount, 0);
});

test('two test databases do not see each other, and go at close', async () => {
  const other = await testDatabase();
  await other.pool.query(`insert into setting (key, value) values ('own', '1')`);
  assert.equal((await database.pool.query('select from setting')).rowCount, 0);
  const name = new URL(other.url).pathname.slice(1);
  await other.close();
  const left = await database.pool.query('select from pg_database where datname = $1', [name]);
  assert.equal(left.rowCount, 0);
});

test('a listener hears its channel until it stops', async () => {
  const heard: (string | null)[] = [];
  const stop = await database.listen('Odd "name"', (payload) => heard.push(payload));
  const also: (string | null)[] = [];
  await database.listen('Odd "name"', (payload) => also.push(payload));
  await database.pool.query(`notify "Odd ""name""", 'chào'`);
  while (also.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  stop();
  await database.pool.query(`notify "Odd ""name""", 'hai'`);
  while (also.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual([heard, also], [['chào'], ['chào', 'hai']]);
});

test('an empty place becomes a database with the structure, and a second opening changes nothing', async () => {
  const place = await emptyTarget();
  try {
    for (let time = 0; time < 2; time += 1) {
      const opened = await openDatabase(place);
      const { rows } = await opened.pool.query('select number, applied_at from schema_migration');
      assert.ok(rows.length > 0);
      assert.ok(rows.every((row) => row.applied_at instanceof Date));
      await opened.close();
      await opened.close();
    }
  } finally {
    await place.remove();
  }
});

test('a server that cannot be reached is named in one line without its password', async () => {
  const silent = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  await new Promise((resolve) => silent.close(resolve));
  const dataDir = '/nonexistent';
  const refused = async (databaseUrl: string, words: RegExp) =>
    assert.rejects(openDatabase({ dataDir, databaseUrl }), (error) => {
      assert.ok(error instanceof StartError);
      assert.match(error.message, words);
      assert.doesNotMatch(error.message, /secret|\n/);
      return true;
    });
  await refused(`postgres://a:secret@127.0.0.1:${port}/b`, /127\.0\.0\.1:\d+\/b: máy chủ từ chối/);
  await refused('postgres://a:secret@no-such-host.invalid/b', /không tìm thấy máy chủ/);
  const missing = new URL(database.ownerUrl);
  missing.pathname = '/no_such_database';
  await refused(missing.href, /chưa có cơ sở dữ liệu .*no_such_database/);
});
