import { sql } from 'kysely';

/** One row for each value that was entered by hand, while it holds. */
export const entryRows = () => sql`
  select e.organisation_id, e.id as record_id, e.pid,
    coalesce(nullif(e.note, ''), i.code) as title, lower(e.during) as from_day,
    upper(e.during) as to_day, i.code as indicator, e.value
  from indicator_entry e join indicator i on i.id = e.indicator_id
  where e.deleted_at is null`;
