import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { YearLine } from '../schema.ts';

/**
 * People at the end of each of the last years (in the year of `on`: on that day), and how many
 * memberships began and ended in each; over the organisations that stand below on `on`.
 */
export function growthUntil(
  db: Db,
  organisation: string,
  on: Day,
  years: number,
): Promise<YearLine[]> {
  const last = Number(on.slice(0, 4));
  return all(
    db,
    sql<YearLine>`with spans as materialized (
        select m.identity_id, lower(m.during) as from_day, upper(m.during) as to_day
        from organisations_below(array[${organisation}]::uuid[], ${on}::date) b
        join membership m on m.organisation_id = b.organisation_id
        where m.deleted_at is null and lower(m.during) <= ${on}::date
      ), years as (
        select y, least(make_date(y, 12, 31), ${on}::date) as day
        from generate_series(${last - years + 1}::integer, ${last}::integer) y
      )
      select y as year,
        (select count(distinct identity_id)::integer from spans
          where from_day <= day and (to_day is null or to_day > day)) as people,
        (select count(*)::integer from spans
          where from_day between make_date(y, 1, 1) and day) as joined,
        (select count(*)::integer from spans
          where to_day between make_date(y, 1, 1) and day) as "left"
      from years order by y`,
  );
}
