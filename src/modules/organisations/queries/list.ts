import { type RawBuilder, sql } from 'kysely';
import { parseDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { keptText } from '../../../kernel/text.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { type Permission, visible } from '../../../platform/policy.ts';
import { memberKinds } from '../rules/index.ts';
import type { ListedOrganisation } from '../schema/index.ts';
import { nameOn } from './rows.ts';

export interface ListQuery {
  readonly on: Day;
  /** At or below this organisation on the day; null is everywhere. */
  readonly below: string | null;
  readonly q: string;
  readonly kind: string | null;
  /** Only those with, or without, special status on the day. */
  readonly special: boolean | null;
  readonly sort: 'name' | '-name' | 'members' | '-members';
  readonly page: number;
  readonly size: number;
}

interface ListRow {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly short_name: string;
  readonly during: string;
  readonly members: number;
  readonly special: boolean;
  readonly parent_code: string | null;
  readonly parent_name: string | null;
  readonly total: number;
}

/** Organisations that exist on the day, filtered and sorted, one page of them, and how many in all. */
export async function listOrganisations(
  db: Db,
  query: ListQuery,
): Promise<{ items: ListedOrganisation[]; total: number }> {
  const rows = await all(db, statement(query, (query.page - 1) * query.size));
  // A page past the end has no row to carry the count.
  if (rows.length === 0 && query.page > 1) {
    return {
      items: [],
      total: (await listOrganisations(db, { ...query, page: 1, size: 1 })).total,
    };
  }
  return { items: rows.map(toListed), total: rows[0]?.total ?? 0 };
}

function statement(query: ListQuery, offset: number): RawBuilder<ListRow> {
  const on = sql`${query.on}::date`;
  const counted = sort(query) === 'members' ? membersOn(sql`o.id`, query.on) : sql`0`;
  return sql<ListRow>`
    with found as (
      select o.id, o.code, o.kind, o.during, n.name, n.short_name, ${exactness(query.q)} as exactness,
        ${counted} as sorting, count(*) over ()::integer as total
      from organisation o ${nameOn(sql`o.id`, query.on)}
      where ${conditions(query)}
      order by ${order(query)} limit ${query.size} offset ${offset}
    )
    select f.id, f.code, f.kind, f.name, f.short_name, f.during, f.total,
      ${membersOn(sql`f.id`, query.on)} as members, ${specialOn(sql`f.id`, on)} as special,
      p.code as parent_code, p.short_name as parent_name
    from found f left join lateral (
      select u.code, m.short_name from affiliation a
      join organisation u on u.id = a.parent_id and u.deleted_at is null
      ${nameOn(sql`u.id`, query.on, sql.raw('m'))}
      where a.child_id = f.id and a.deleted_at is null and a.during @> ${on}
      order by a.kind = 'sectoral', u.code limit 1) p on true
    order by ${order(query, 'f')}`;
}

function sort(query: ListQuery): 'name' | 'members' {
  return query.sort.endsWith('members') ? 'members' : 'name';
}

// Without a chosen order, what was typed with its dấu comes before what only sounds like it.
function order(query: ListQuery, from: 'f' | null = null): RawBuilder<unknown> {
  const name = sql`${sql.raw(from === null ? 'n.name' : 'f.name')} collate "vi-x-icu"`;
  const code = sql.raw(from === null ? 'o.code' : 'f.code');
  // The inner level may order by an output column's name, only when it stands alone.
  if (query.sort === 'members') return sql`sorting asc, ${name}, ${code}`;
  if (query.sort === '-members') return sql`sorting desc, ${name}, ${code}`;
  if (query.sort === '-name') return sql`${name} desc, ${code}`;
  return query.q === '' ? sql`${name}, ${code}` : sql`exactness desc, ${name}, ${code}`;
}

function exactness(q: string): RawBuilder<unknown> {
  const typed = keptText(q).toLowerCase();
  if (typed === '') return sql`0`;
  const pattern = `%${escapeLike(typed)}%`;
  return sql`(case when lower(n.name) like ${pattern} or lower(n.short_name) like ${pattern} then 1 else 0 end)`;
}

function conditions(query: ListQuery): RawBuilder<unknown> {
  const on = sql`${query.on}::date`;
  const parts = [sql`o.deleted_at is null and o.during @> ${on}`];
  if (query.below !== null) {
    parts.push(sql`o.id in (select b.organisation_id
      from organisations_below(array[${query.below}::uuid], ${on}) b)`);
  }
  if (query.kind !== null) parts.push(sql`o.kind = ${query.kind}`);
  if (query.special !== null) {
    parts.push(sql`${specialOn(sql`o.id`, on)} = ${query.special}`);
  }
  for (const word of foldForSearch(keptText(query.q)).split(' ')) {
    const pattern = `%${escapeLike(word)}%`;
    if (word !== '') parts.push(sql`(n.search like ${pattern} or o.code like ${pattern})`);
  }
  return sql.join(parts, sql` and `);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function membersOn(column: RawBuilder<unknown>, on: Day): RawBuilder<unknown> {
  return sql`(select count(distinct a.child_id)::integer from affiliation a
    join organisation c on c.id = a.child_id and c.deleted_at is null
      and c.kind = any(${[...memberKinds]}::text[])
    where a.parent_id = ${column} and a.deleted_at is null and a.during @> ${on}::date)`;
}

function specialOn(column: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from organisation_fact s where s.organisation_id = ${column}
    and s.kind = 'special_status' and s.amount = 1 and s.deleted_at is null and s.during @> ${on})`;
}

function toListed(row: ListRow): ListedOrganisation {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    during: parseDateRange(row.during),
    members: row.members,
    special: row.special,
    parentCode: row.parent_code,
    parentName: row.parent_name,
  };
}

export interface OrganisationOption {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/**
 * Organisations at or below one on a day at which the actor has the permission, in Vietnamese order:
 * what a form lets choose.
 */
export async function organisationOptions(
  cx: Cx,
  wanted: Permission,
  rootId: string,
  day: Day,
): Promise<OrganisationOption[]> {
  return all(
    cx.db,
    sql<OrganisationOption>`select o.id, o.code, coalesce(n.name, o.code) as name, o.kind
      from organisation o ${nameOn(sql`o.id`, day)}
      where o.deleted_at is null and o.during @> ${day}::date
        and o.id in (${cx.coverage.below([rootId], day)}) and ${visible(cx, wanted, sql`o.id`)}
      order by n.name collate "vi-x-icu", o.code`,
  );
}

/** Organisations that others stand under on the day, at or below one: the choices of a filter. */
export async function parentOptions(
  db: Db,
  rootId: string | null,
  on: Day,
): Promise<{ code: string; name: string }[]> {
  const scope =
    rootId === null
      ? sql`true`
      : sql`o.id in (select b.organisation_id
          from organisations_below(array[${rootId}::uuid], ${on}::date) b)`;
  return all(
    db,
    sql<{ code: string; name: string }>`select o.code, n.short_name as name
      from organisation o ${nameOn(sql`o.id`, on)}
      where o.deleted_at is null and o.during @> ${on}::date and ${scope}
        and o.kind in ('national_union', 'provincial_union', 'sector_society')
        and exists (select from affiliation a where a.parent_id = o.id and a.deleted_at is null
          and a.during @> ${on}::date)
      order by n.short_name collate "vi-x-icu", o.code limit 300`,
  );
}
