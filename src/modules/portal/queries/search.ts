import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { grantRead } from '../../accounts/index.ts';
import { activityRead } from '../../activities/index.ts';
import { distinctionRead } from '../../distinctions/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { listMembers, personRead } from '../../people/index.ts';
import type { Sought } from '../rules.ts';
import type { Found, FoundMember, FoundOrganisation, FoundPerson, FoundRecord } from '../schema.ts';
import { type Here, seenHere } from './here.ts';

type Counted<Item> = Item & { readonly total: number };

function found<Item>(rows: readonly Counted<Item>[]): Found<Item> {
  return { items: rows, total: rows[0]?.total ?? 0 };
}

export interface OrganisationSearch {
  readonly sought: Sought;
  readonly on: Day;
  /** Hits at or below this organisation come first, or alone. */
  readonly under: string;
  readonly only: boolean;
  readonly page: number;
  readonly size: number;
}

/**
 * Organisations by any name they have had, or by their code: the whole name as typed, then the same
 * dấu, then the rest; those that exist before those that are closed.
 */
export async function findOrganisations(
  db: Db,
  search: OrganisationSearch,
): Promise<Found<FoundOrganisation>> {
  const { sought, on } = search;
  const rank = exactness(sql`m.name`, sought, sql`m.short_name`);
  return found(
    await all(
      db,
      sql<Counted<FoundOrganisation>>`with below as materialized (
        select b.organisation_id from organisations_below(array[${search.under}::uuid], ${on}::date) b
      ), hit as (
        select m.organisation_id as id, max(${rank}) as exactness,
          (array_agg(m.name order by ${rank} desc, lower(m.during) desc))[1] as matched,
          max(m.name) filter (where m.during @> ${on}::date) as current
        from organisation_name m join organisation c on c.id = m.organisation_id
        where ${holds(sql`m.search`, sought)} or c.code = ${sought.typed.toLowerCase()}
        group by m.organisation_id
      ), page as (
        select o.id, o.code, o.kind, o.during, h.matched, h.exactness,
          b.organisation_id is not null as here, coalesce(h.current, h.matched) collate "vi-x-icu" as sorting,
          count(*) over ()::integer as total
        from hit h join organisation o on o.id = h.id and o.deleted_at is null
        left join below b on b.organisation_id = o.id
        where ${search.only ? sql`b.organisation_id is not null` : sql`true`}
        order by here desc, h.exactness desc, upper_inf(o.during) desc,
          sorting, o.code
        limit ${search.size} offset ${(search.page - 1) * search.size}
      )
      select o.code, o.kind, n.name, case when n.name <> o.matched then o.matched end as "formerName",
        p.short_name as "parentName", upper(o.during) - 1 as closed, o.here, o.total
      from page o ${nameOn(sql`o.id`, on)}
      left join lateral (
        select u.short_name from affiliation a ${nameOn(sql`a.parent_id`, on, sql.raw('u'))}
        where a.child_id = o.id and a.deleted_at is null and a.during @> ${on}::date
        order by a.kind = 'sectoral', u.short_name collate "vi-x-icu" limit 1) p on true
      order by o.here desc, o.exactness desc, upper_inf(o.during) desc,
        o.sorting, o.code`,
    ),
  );
}

/**
 * A folded column has each word sought at the start of one of its own. The first condition says less
 * and can use the index.
 */
export function holds(column: RawBuilder<unknown>, sought: Sought): RawBuilder<boolean> {
  return sql`(${column} like all(${[...sought.patterns]}::text[])
    and ' ' || ${column} like all(${[...sought.starts]}::text[]))`;
}

/** 2: the text is what was typed; 1: it holds it with the same dấu; 0: it only sounds like it. */
function exactness(
  column: RawBuilder<unknown>,
  sought: Sought,
  other: RawBuilder<unknown> = column,
): RawBuilder<unknown> {
  const typed = sought.typed.toLowerCase();
  return sql`(case when lower(${column}) = ${typed} or lower(${other}) = ${typed} then 2
    when lower(${column}) like ${sought.exact} or lower(${other}) like ${sought.exact} then 1
    else 0 end)`;
}

