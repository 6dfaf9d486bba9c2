import { sql } from 'kysely';
import type { Db } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';

/**
 * Rows of the organisation's earlier file that this one no longer has so, and new ones: where name,
 * birth, place and branch are the same and are so only once on either side, the row was changed and
 * the person is the same. Nothing may speak against it; without a birth the telephones must not.
 */
export async function continueRows(db: Db, of: RosterImport): Promise<void> {
  await sql`insert into found (line, person_id, membership_id, match, source_import, source_line, evidence)
    with old as (
      select x.person_id, x.membership_id, x.import_id, x.line, r.search, r.birth_date, r.organisation_id,
        r.branch, r.gender, r.phones, r.citizen_id_index
      from roster_result x
      join roster_row r on r.import_id = x.import_id and r.line = x.line
      join person p on p.id = x.person_id and p.deleted_at is null and p.merged_into is null
      join membership m on m.id = x.membership_id and m.deleted_at is null
      where x.current and x.organisation_id = ${of.organisationId} and x.leader is null
        and x.person_id not in (select f.person_id from found f)
    ), pairs as (
      select s.line, o.person_id, o.membership_id, o.import_id, o.line as source_line,
        count(*) over (partition by s.line) as here, count(*) over (partition by o.person_id) as there,
        (s.gender is null or o.gender is null or s.gender = o.gender)
          and (s.citizen_id_index is null or o.citizen_id_index is null
            or s.citizen_id_index = o.citizen_id_index)
          and (s.birth_date is not null or s.phones = '{}' or o.phones = '{}' or s.phones && o.phones)
          as agree
      from pending s
      join old o on o.search = s.search and o.organisation_id = s.organisation_id
        and coalesce(o.birth_date, '') = coalesce(s.birth_date, '')
        and coalesce(o.branch, '') = coalesce(s.branch, '')
    )
    select line, person_id, membership_id, 'certain', import_id, source_line,
      '[{"code": "same_place_in_list", "points": 100}]'
    from pairs where here = 1 and there = 1 and agree`.execute(db);
}
