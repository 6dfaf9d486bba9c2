import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import { all, type Db, inTransaction, one } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import { testClock, testCx } from '../testing.ts';
import { recordEvent } from './record.ts';
import { sealEvents } from './seal.ts';
import { verifyChain } from './verify.ts';

describe('sealing events', () => {
  let database: Database;
  const clock = testClock();
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  const record = (db: Db, changes: Record<string, { old?: unknown; new?: unknown }> = {}) => {
    const cx = testCx(db, { clock });
    const subject = { type: 'thing', id: cx.ids.uuid() };
    return recordEvent(cx, 'thing.change', {
      result: null,
      subject,
      organisationId: null,
      changes,
    });
  };
  const many = (count: number) =>
    inTransaction(database.db, async (db) => {
      await sql`create temporary table made on commit drop as
        select gen_random_uuid() as id, n from generate_series(1, ${count}::int) n`.execute(db);
      await sql`insert into event (id, at, action, actor_label, via, subject_type, subject_id, request_id)
        select id, now() + n * interval '1 ms', 'thing.bulk', 'test', 'job', 'thing', id, 'r' from made`.execute(
        db,
      );
      await sql`insert into event_pending select id from made`.execute(db);
    });

  it('places committed events by time and id, links each to the one before, and empties the queue', async () => {
    clock.move(5000);
    await record(database.db, { name: { new: 'later' } });
    clock.move(-4000);
    await record(database.db, { name: { old: 'a', new: 'b' } });
    assert.equal(await sealEvents(database.db, clock), 2);
    assert.equal(await sealEvents(database.db, clock), 0);
    const seals = await all(
      database.db,
      sql<{
        place: number;
        at: Date;
        previous: Buffer;
        hash: Buffer;
      }>`select s.place, e.at, s.previous, s.hash
        from event_seal s join event e on e.id = s.event_id order by s.place`,
    );
    assert.deepEqual(
      seals.map((s) => s.place),
      [1, 2],
    );
    assert.ok(seals[0]!.at < seals[1]!.at);
    assert.ok(seals[0]!.previous.equals(Buffer.alloc(32)));
    assert.ok(seals[1]!.previous.equals(seals[0]!.hash));
    const report = await verifyChain(database.db);
    assert.deepEqual(report.faults, []);
    assert.equal(report.pending, 0);
    assert.deepEqual(report.head, { place: 2, hash: seals[1]!.hash.toString('hex') });
  });

  it('leaves an event alone until its transaction commits', async () => {
    const open = await database.db.startTransaction().execute();
    await record(open);
    assert.equal(await sealEvents(database.db, clock), 0);
    await open.commit().execute();
    const waiting = await verifyChain(database.db);
    assert.equal(waiting.pending, 1);
    assert.equal(waiting.oldestPendingAt?.getTime(), clock.now().getTime());
    assert.equal(await sealEvents(database.db, clock), 1);
    assert.equal((await verifyChain(database.db)).oldestPendingAt, null);
  });

  it('works through more than one batch, and several sealers never make two chains', async () => {
    await many(2500);
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => sealEvents(database.db, clock)),
    );
    const rest = await sealEvents(database.db, clock);
    assert.equal(
      counts.reduce((sum, count) => sum + count, rest),
      2500,
    );
    const report = await verifyChain(database.db);
    assert.deepEqual(report.faults, []);
    assert.equal(report.sealed, report.head?.place);
  });

  it('gives way to a sealer that is at work', async () => {
    await record(database.db);
    await inTransaction(database.db, async (db) => {
      await one(
        db,
        sql`select pg_advisory_xact_lock(hashtextextended('lientri/sealer', 0)) is null as x`,
      );
      assert.equal(await sealEvents(database.db, clock), 0);
    });
    assert.equal(await sealEvents(database.db, clock), 1);
  });
});
