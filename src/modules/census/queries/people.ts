import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Headcount } from '../schema.ts';

/**
 * Distinct people at each of some organisations and all below it on a day, over the graph of that
 * day. Organisations where nobody is are there with 0.
 */
export function peopleOn(
  db: Db,
  organisations: readonly string[],
  on: Day,
): Promise<Pick<Headcount, 'organisationId' | 'people' | 'memberships'>[]> {
  return all(
    db,
    // One organisation after the other, each out of the index alone: people are then sorted by their
    // identity only, and what lies below one union is read for that union.
    sql`with below as materialized (
        select root_id, organisation_id from organisations_below(${organisations}::uuid[], ${on}::date)
      )
      select r.id as "organisationId", counted.people, counted.memberships
      from (select distinct unnest(${organisations}::uuid[]) as id) r
      cross join lateral (
        select count(distinct m.identity_id)::integer as people, count(*)::integer as memberships
        from membership m
        where m.organisation_id = any(array(select organisation_id from below where root_id = r.id))
          and m.deleted_at is null and m.during @> ${on}::date
      ) counted`,
  );
}

/** An organisation and those directly below it on a day, with names and declared headcounts. */
export function placesOn(
  db: Db,
  organisation: string,
  on: Day,
): Promise<Pick<Headcount, 'organisationId' | 'code' | 'name' | 'declared'>[]> {
  return all(
    db,
    sql`select o.id as "organisationId", o.code, coalesce(n.short_name, o.code) as name,
        f.amount::integer as declared
      from organisation o
      left join organisation_name n on n.organisation_id = o.id and n.during @> ${on}::date
      left join organisation_fact f on f.organisation_id = o.id and f.kind = 'headcount_members'
        and f.deleted_at is null and f.during @> ${on}::date
      where o.deleted_at is null and (o.id = ${organisation} or exists (
        select from affiliation a where a.child_id = o.id and a.parent_id = ${organisation}
          and a.deleted_at is null and a.during @> ${on}::date))`,
  );
}

/** A select of the people at or below an organisation on a day, one row for each human. */
export function humansOn(organisation: string, on: Day): RawBuilder<unknown> {
  return sql`select distinct on (m.identity_id) m.identity_id, m.person_id
    from organisations_below(array[${organisation}]::uuid[], ${on}::date) b
    join membership m on m.organisation_id = b.organisation_id
    where m.deleted_at is null and m.during @> ${on}::date
    order by m.identity_id, m.person_id`;
}
