import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import { defaultRules } from '../rules/index.ts';
import type { Settings } from '../schema/index.ts';

/** How an organisation's site takes what readers write. */
export async function settingsOf(db: Db, organisationId: string): Promise<Settings> {
  const found = await maybe(
    db,
    sql<Settings>`select comments, open_days as "openDays", promise_days as "promiseDays", words,
        feedback, letters, version
      from discussion_settings where organisation_id = ${organisationId}`,
  );
  return found ?? { ...defaultRules, version: 0 };
}

/** What an organisation is called in short, and its code. */
export function calledOf(
  db: Db,
  organisationId: string,
  today: Day,
): Promise<{ readonly name: string; readonly shortName: string; readonly code: string }> {
  return one(
    db,
    sql<{ name: string; shortName: string; code: string }>`select coalesce(n.name, o.code) as name,
        coalesce(n.short_name, n.name, o.code) as "shortName", o.code
      from organisation o ${nameOn(sql`o.id`, today)} where o.id = ${organisationId}`,
  );
}

/** Who is written to about what readers wrote: those who keep the site of the organisation itself. */
export async function moderatorsAt(db: Db, organisationId: string, today: Day): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ email: string }>`select distinct u.email
      from role_grant g join auth_user u on u."personId" = g.person_id
      where g.organisation_id = ${organisationId} and g.role in ('editor', 'clerk', 'officer')
        and g.revoked_at is null and g.during @> ${today}::date
      order by u.email`,
  );
  return rows.map(({ email }) => email);
}

/** When the moderators of an organisation were last written to. */
export async function toldAt(db: Db, organisationId: string): Promise<Date | null> {
  const found = await maybe(
    db,
    sql<{ at: Date }>`select told_at as at from discussion_notice
      where organisation_id = ${organisationId}`,
  );
  return found?.at ?? null;
}
