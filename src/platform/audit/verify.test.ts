import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import { all, maybe } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import { testClock, testCx } from '../testing.ts';
import { recordEvent } from './record.ts';
import { sealEvents } from './seal.ts';
import { verifyChain } from './verify.ts';

describe('the chain over the event log', () => {
  let database: Database;
  let events: string[];
  beforeEach(async () => {
    database = await testDatabase();
    const clock = testClock();
    for (let n = 0; n < 3; n++) {
      clock.move(1000);
      const cx = testCx(database.db, { clock });
      await recordEvent(cx, 'thing.change', {
        result: null,
        subject: { type: 'thing', id: cx.ids.uuid() },
        organisationId: null,
        changes: {
          name: { old: null, new: `Hội ${n}` },
          facts: { old: { b: 1, a: [1.5, null] }, new: { at: clock.now(), đồng: 12n } },
        },
        reason: 'because',
      });
    }
    await sealEvents(database.db, clock);
    events = (await all(database.db, sql<{ id: string }>`select id from event order by at`)).map(
      (row) => row.id,
    );
  });
  afterEach(() => database.close());

  const faults = async () => (await verifyChain(database.db)).faults;
  /** What only somebody with the server in hand can do. */
  const tamper = async (table: string, statement: string, values: unknown[]) => {
    const client = await database.ownerPool.connect();
    try {
      await client.query(`alter table ${table} disable trigger user`);
      await client.query(statement, values);
      await client.query(`alter table ${table} enable trigger user`);
    } finally {
      client.release();
    }
  };

  it('is whole as written, with values of every kind', async () => {
    const report = await verifyChain(database.db);
    assert.deepEqual(report.faults, []);
    assert.equal(report.sealed, 3);
  });

  it('cannot be changed by the application', async () => {
    for (const statement of [
      sql`update event set action = 'other'`,
      sql`delete from event`,
      sql`truncate event cascade`,
      sql`update event_seal set place = place + 1`,
      sql`delete from event_seal`,
      sql`update event_value set new = '"other"'`,
    ]) {
      await assert.rejects(statement.execute(database.db), { code: '42501' });
    }
    assert.deepEqual(await faults(), []);
  });

  it('finds a changed event, also by a microsecond', async () => {
    await tamper('event', `update event set reason = 'other' where id = $1`, [events[1]]);
    assert.deepEqual(await faults(), [{ place: 2, reason: 'event_changed', eventId: events[1] }]);
    await tamper(
      'event',
      `update event set reason = 'because', at = at + interval '1 us' where id = $1`,
      [events[1]],
    );
    assert.deepEqual(await faults(), [{ place: 2, reason: 'event_changed', eventId: events[1] }]);
    await tamper('event', `update event set at = at - interval '1 us' where id = $1`, [events[1]]);
    assert.deepEqual(await faults(), []);
  });

  it('finds changed digests and a new hash that was made to fit', async () => {
    await tamper('event', `update event set digests = '{}' where id = $1`, [events[0]]);
    const reasons = (await faults()).map((fault) => fault.reason);
    assert.deepEqual(reasons, ['event_changed', 'value_unknown', 'value_unknown']);
    await tamper('event_seal', `update event_seal set hash = sha256('x') where place = 1`, []);
    assert.ok((await faults()).some((f) => f.place === 2 && f.reason === 'previous_differs'));
  });

  it('finds an event that was taken out of the middle', async () => {
    await tamper('event_seal', `delete from event_seal where place = 2`, []);
    assert.deepEqual(
      (await faults()).map((fault) => [fault.place, fault.reason]),
      [
        [2, 'place_missing'],
        [null, 'never_sealed'],
      ],
    );
  });

  it('shows by the head, kept elsewhere, that the tail was cut off', async () => {
    const before = (await verifyChain(database.db)).head;
    await database.ownerPool.query('delete from event_value where event_id = $1', [events[2]]);
    await tamper('event_seal', `delete from event_seal where place = 3`, []);
    await tamper('event', `delete from event where id = $1`, [events[2]]);
    const report = await verifyChain(database.db);
    assert.deepEqual(report.faults, []);
    assert.notDeepEqual(report.head, before);
  });

  it('finds a changed value and one that was added', async () => {
    await tamper(
      'event_value',
      `update event_value set new = '"Other"' where event_id = $1 and field = 'name'`,
      [events[1]],
    );
    await database.db.executeQuery(
      sql`insert into event_value (event_id, field, salt, new)
        values (${events[2]}, 'more', '\\x00', '1')`.compile(database.db),
    );
    assert.deepEqual(await faults(), [
      { place: 2, reason: 'value_changed', eventId: events[1], field: 'name' },
      { place: 3, reason: 'value_unknown', eventId: events[2], field: 'more' },
    ]);
  });

  it('stays whole when values are erased', async () => {
    await sql`delete from event_value where event_id = ${events[1]}`.execute(database.db);
    assert.equal(
      await maybe(database.db, sql`select from event_value where event_id = ${events[1]}`),
      null,
    );
    assert.deepEqual(await faults(), []);
  });

  it('finds an event that nobody will ever seal', async () => {
    const cx = testCx(database.db);
    await recordEvent(cx, 'thing.change', {
      result: null,
      subject: { type: 'thing', id: cx.ids.uuid() },
      organisationId: null,
      changes: {},
    });
    assert.deepEqual(await faults(), []);
    await sql`delete from event_pending`.execute(database.db);
    assert.deepEqual(
      (await faults()).map((fault) => fault.reason),
      ['never_sealed'],
    );
  });
});
