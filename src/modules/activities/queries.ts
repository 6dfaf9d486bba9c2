import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../platform/command.ts';
import { all, type Db, maybe, one } from '../../platform/database/query.ts';
import type { Invariant } from '../../platform/module.ts';
import { visible } from '../../platform/policy.ts';
import { nameOn } from '../organisations/index.ts';
import { activityRead } from './policy.ts';
import type { Activity, ActivityKind, Kinds } from './schema.ts';

/** All kinds in their order, those no longer offered too. */
export async function allKinds(db: Db): Promise<Kinds> {
  const kinds = await all(
    db,
    sql<ActivityKind>`select code, name, noun, topic, fields, sort, active from activity_kind
      order by sort, code`,
  );
  return new Map(kinds.map((kind) => [kind.code, kind]));
}

/** A kind by its code; `held` keeps others from changing it until the transaction ends. */
export function kindByCode(db: Db, code: string, held = false): Promise<ActivityKind | null> {
  return maybe(
    db,
    sql<ActivityKind>`select code, name, noun, topic, fields, sort, active from activity_kind
      where code = ${code} ${held ? sql`for update` : sql``}`,
  );
}

const columns = sql`a.id, a.pid, a.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.short_name, o.code) as "organisationName", a.kind,
  k.name as "kindName", a.title, a.starts_on as "startsOn", a.ends_on as "endsOn", a.role, a.place,
  a.partners, a.summary, a.data, a.version, a.deleted_at as "deletedAt"`;

const from = (today: Day): RawBuilder<unknown> => sql`from activity a
  join activity_kind k on k.code = a.kind
  join organisation o on o.id = a.organisation_id ${nameOn(sql`o.id`, today)}`;

/** A record that the actor may see, a deleted one too; null when there is none. */
export async function findActivity(cx: Cx, pid: string): Promise<Activity | null> {
  return maybe(
    cx.db,
    sql<Activity>`select ${columns} ${from(cx.clock.today())}
      where a.pid = ${pid} and ${visible(cx, activityRead, sql`a.organisation_id`)}`,
  );
}

export interface ActivityFilter {
  /** At or below this organisation today; everything that the actor may see when null. */
  readonly under: string | null;
  /** The organisation's own records only. */
  readonly organisation?: string | null;
  readonly kind?: string | null;
  readonly role?: string | null;
  /** Activities of which some day lies between the two. */
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** Words in any order, with or without dấu. */
  readonly q?: string;
}

export interface ActivityList extends ActivityFilter {
  readonly sort: 'day' | 'title' | 'organisation';
  readonly descending: boolean;
  readonly page: number;
  readonly size: number;
}

function matching(cx: Cx, filter: ActivityFilter): RawBuilder<unknown> {
  const parts = [
    sql`a.deleted_at is null`,
    sql`${visible(cx, activityRead, sql`a.organisation_id`)}`,
  ];
  if (filter.under !== null) {
    parts.push(sql`a.organisation_id in (${cx.coverage.below([filter.under], cx.clock.today())})`);
  }
  if (filter.organisation) parts.push(sql`o.code = ${filter.organisation}`);
  if (filter.kind) parts.push(sql`a.kind = ${filter.kind}`);
  if (filter.role) parts.push(sql`a.role = ${filter.role}`);
  if (filter.from) parts.push(sql`coalesce(a.ends_on, a.starts_on) >= ${filter.from}::date`);
  if (filter.to) parts.push(sql`a.starts_on <= ${filter.to}::date`);
  for (const word of searchWords(filter.q ?? '')) parts.push(sql`a.search like ${`%${word}%`}`);
  return sql.join(parts, sql` and `);
}

/** The words that a search looks for: folded, so nothing in them has a meaning of its own in LIKE. */
export function searchWords(typed: string): readonly string[] {
  return foldForSearch(typed).split(' ').filter(Boolean).slice(0, 10);
}

const orders = {
  day: sql`a.starts_on`,
  title: sql`a.title collate "vi-x-icu"`,
  organisation: sql`n.short_name collate "vi-x-icu"`,
};

