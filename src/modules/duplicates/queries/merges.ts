import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { MergeUndo } from '../schema.ts';

export interface Merge {
  readonly id: string;
  readonly pid: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly organisationId: string;
  readonly undo: MergeUndo;
  readonly mergedAt: Date;
}

const columns = sql`id, pid, kept_id as "keptId", merged_id as "mergedId",
  organisation_id as "organisationId", undo, merged_at as "mergedAt"`;

/** A joining that still stands, by its public id. */
export function findMerge(db: Db, pid: string): Promise<Merge | null> {
  return maybe(
    db,
    sql<Merge>`select ${columns} from person_merge where pid = ${pid} and undone_at is null`,
  );
}

/** The joinings that a record has taken in and that still stand, the newest first. */
export function mergesOf(db: Db, keptId: string): Promise<Merge[]> {
  return all(
    db,
    sql<Merge>`select ${columns} from person_merge
      where kept_id = ${keptId} and undone_at is null order by merged_at desc, id desc`,
  );
}

/**
 * The lowest organisation at or above an organisation of each of the two persons (where they are
 * members, or which keeps the record) on a day; null when they have none in common.
 */
export async function lowestAbove(
  db: Db,
  personA: string,
  personB: string,
  day: Day,
): Promise<string | null> {
  const found = await maybe(
    db,
    sql<{ id: string }>`with places as (
        select person_id, organisation_id from membership
        where person_id in (${personA}, ${personB}) and deleted_at is null
        union
        select id, keeper_id from person where id in (${personA}, ${personB}) and keeper_id is not null
      ), above as (
        select p.person_id, u.organisation_id, min(u.depth) as depth
        from places p cross join lateral organisations_above(p.organisation_id, ${day}::date) u
        group by p.person_id, u.organisation_id
      )
      select a.organisation_id as id from above a
      join above b on b.organisation_id = a.organisation_id and b.person_id = ${personB}
      where a.person_id = ${personA}
      order by a.depth + b.depth, a.organisation_id limit 1`,
  );
  return found?.id ?? null;
}
