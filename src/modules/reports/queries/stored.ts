import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { sentStates } from '../../rounds/index.ts';
import type { Freeze, Message, OfficialNumber, PlaceState, Rival } from '../schema/index.ts';

/** A person's full name, of an alias of `person`. */
export const personName = (p: string): RawBuilder<string> => {
  const [family, middle, given] = [
    sql.ref(`${p}.family`),
    sql.ref(`${p}.middle`),
    sql.ref(`${p}.given`),
  ];
  return sql<string>`concat_ws(' ', nullif(${family}, ''), nullif(${middle}, ''), ${given})`;
};

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));
const iso = (at: Date): string => at.toISOString();

/** A place as it was last written. */
export interface StoredPlace {
  readonly key: string;
  readonly state: PlaceState;
  readonly version: number;
  readonly declared: number | null;
  /** What the records and those below said when it was last written or sent. */
  readonly derived: number | null;
  readonly below: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly words: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

type PlaceRow = Omit<StoredPlace, 'declared' | 'derived' | 'below' | 'updatedAt'> & {
  readonly declared: string | null;
  readonly derived: string | null;
  readonly below: string | null;
  readonly updatedAt: Date;
};

/** Everything that was written into a form, by place. */
export async function storedPlaces(
  db: Db,
  obligationId: string,
): Promise<Map<string, StoredPlace>> {
  const rows = await all(
    db,
    sql<PlaceRow>`select x.*, case when p.id is not null then ${personName('p')} end as "updatedBy"
      from (
        select row_key as key, state, version, declared, derived, below, reason, note,
          null as words, updated_at as "updatedAt", updated_by
        from report_cell where obligation_id = ${obligationId}
        union all
        select section_key, state, version, null, null, null, null, null, words, updated_at, updated_by
        from report_narrative where obligation_id = ${obligationId}
      ) x left join person p on p.id = x.updated_by`,
  );
  return new Map(
    rows.map((row) => [
      row.key,
      {
        key: row.key,
        state: row.state,
        version: row.version,
        declared: numberOf(row.declared),
        derived: numberOf(row.derived),
        below: numberOf(row.below),
        reason: row.reason,
        note: row.note,
        words: row.words,
        updatedAt: iso(row.updatedAt),
        updatedBy: row.updatedBy,
      },
    ]),
  );
}

type RivalRow = Omit<Rival, 'declared' | 'at'> & {
  readonly id: string;
  readonly typedBy: string | null;
  readonly declared: string | null;
  readonly at: Date;
};

export type StoredRival = Rival & { readonly id: string; readonly typedBy: string | null };

/** What was typed over changes and waits to be settled, oldest first. */
export async function openRivals(db: Db, obligationId: string): Promise<StoredRival[]> {
  const rows = await all(
    db,
    sql<RivalRow>`select v.id, v.pid, v.place, v.declared, v.reason, v.note, v.words,
        v.typed_by as "typedBy", v.typed_at as at, coalesce(${personName('p')}, '') as by
      from report_rival v left join person p on p.id = v.typed_by
      where v.obligation_id = ${obligationId} and v.settled_at is null order by v.typed_at, v.id`,
  );
  return rows.map((row) => ({ ...row, declared: numberOf(row.declared), at: iso(row.at) }));
}

export type StoredMessage = Message & {
  readonly id: string;
  readonly seen: number | null;
  readonly settledAt: string | null;
};

type MessageRow = Omit<StoredMessage, 'at' | 'settledAt' | 'settled'> & {
  readonly at: Date;
  readonly settledAt: Date | null;
};

/** All words about a form, oldest first. */
export async function messagesOf(db: Db, obligationId: string): Promise<StoredMessage[]> {
  const rows = await all(
    db,
    sql<MessageRow>`select m.id, m.pid, m.place, m.kind, m.words, m.seen_version as seen,
        coalesce(${personName('p')}, '') as by, m.written_at as at, m.settled_at as "settledAt"
      from report_message m left join person p on p.id = m.written_by
      where m.obligation_id = ${obligationId} order by m.written_at, m.id`,
  );
  return rows.map((row) => ({
    ...row,
    at: iso(row.at),
    settledAt: row.settledAt === null ? null : iso(row.settledAt),
    settled: row.settledAt !== null,
  }));
}

/** How many of those below were asked, have gone up, and were accepted. */
export function belowCounts(
  db: Db,
  obligationId: string,
): Promise<{ asked: number; sent: number; accepted: number }> {
  return one(
    db,
    sql<{ asked: number; sent: number; accepted: number }>`select count(*)::integer as asked,
        (count(*) filter (where state = any(${[...sentStates]}::text[])))::integer as sent,
        (count(*) filter (where state in ('accepted', 'frozen')))::integer as accepted
      from report_obligation where parent_id = ${obligationId}`,
  );
}

type NumberRow = Omit<OfficialNumber, 'signedOn'> & { readonly signedOn: Day };

const numberColumns = sql`f.pid, f.number, f.year, f.symbol, f.signed_on as "signedOn", f.signer,
  f.position, f.authority, f.authority_of as "authorityOf"`;

/** The official number of a form; null before it has one. */
export function numberOfForm(db: Db, obligationId: string): Promise<OfficialNumber | null> {
  return maybe(
    db,
    sql<NumberRow>`select ${numberColumns} from official_number f
      where f.obligation_id = ${obligationId}`,
  );
}

/** The freeze of a form that stands; null before the first. */
export async function freezeOf(db: Db, obligationId: string): Promise<Freeze | null> {
  const row = await maybe(
    db,
    sql<Omit<Freeze, 'at'> & { at: Date }>`select z.pid, z.frozen_at as at, z.hash,
        coalesce(${personName('p')}, '') as by
      from report_freeze z left join person p on p.id = z.frozen_by
      where z.obligation_id = ${obligationId} and z.superseded_at is null`,
  );
  return row === null ? null : { ...row, at: iso(row.at) };
}
