import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { all, type Db, inTransaction, maybe, one } from '../database/query.ts';
import { type ChainedEvent, chainedColumns, chainHash, FIRST_PREVIOUS } from './chain.ts';

const BATCH = 1000;

/**
 * Gives every committed event that still waits its place in the chain, by (at, id). Only one sealer
 * works at a time; another one finds the lock taken and gives back 0.
 * @returns the number of events sealed
 */
export async function sealEvents(db: Db, clock: Clock): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await inTransaction(db, (trx) => sealBatch(trx, clock));
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(db: Db, clock: Clock): Promise<number> {
  const lock = await one(
    db,
    sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(
      hashtextextended('lientri/sealer', 0)) as taken`,
  );
  if (!lock.taken) return 0;
  const events = await all(
    db,
    sql<ChainedEvent>`select ${chainedColumns} from event_pending p join event e on e.id = p.event_id
      where not exists (select from event_seal s where s.event_id = e.id)
      order by e.at, e.id limit ${BATCH}`,
  );
  if (events.length > 0) await writeSeals(db, clock, events);
  return events.length;
}

async function writeSeals(db: Db, clock: Clock, events: readonly ChainedEvent[]): Promise<void> {
  const head = await maybe(
    db,
    sql<{ place: number; hash: Buffer }>`select place, hash from event_seal
      order by place desc limit 1`,
  );
  let previous = head?.hash ?? FIRST_PREVIOUS;
  let place = head?.place ?? 0;
  const rows = events.map((event) => {
    place += 1;
    const row = { place, event: event.id, previous: previous.toString('hex') };
    previous = chainHash(previous, event);
    return { ...row, hash: previous.toString('hex') };
  });
  await sql`insert into event_seal (place, event_id, previous, hash, sealed_at)
    select place, event_id, decode(previous, 'hex'), decode(hash, 'hex'), ${clock.now()}
    from unnest(${rows.map((r) => r.place)}::bigint[], ${rows.map((r) => r.event)}::uuid[],
      ${rows.map((r) => r.previous)}::text[], ${rows.map((r) => r.hash)}::text[])
      as row (place, event_id, previous, hash)`.execute(db);
  await sql`delete from event_pending where event_id = any(${events.map((e) => e.id)}::uuid[])`.execute(
    db,
  );
}
