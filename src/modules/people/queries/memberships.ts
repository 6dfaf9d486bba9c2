import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { Membership } from '../schema/index.ts';
import { dated, type MembershipRow, membershipColumns } from './columns.ts';

/** The memberships of several persons at these organisations, the present ones first; one query. */
export async function membershipsOf(
  { db, clock }: Cx,
  personIds: readonly string[],
  organisations: readonly string[],
): Promise<Map<string, Membership[]>> {
  const found = new Map<string, Membership[]>();
  if (personIds.length === 0) return found;
  const today = clock.today();
  const rows = await all(
    db,
    sql<MembershipRow>`select ${membershipColumns}
      from membership m join organisation o on o.id = m.organisation_id
        ${nameOn(sql`o.id`, today)}
      where m.person_id = any(${[...personIds]}::uuid[]) and m.deleted_at is null
        and m.organisation_id = any(${[...organisations]}::uuid[])
      order by (m.during @> ${today}::date) desc, lower(m.during), m.id`,
  );
  for (const row of rows) {
    const list = found.get(row.personId);
    if (list === undefined) found.set(row.personId, [dated(row)]);
    else list.push(dated(row));
  }
  return found;
}
