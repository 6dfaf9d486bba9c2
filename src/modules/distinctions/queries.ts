import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../platform/command.ts';
import { all, type Db, maybe, one } from '../../platform/database/query.ts';
import type { Invariant } from '../../platform/module.ts';
import { visible } from '../../platform/policy.ts';
import { nameOn } from '../organisations/index.ts';
import { distinctionRead } from './policy.ts';
import type { DistinctionTitle } from './rules.ts';
import type { Distinction, Titles } from './schema.ts';

/** All titles in their order. */
export async function allTitles(db: Db): Promise<Titles> {
  const titles = await all(
    db,
    sql<DistinctionTitle>`select code, name, form, recipients from distinction_title
      order by sort, code`,
  );
  return new Map(titles.map((title) => [title.code, title]));
}

const personName = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

const columns = sql`d.id, d.pid, d.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.short_name, o.code) as "organisationName",
  case when d.recipient_person_id is null then 'organisation' else 'person' end as recipient,
  d.recipient_organisation_id as "recipientOrganisationId", r.code as "recipientOrganisationCode",
  d.recipient_person_id as "recipientPersonId", p.pid as "recipientPersonPid",
  coalesce(case when p.id is not null then ${personName} end, rn.short_name, r.code) as "recipientName", d.title,
  t.name as "titleName", d.level, d.class, d.decision_no as "decisionNo",
  d.decided_on as "decidedOn", d.giver, d.note, d.revoked_on as "revokedOn",
  d.revoked_reason as "revokedReason", d.version, d.deleted_at as "deletedAt"`;

const from = (today: Day): RawBuilder<unknown> => sql`from distinction d
  join distinction_title t on t.code = d.title
  join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, today)}
  left join organisation r on r.id = d.recipient_organisation_id
  ${nameOn(sql`r.id`, today, sql.raw('rn'))}
  left join person p on p.id = d.recipient_person_id`;

/** A distinction that the actor may see, a deleted one too; null when there is none. */
export async function findDistinction(cx: Cx, pid: string): Promise<Distinction | null> {
  return maybe(
    cx.db,
    sql<Distinction>`select ${columns} ${from(cx.clock.today())}
      where d.pid = ${pid} and ${visible(cx, distinctionRead, sql`d.organisation_id`)}`,
  );
}

export interface DistinctionFilter {
  /** At or below this organisation today; everything that the actor may see when null. */
  readonly under: string | null;
  /** The organisation's own register only. */
  readonly organisation?: string | null;
  readonly title?: string | null;
  readonly level?: string | null;
  readonly recipient?: string | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** Words in any order, with or without dấu. */
  readonly q?: string;
}

export interface DistinctionList extends DistinctionFilter {
  readonly sort: 'day' | 'title' | 'recipient' | 'organisation';
  readonly descending: boolean;
  readonly page: number;
  readonly size: number;
}

function matching(cx: Cx, filter: DistinctionFilter): RawBuilder<unknown> {
  const parts = [
    sql`d.deleted_at is null`,
    sql`${visible(cx, distinctionRead, sql`d.organisation_id`)}`,
  ];
  if (filter.under !== null) {
    parts.push(sql`d.organisation_id in (${cx.coverage.below([filter.under], cx.clock.today())})`);
  }
  if (filter.organisation) parts.push(sql`o.code = ${filter.organisation}`);
  if (filter.title) parts.push(sql`d.title = ${filter.title}`);
  if (filter.level) parts.push(sql`d.level = ${filter.level}`);
  if (filter.recipient === 'person') parts.push(sql`d.recipient_person_id is not null`);
  if (filter.recipient === 'organisation') parts.push(sql`d.recipient_person_id is null`);
  if (filter.from) parts.push(sql`d.decided_on >= ${filter.from}::date`);
  if (filter.to) parts.push(sql`d.decided_on <= ${filter.to}::date`);
  const words = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 10);
  for (const word of words) parts.push(sql`d.search like ${`%${word}%`}`);
  return sql.join(parts, sql` and `);
}

const collated = (column: string): RawBuilder<unknown> =>
  sql`${sql.raw(column)} collate "vi-x-icu"`;

function order(sort: DistinctionList['sort'], descending: boolean): RawBuilder<unknown> {
  const direction = sql.raw(descending ? 'desc' : 'asc');
  if (sort === 'day') return sql`d.decided_on ${direction}`;
  if (sort === 'title') return sql`t.sort ${direction}, t.code`;
  if (sort === 'organisation') return sql`${collated('n.short_name')} ${direction}`;
  // Persons by given name, then the rest; organisations by their name, among them.
  return sql`coalesce(p.given, rn.short_name) collate "vi-x-icu" ${direction},
    ${collated('p.family')} ${direction}, ${collated('p.middle')} ${direction}`;
}

