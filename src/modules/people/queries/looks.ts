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

/** Who read the sensitive fields of a person, the newest first, at most `limit`. */
export function looksOf(db: Db, personId: string, limit = 200): Promise<Look[]> {
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
      where l.person_id = ${personId} order by e.at desc, e.id desc limit ${limit}`,
  );
}