/** Activities of the place and below that the actor may see. */
export async function findActivities(
  cx: Cx,
  here: Here,
  sought: Sought,
  limit: number,
): Promise<Found<FoundRecord>> {
  return found(
    await all(
      cx.db,
      sql<Counted<FoundRecord>>`with page as (
        select a.id, ${exactness(sql`a.title`, sought)} as exactness,
          count(*) over ()::integer as total
        from activity a where a.deleted_at is null and ${holds(sql`a.search`, sought)}
          and ${seenHere(cx, here, activityRead, sql`a.organisation_id`)}
        order by exactness desc, a.starts_on desc, a.id limit ${limit}
      )
      select a.pid, a.title, k.name as kind, n.short_name as organisation, a.starts_on as day, g.total
      from page g join activity a on a.id = g.id join activity_kind k on k.code = a.kind
      ${nameOn(sql`a.organisation_id`, cx.clock.today())}
      order by g.exactness desc, a.starts_on desc, a.id`,
    ),
  );
}

const personName = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

/** Distinctions in the registers of the place and below that the actor may see. */
export async function findDistinctions(
  cx: Cx,
  here: Here,
  sought: Sought,
  limit: number,
): Promise<Found<FoundRecord>> {
  const today = cx.clock.today();
  return found(
    await all(
      cx.db,
      sql<Counted<FoundRecord>>`with page as (
        select d.id, ${exactness(personName, sought, sql`t.name`)} as exactness,
          count(*) over ()::integer as total
        from distinction d join distinction_title t on t.code = d.title
        left join person p on p.id = d.recipient_person_id
        where d.deleted_at is null and ${holds(sql`d.search`, sought)}
          and ${seenHere(cx, here, distinctionRead, sql`d.organisation_id`)}
        order by exactness desc, d.decided_on desc, d.id limit ${limit}
      )
      select d.pid, coalesce(r.short_name, ${personName}) as title,
        concat_ws(' ', t.name, d.class) as kind, n.short_name as organisation,
        d.decided_on as day, g.total
      from page g join distinction d on d.id = g.id join distinction_title t on t.code = d.title
      left join person p on p.id = d.recipient_person_id
      ${nameOn(sql`d.organisation_id`, today)}
      ${nameOn(sql`d.recipient_organisation_id`, today, sql.raw('r'))}
      order by g.exactness desc, d.decided_on desc, d.id`,
    ),
  );
}

/** Members, former ones too, and kept records of the place and below that the actor may see. */
export async function findMembers(
  cx: Cx,
  place: string,
  sought: Sought,
  limit: number,
): Promise<Found<FoundMember>> {
  const { rows, total, atLeast } = await listMembers(cx, {
    under: place,
    filter: { q: sought.typed, state: 'all' },
    sort: 'name',
    descending: false,
    page: 1,
    size: limit,
  });
  const items = rows.map((row) => ({
    pid: row.pid,
    name: [row.family, row.middle, row.given].filter(Boolean).join(' '),
    birthDate: row.birthDate,
    organisations: [...new Set(row.memberships.map((one) => one.organisationName))],
  }));
  return { items, total, atLeast };
}

/**
 * Persons by name who stand in a record of the place or below that the actor may see; nobody else's
 * name is told.
 */
export async function findPersons(
  cx: Cx,
  here: Here,
  sought: Sought,
  limit: number,
): Promise<Found<FoundPerson>> {
  return found(
    await all(
      cx.db,
      sql<Counted<FoundPerson>>`with known as (
        select d.recipient_person_id as person_id, 1 as distinctions, 0 as grants
        from distinction d where d.deleted_at is null and d.recipient_person_id is not null
          and ${seenHere(cx, here, distinctionRead, sql`d.organisation_id`)}
          and ${seenHere(cx, here, personRead, sql`d.organisation_id`)}
        union all
        select g.person_id, 0, 1 from role_grant g
        where g.revoked_at is null and g.during @> ${cx.clock.today()}::date
          and ${seenHere(cx, here, grantRead, sql`g.organisation_id`)}
      )
      select ${personName} as name, sum(k.distinctions)::integer as distinctions,
        sum(k.grants)::integer as grants, count(*) over ()::integer as total
      from known k join person p on p.id = k.person_id and p.deleted_at is null
      where ${holds(sql`p.search`, sought)}
      group by p.id
      order by ${exactness(personName, sought)} desc, p.given collate "vi-x-icu",
        p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.id limit ${limit}`,
    ),
  );
}
