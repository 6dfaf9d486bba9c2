import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Database } from './database/index.ts';
import { testDatabase } from './database/testing.ts';
import { appendOnly, diagnose, oneRoleOnly } from './doctor.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const log = [...appendOnly('event'), ...appendOnly('event_seal')];
const run = (sql: string) => database.ownerPool.query(sql);

test('a new database has nothing wrong', async () => {
  assert.deepEqual(await diagnose(database, log), []);
});

test('rows of an invariant are findings, with a few as examples', async () => {
  const findings = await diagnose(database, [
    { name: 'seven', sql: 'select n from generate_series(1, 7) n' },
    { name: 'none', sql: 'select 1 where false' },
    { name: 'broken', sql: 'select from no_such_table' },
  ]);
  assert.deepEqual(
    findings.map(({ name, rows, examples }) => [name, rows, examples.length]),
    [
      ['seven', 7, 5],
      ['broken', 0, 0],
    ],
  );
  assert.match(findings[1]?.error ?? '', /no_such_table/);
});

test('a guard that sleeps, is gone or covers too little is found', async () => {
  const names = async () => (await diagnose(database, log)).map(({ name }) => name);
  await run('alter table event disable trigger event_append_only');
  assert.deepEqual(await names(), ['database.trigger_off', 'event.no_guard']);
  await run('alter table event enable trigger event_append_only');
  await run('drop trigger event_no_truncate on event');
  assert.deepEqual(await names(), ['event.no_guard']);
  await run(`create trigger event_no_truncate before truncate on event
             for each statement execute function refuse_change()`);
  assert.deepEqual(await names(), []);
});

test('a constraint that was never checked is found', async () => {
  await run(`alter table setting add constraint named check (key <> '') not valid`);
  const findings = await diagnose(database, []);
  assert.deepEqual(
    findings.map(({ name }) => name),
    ['database.constraint_not_checked'],
  );
  await run('alter table setting drop constraint named');
});

test('one role only is told from two', async () => {
  assert.equal(await oneRoleOnly(database), database.mode === 'external');
});
