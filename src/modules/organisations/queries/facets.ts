import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { nameOn } from './rows.ts';

/** What a list of records can be narrowed to. */
export interface Facets {
  /** The years in which there is something, the latest first. */
  readonly years: readonly number[];
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  readonly total: number;
}

/** Years and organisations of records, in one query; `seen` selects organisation_id, year, many. */
export async function facetsOf(cx: Cx, seen: RawBuilder<unknown>): Promise<Facets> {
  const row = await one(
    cx.db,
    sql<Facets>`with seen as (${seen})
      select coalesce((select jsonb_agg(distinct year) from seen), '[]') as years,
        coalesce((select sum(many)::integer from seen), 0) as total,
        coalesce((select jsonb_agg(jsonb_build_object('code', o.code,
            'name', coalesce(n.short_name, o.code)) order by n.short_name collate "vi-x-icu")
          from organisation o ${nameOn(sql`o.id`, cx.clock.today())}
          where o.id in (select organisation_id from seen)), '[]') as organisations`,
  );
  return { ...row, years: row.years.toSorted((a, b) => b - a) };
}