/** One page of a list and how many there are in all: two queries, whatever the number of rows. */
export async function listActivities(
  cx: Cx,
  list: ActivityList,
): Promise<{ rows: Activity[]; total: number }> {
  const total = await countActivities(cx, list);
  const direction = sql.raw(list.descending ? 'desc' : 'asc');
  const rows = await all(
    cx.db,
    sql<Activity>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
      order by ${orders[list.sort]} ${direction}, a.starts_on desc, a.pid
      limit ${list.size} offset ${(list.page - 1) * list.size}`,
  );
  return { rows, total };
}

export async function countActivities(cx: Cx, filter: ActivityFilter): Promise<number> {
  const found = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total
      from activity a join organisation o on o.id = a.organisation_id where ${matching(cx, filter)}`,
  );
  return found.total;
}

export interface ActivityFacets {
  /** The years in which something began, the latest first. */
  readonly years: readonly number[];
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  readonly total: number;
}

/** What a list can be narrowed to: its years and organisations, in one query. */
export async function facetsOf(cx: Cx, under: string): Promise<ActivityFacets> {
  const row = await one(
    cx.db,
    sql<ActivityFacets>`with seen as (
        select a.organisation_id, extract(year from a.starts_on)::integer as year, count(*) as many
        from activity a join organisation o on o.id = a.organisation_id
        where ${matching(cx, { under })} group by 1, 2)
      select coalesce((select jsonb_agg(distinct year) from seen), '[]') as years,
        coalesce((select sum(many)::integer from seen), 0) as total,
        coalesce((select jsonb_agg(jsonb_build_object('code', o.code,
            'name', coalesce(n.short_name, o.code)) order by n.short_name collate "vi-x-icu")
          from organisation o ${nameOn(sql`o.id`, cx.clock.today())}
          where o.id in (select organisation_id from seen)), '[]') as organisations`,
  );
  return { ...row, years: row.years.toSorted((a, b) => b - a) };
}

/** The live record that is the same thing: organisation, kind, title and first day agree. */
export async function sameActivity(
  cx: Cx,
  same: { organisation: string; kind: string; title: string; startsOn: Day },
): Promise<Activity | null> {
  return maybe(
    cx.db,
    sql<Activity>`select ${columns} ${from(cx.clock.today())}
      where o.code = ${same.organisation} and a.kind = ${same.kind} and a.title = ${same.title}
        and a.starts_on = ${same.startsOn}::date and a.deleted_at is null
        and ${visible(cx, activityRead, sql`a.organisation_id`)} order by a.id limit 1`,
  );
}

/** Rows that figures are counted from; see `Source`. */
export function activityRows(): RawBuilder<unknown> {
  return sql`select a.organisation_id, a.id as record_id, a.pid, a.title, a.starts_on as from_day,
      null::date as to_day, a.kind, a.role, a.place, a.data
    from activity a where a.deleted_at is null`;
}

// One value of a kind's own field: is it what the field's type says?
const wellTyped = `case f.value ->> 'type'
  when 'text' then jsonb_typeof(d.value) = 'string'
  when 'long_text' then jsonb_typeof(d.value) = 'string'
  when 'number' then jsonb_typeof(d.value) = 'number'
  when 'integer' then d.value::text ~ '^[0-9]+$'
  when 'money' then d.value::text ~ '^[0-9]+$'
  when 'day' then d.value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
  when 'yes_no' then jsonb_typeof(d.value) = 'boolean'
  when 'choice' then exists (select from jsonb_array_elements(f.value -> 'options') x
    where x -> 'value' = d.value)
  else false end`;

export const invariants: readonly Invariant[] = [
  {
    name: 'activity_data_matches_kind',
    sql: `select a.pid, d.key from activity a
      join activity_kind k on k.code = a.kind
      cross join lateral jsonb_each(a.data) d
      left join lateral (select value from jsonb_array_elements(k.fields)
        where value ->> 'key' = d.key) f on true
      where f.value is null or not (${wellTyped})`,
  },
  {
    name: 'activity_ends_after_start',
    sql: 'select pid from activity where ends_on < starts_on',
  },
  {
    name: 'activity_organisation_stands',
    sql: `select a.pid from activity a join organisation o on o.id = a.organisation_id
      where a.deleted_at is null and o.deleted_at is not null`,
  },
  {
    name: 'activity_kind_fields_unique',
    sql: `select k.code from activity_kind k, jsonb_array_elements(k.fields) f
      group by k.code, f ->> 'key' having count(*) > 1`,
  },
];
