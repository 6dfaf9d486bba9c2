import { sql } from 'kysely';
import { maybe } from '../../../platform/database/query.ts';
import type { PolicyContext } from '../../../platform/policy.ts';
import { personRead, visiblePerson } from '../../people/index.ts';

/**
 * One row for each membership while it lasts; `human` tells people apart. Each has its person: joined
 * so that figures which ask nothing of persons need not read them.
 */
export const membershipRows = () => sql`
  select m.organisation_id, m.id as record_id, m.pid,
    concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given) as title,
    lower(m.during) as from_day, upper(m.during) as to_day,
    m.identity_id as human, m.kind, coalesce(p.gender, 'unknown') as gender,
    case when p.degrees && array['TSKH', 'TS', 'PGS', 'GS'] then 'doctor'
      when p.degrees && array['ThS', 'BSCKI', 'DSCKI', 'BSNT', 'BSCKII', 'DSCKII'] then 'master'
      when cardinality(p.degrees) > 0 then 'graduate' else 'none' end as degree
  from membership m left join person p on p.id = m.person_id
  where m.deleted_at is null`;

/** The public id of the person whose membership this is; null for what may not be seen. */
export async function personOfMembership(cx: PolicyContext, pid: string): Promise<string | null> {
  const found = await maybe(
    cx.db,
    sql<{ pid: string }>`select p.pid from membership m join person p on p.id = m.person_id
      where m.pid = ${pid} and m.deleted_at is null and ${visiblePerson(cx, personRead, 'p')}`,
  );
  return found?.pid ?? null;
}
