import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { all, type Db, maybe } from '../../platform/database/query.ts';
import { type Actor, type Grant, type PolicyContext, visible } from '../../platform/policy.ts';
import { tokenHash } from '../../platform/tokens.ts';
import { grantRead } from './policy.ts';
import type { GrantView } from './schema.ts';

interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly person_id: string | null;
  readonly scopes: string[] | null;
  readonly grants: { role: string; organisationId: string }[] | null;
}

const grantsOn = (day: Day) => sql`(
  select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id))
  from role_grant g
  where g.person_id = u."personId" and g.revoked_at is null and g.during @> ${day}::date
)`;

/** The actor of a signed-in account, with the grants that hold today; null when it is gone. */
export async function actorOfAccount(db: Db, userId: string, today: Day): Promise<Actor | null> {
  const row = await maybe(
    db,
    sql<AccountRow>`select u.id, u.email, u.name, u."personId" as person_id, null as scopes,
        ${grantsOn(today)} as grants
      from auth_user u where u.id = ${userId}`,
  );
  return row === null ? null : actorOf(row);
}

/** The actor of a bearer token; null when it is unknown, revoked or past its end. */
export async function actorOfToken(
  db: Db,
  token: string,
  today: Day,
  now: Date,
): Promise<Actor | null> {
  const row = await maybe(
    db,
    sql<AccountRow>`select u.id, u.email, u.name, u."personId" as person_id, t.scopes,
        ${grantsOn(today)} as grants
      from api_token t join auth_user u on u.id = t.user_id
      where t.token_hash = ${tokenHash(token)} and t.revoked_at is null and t.expires_at > ${now}`,
  );
  return row === null ? null : actorOf(row);
}

function actorOf(row: AccountRow): Actor {
  const grants: Grant[] = row.grants ?? [];
  return {
    kind: 'account',
    accountId: row.id,
    personId: row.person_id,
    label: row.name,
    email: row.email,
    grants,
    scopes: row.scopes,
  };
}

/** An account by its e-mail address (any case). */
export async function accountByEmail(
  db: Db,
  email: string,
): Promise<{ id: string; personId: string | null; name: string } | null> {
  return maybe(
    db,
    sql<{ id: string; personId: string | null; name: string }>`
      select id, "personId", name from auth_user where email = ${email.toLowerCase()}`,
  );
}

/** Organisations at which the actor holds a grant, by name: where `/vp` may lead. */
export async function officesOf(
  db: Db,
  organisationIds: readonly string[],
  day: Day,
): Promise<{ code: string; name: string }[]> {
  if (organisationIds.length === 0) return [];
  return all(
    db,
    sql<{ code: string; name: string }>`
      select o.code, n.name from organisation o
      join organisation_name n on n.organisation_id = o.id and n.during @> ${day}::date
      where o.id = any(${organisationIds}::uuid[]) and o.deleted_at is null
      order by n.name collate "vi-x-icu"`,
  );
}

/** Grants at an organisation and below it that the actor may see. */
export async function grantsAt(cx: PolicyContext, organisationId: string): Promise<GrantView[]> {
  const today = cx.clock.today();
  return all(
    cx.db,
    sql<GrantView>`
      select g.pid, g.role, concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given) as person_name,
        u.email, o.code as organisation_code, n.short_name as organisation_name,
        (upper(g.during) - 1)::text as until
      from role_grant g
      join person p on p.id = g.person_id
      left join auth_user u on u."personId" = p.id
      join organisation o on o.id = g.organisation_id
      join organisation_name n on n.organisation_id = o.id and n.during @> ${today}::date
      where g.revoked_at is null and (upper_inf(g.during) or upper(g.during) > ${today}::date)
        and g.organisation_id in (${cx.coverage.below([organisationId], today)})
        and ${visible(cx, grantRead, sql`g.organisation_id`)}
      order by n.short_name collate "vi-x-icu", p.given collate "vi-x-icu", g.pid`,
  );
}

/** A grant that still stands, by its public id. */
export async function findGrant(
  db: Db,
  pid: string,
): Promise<{ id: string; organisation_id: string; role: string } | null> {
  return maybe(
    db,
    sql<{ id: string; organisation_id: string; role: string }>`
      select id, organisation_id, role from role_grant where pid = ${pid} and revoked_at is null`,
  );
}

/** Who holds one of the roles at or above some organisations today. */
export interface RoleHolder {
  readonly role: string;
  readonly name: string;
  readonly organisationName: string;
}

/** Holders of the roles at or above the organisations: those whom a permission lets see what is there. */
export function holdersAbove(
  db: Db,
  organisationIds: readonly string[],
  roles: readonly string[],
  day: Day,
): Promise<RoleHolder[]> {
  return all(
    db,
    sql<RoleHolder>`select distinct g.role, n.name as "organisationName", u.depth,
        concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given) as name
      from (select above.organisation_id, min(above.depth) as depth
          from unnest(${[...organisationIds]}::uuid[]) own (id)
          cross join lateral organisations_above(own.id, ${day}::date) above
          group by above.organisation_id) u
        join role_grant g on g.organisation_id = u.organisation_id
        join person p on p.id = g.person_id and p.deleted_at is null
        join organisation_name n on n.organisation_id = u.organisation_id
          and n.during @> ${day}::date
      where g.revoked_at is null and g.during @> ${day}::date and g.role = any(${[...roles]}::text[])
      order by u.depth, n.name, g.role, name`,
  );
}
