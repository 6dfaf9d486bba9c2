import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, one } from '../../../platform/database/query.ts';
import { LIST_BITS } from '../rules/index.ts';

export interface Series {
  readonly organisationId: string;
  readonly symbol: string;
  readonly year: number;
}

/**
 * The next numbers of a series, held until the transaction ends: one that is taken back leaves no gap,
 * and two at once wait for each other.
 */
export async function nextNumbers(cx: Cx, series: Series, count: number): Promise<number[]> {
  const { last } = await one(
    cx.db,
    sql<{ last: number }>`insert into certificate_series as s (organisation_id, symbol, year, last)
      values (${series.organisationId}, ${series.symbol}, ${series.year}, ${count})
      on conflict (organisation_id, symbol, year) do update set last = s.last + ${count}
      returning last`,
  );
  return Array.from({ length: count }, (_, at) => last - count + at + 1);
}

export interface Place {
  readonly list: number;
  readonly index: number;
}

/** A list is begun anew when it is half full: places in it stay easy to find. */
const fullAt = LIST_BITS / 2;

/** Free places in the newest list of revoked credentials, drawn by chance: they tell no order. */
export async function freePlaces(cx: Cx, count: number): Promise<Place[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('certificate.status', 0))`.execute(cx.db);
  const { list, many } = await one(
    cx.db,
    sql<{ list: number; many: number }>`select coalesce(max(status_list), 1) as list,
        (select count(*)::integer from certificate where status_list =
          (select max(status_list) from certificate)) as many from certificate`,
  );
  const here = many + count > fullAt ? list + 1 : list;
  const used = new Set(
    (
      await all(
        cx.db,
        sql<{ at: number }>`select status_index as at from certificate where status_list = ${here}`,
      )
    ).map(({ at }) => at),
  );
  const places: Place[] = [];
  while (places.length < count) {
    const index = randomInt(LIST_BITS);
    if (used.has(index)) continue;
    used.add(index);
    places.push({ list: here, index });
  }
  return places;
}
