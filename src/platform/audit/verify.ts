import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { all, type Db, one } from '../database/query.ts';
import { canonicalJson } from './canonical.ts';
import { type ChainedEvent, chainedColumns, chainHash, FIRST_PREVIOUS } from './chain.ts';

const BATCH = 1000;
const MOST_FAULTS = 1000;

/** Something in the log that is not as it was written. `place` is null for what was never sealed. */
export interface ChainFault {
  readonly place: number | null;
  readonly reason:
    | 'place_missing'
    | 'previous_differs'
    | 'event_changed'
    | 'value_changed'
    | 'value_unknown'
    | 'never_sealed'
    | 'sealed_and_pending';
  readonly eventId: string | null;
  readonly field?: string;
}

export interface ChainReport {
  readonly sealed: number;
  readonly pending: number;
  readonly oldestPendingAt: Date | null;
  /** The last place and its hash (hex): kept elsewhere, it shows later that the tail was not cut off. */
  readonly head: { readonly place: number; readonly hash: string } | null;
  /** The first thousand. */
  readonly faults: readonly ChainFault[];
}

interface SealedRow extends ChainedEvent {
  readonly place: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

interface ValueRow {
  readonly event_id: string;
  readonly field: string;
  readonly salt: Buffer;
  readonly old: unknown;
  readonly new: unknown;
  readonly has_old: boolean;
  readonly has_new: boolean;
}

/**
 * Recomputes the whole chain in batches, with constant memory, and compares each value that still
 * exists with its salted hash. An erased value is no fault.
 */
export async function verifyChain(db: Db): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let head: { place: number; hash: Buffer } = { place: 0, hash: FIRST_PREVIOUS };
  let sealed = 0;
  for (;;) {
    const rows = await sealedAfter(db, head.place);
    if (rows.length === 0) break;
    const values = await valuesOf(
      db,
      rows.map((row) => row.id),
    );
    for (const row of rows) {
      const found = [...linkFaults(row, head), ...valueFaults(row, values.get(row.id) ?? [])];
      if (faults.length < MOST_FAULTS) faults.push(...found);
      head = { place: row.place, hash: row.hash };
    }
    sealed += rows.length;
  }
  faults.push(...(await looseEvents(db)));
  const waiting = await one(
    db,
    sql<{ count: number; oldest: Date | null }>`select count(*)::int as count, min(e.at) as oldest
      from event_pending p join event e on e.id = p.event_id`,
  );
  return {
    sealed,
    pending: waiting.count,
    oldestPendingAt: waiting.oldest,
    head: sealed === 0 ? null : { place: head.place, hash: head.hash.toString('hex') },
    faults: faults.slice(0, MOST_FAULTS),
  };
}

function sealedAfter(db: Db, place: number): Promise<SealedRow[]> {
  return all(
    db,
    sql<SealedRow>`select s.place, s.previous, s.hash, ${chainedColumns}
      from event_seal s join event e on e.id = s.event_id
      where s.place > ${place} order by s.place limit ${BATCH}`,
  );
}

async function valuesOf(db: Db, eventIds: readonly string[]): Promise<Map<string, ValueRow[]>> {
  const rows = await all(
    db,
    sql<ValueRow>`select event_id, field, salt, old, new, old is not null as has_old,
        new is not null as has_new
      from event_value where event_id = any(${eventIds}::uuid[]) order by event_id, field`,
  );
  return Map.groupBy(rows, (row) => row.event_id);
}

function linkFaults(row: SealedRow, head: { place: number; hash: Buffer }): ChainFault[] {
  const { place } = row;
  const faults: ChainFault[] = [];
  if (place !== head.place + 1) {
    faults.push({ place: head.place + 1, reason: 'place_missing', eventId: null });
  } else if (!row.previous.equals(head.hash)) {
    faults.push({ place, reason: 'previous_differs', eventId: row.id });
  }
  if (!chainHash(row.previous, row).equals(row.hash)) {
    faults.push({ place, reason: 'event_changed', eventId: row.id });
  }
  return faults;
}

function valueFaults(row: SealedRow, values: readonly ValueRow[]): ChainFault[] {
  const faults: ChainFault[] = [];
  for (const value of values) {
    const { place } = row;
    const wanted = row.digests[value.field];
    const found = { place, eventId: row.id, field: value.field };
    if (wanted === undefined) faults.push({ ...found, reason: 'value_unknown' });
    else if (
      digest(value.salt, value.old, value.has_old) !== wanted.old ||
      digest(value.salt, value.new, value.has_new) !== wanted.new
    ) {
      faults.push({ ...found, reason: 'value_changed' });
    }
  }
  return faults;
}

function digest(salt: Buffer, value: unknown, present: boolean): string | null {
  if (!present) return null;
  return createHash('sha256').update(salt).update(canonicalJson(value)).digest('hex');
}

async function looseEvents(db: Db): Promise<ChainFault[]> {
  const rows = await all(
    db,
    sql<{ id: string; place: number | null }>`select e.id, s.place
      from event e left join event_seal s on s.event_id = e.id
        left join event_pending p on p.event_id = e.id
      where (s.event_id is null) = (p.event_id is null)
      order by e.at, e.id limit ${MOST_FAULTS}`,
  );
  return rows.map((row) => ({
    place: row.place,
    reason: row.place === null ? 'never_sealed' : 'sealed_and_pending',
    eventId: row.id,
  }));
}
