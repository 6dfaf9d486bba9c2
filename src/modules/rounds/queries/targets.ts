import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { Named } from '../schema.ts';

/**
 * Organisations stand directly below another for a round by an affiliation that holds on the day: not
 * the sectoral one that an association has beside its territorial one, but that of a sector society to
 * the national union, and of its associations to the society when it asks itself.
 */
const below = (day: Day) => sql`affiliation a
  join organisation parent on parent.id = a.parent_id
  join organisation o on o.id = a.child_id and o.deleted_at is null and o.during @> ${day}::date
  where a.deleted_at is null and a.during @> ${day}::date
    and (a.kind <> 'sectoral' or o.kind = 'sector_society' or parent.kind = 'sector_society')`;

export interface Target {
  readonly parentId: string;
  readonly organisationId: string;
}

/** Whom these organisations ask on a day: each organisation of the kinds once. */
export function targetsBelow(
  db: Db,
  organisations: readonly string[],
  kinds: readonly string[],
  day: Day,
): Promise<Target[]> {
  return all(
    db,
    sql<Target>`select distinct on (a.child_id) a.parent_id as "parentId",
        a.child_id as "organisationId"
      from ${below(day)} and a.parent_id = any(${[...organisations]}::uuid[])
        and o.kind = any(${[...kinds]}::text[])
      order by a.child_id, a.kind = 'sectoral', lower(a.during), a.id`,
  );
}

/** Which kinds stand directly below an organisation on a day, and how many of each. */
export function kindsBelow(
  db: Db,
  organisation: string,
  day: Day,
): Promise<{ kind: string; many: number }[]> {
  return all(
    db,
    sql<{ kind: string; many: number }>`select o.kind, count(distinct o.id)::integer as many
      from ${below(day)} and a.parent_id = ${organisation} group by o.kind order by 2 desc, 1`,
  );
}

/** Organisations directly below one on a day that a round has not asked, by name. */
export function notAsked(db: Db, round: string, organisation: string, day: Day): Promise<Named[]> {
  return all(
    db,
    sql<Named>`select x.id, x.code, coalesce(n.name, x.code) as name,
        coalesce(n.short_name, x.code) as "shortName"
      from organisation x ${nameOn(sql`x.id`, day)}
      where x.id in (select a.child_id from ${below(day)} and a.parent_id = ${organisation})
        and not exists (select from report_obligation b
          where b.round_id = ${round} and b.organisation_id = x.id)
      order by n.name collate "vi-x-icu", x.code`,
  );
}