/** One page of a list and how many there are in all: two queries, whatever the number of rows. */
export async function listDistinctions(
  cx: Cx,
  list: DistinctionList,
): Promise<{ rows: Distinction[]; total: number }> {
  const total = await countDistinctions(cx, list);
  const rows = await all(
    cx.db,
    sql<Distinction>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
      order by ${order(list.sort, list.descending)}, d.decided_on desc, d.pid
      limit ${list.size} offset ${(list.page - 1) * list.size}`,
  );
  return { rows, total };
}

export async function countDistinctions(cx: Cx, filter: DistinctionFilter): Promise<number> {
  const found = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from distinction d
      join organisation o on o.id = d.organisation_id where ${matching(cx, filter)}`,
  );
  return found.total;
}

export interface DistinctionFacets {
  readonly years: readonly number[];
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  readonly total: number;
}

/** What a list can be narrowed to: its years and registers, in one query. */
export async function facetsOf(cx: Cx, under: string): Promise<DistinctionFacets> {
  const row = await one(
    cx.db,
    sql<DistinctionFacets>`with seen as (
        select d.organisation_id, extract(year from d.decided_on)::integer as year, count(*) as many
        from distinction d join organisation o on o.id = d.organisation_id
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

/**
 * A person of a register by the full name: whoever was given something under it before. Null when
 * there is none or more than one; namesakes elsewhere are other people until somebody says otherwise.
 */
export async function personInRegister(
  db: Db,
  organisationId: string,
  fullName: string,
): Promise<string | null> {
  const found = await all(
    db,
    sql<{ id: string }>`select distinct p.id from distinction d
      join person p on p.id = d.recipient_person_id and p.deleted_at is null
      where d.organisation_id = ${organisationId} and ${personName} = ${fullName} limit 2`,
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

export interface SameDistinction {
  readonly organisationId: string;
  readonly recipientOrganisationId: string | null;
  readonly recipientPersonId: string | null;
  readonly title: string;
  readonly level: string;
  readonly class: string | null;
  readonly decidedOn: Day;
  readonly decisionNo: string | null;
}

/** The live record of the same decision for the same recipient, or null. */
export async function sameDistinction(cx: Cx, same: SameDistinction): Promise<Distinction | null> {
  return maybe(
    cx.db,
    sql<Distinction>`select ${columns} ${from(cx.clock.today())}
      where d.deleted_at is null and d.organisation_id = ${same.organisationId}
        and d.recipient_organisation_id is not distinct from ${same.recipientOrganisationId}::uuid
        and d.recipient_person_id is not distinct from ${same.recipientPersonId}::uuid
        and d.title = ${same.title} and d.level = ${same.level}
        and d.class is not distinct from ${same.class}::text
        and d.decided_on = ${same.decidedOn}::date
        and d.decision_no is not distinct from ${same.decisionNo}::text
        and ${visible(cx, distinctionRead, sql`d.organisation_id`)} order by d.id limit 1`,
  );
}

/** Rows that figures are counted from; see `Source`. `title` is the title's code. */
export function distinctionRows(): RawBuilder<unknown> {
  return sql`select d.organisation_id, d.id as record_id, d.pid, d.title as title_code,
      concat_ws(', ', t.name, d.giver) as title, d.decided_on as from_day,
      d.revoked_on as to_day, d.level, d.class,
      case when d.recipient_person_id is null then 'organisation' else 'person' end as recipient
    from distinction d join distinction_title t on t.code = d.title where d.deleted_at is null`;
}

export const invariants: readonly Invariant[] = [
  {
    name: 'distinction_has_one_recipient',
    sql: `select pid from distinction
      where num_nonnulls(recipient_organisation_id, recipient_person_id) <> 1`,
  },
  {
    name: 'distinction_recipient_fits_title',
    sql: `select d.pid from distinction d join distinction_title t on t.code = d.title
      where (t.recipients = 'person' and d.recipient_person_id is null)
        or (t.recipients = 'organisation' and d.recipient_organisation_id is null)`,
  },
  {
    name: 'distinction_revoked_after_decided',
    sql: 'select pid from distinction where revoked_on < decided_on',
  },
  {
    name: 'distinction_revoked_with_reason',
    sql: `select pid from distinction
      where (revoked_on is null) <> (revoked_reason is null) or revoked_reason = ''`,
  },
  {
    name: 'distinction_recipient_stands',
    sql: `select d.pid from distinction d
      left join person p on p.id = d.recipient_person_id
      left join organisation r on r.id = d.recipient_organisation_id
      join organisation o on o.id = d.organisation_id
      where d.deleted_at is null and (p.deleted_at is not null or r.deleted_at is not null
        or o.deleted_at is not null)`,
  },
];
