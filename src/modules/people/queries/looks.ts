import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';

/** Somebody read the sensitive fields of a person. */
export interface Look {
  readonly at: Date;
  readonly action: string;
  readonly actorPersonId: string | null;
  /** Name of the one who looked; null for the machine. */
  readonly by: string | null;
  readonly via: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly fields: readonly string[];
}

/** Who read the sensitive fields in these records, the newest first, at most `limit`. */
export function looksOf(db: Db, personIds: readonly string[], limit = 200): Promise<Look[]> {
  return all(
    db,
    sql<Look>`select e.at, e.action, e.actor_person_id as "actorPersonId",
        case when a.id is null then null
          else concat_ws(' ', nullif(a.family, ''), nullif(a.middle, ''), a.given) end as by,
        e.via, e.organisation_id as "organisationId", n.name as "organisationName", l.fields
      from person_look l join event e on e.id = l.event_id
        left join person a on a.id = e.actor_person_id
        left join lateral (select name from organisation_name x
          where x.organisation_id = e.organisation_id order by lower(x.during) desc limit 1) n on true
      where l.person_id = any(${[...personIds]}::uuid[]) order by e.at desc, e.id desc limit ${limit}`,
  );
}

/** All records of the human whose record this is: for that human only, since unions keep their own. */
export async function recordsOfHuman(db: Db, personId: string): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ id: string }>`select id from person
      where identity_id = (select identity_id from person where id = ${personId}) order by id`,
  );
  return rows.map((row) => row.id);
}

/** Organisations through which these records are seen: those that keep them, those of memberships. */
export async function placesOfPersons(db: Db, personIds: readonly string[]): Promise<string[]> {
  const ids = [...personIds];
  const rows = await all(
    db,
    sql<{ id: string }>`select keeper_id as id from person
        where id = any(${ids}::uuid[]) and keeper_id is not null
      union select organisation_id from membership
        where person_id = any(${ids}::uuid[]) and deleted_at is null`,
  );
  return rows.map((row) => row.id);
}
