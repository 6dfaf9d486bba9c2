import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { openFigures, readBenchmark } from '../../reporting/index.ts';
import type { Group } from '../rules/index.ts';

/** An organisation whose figures are asked for, on a day of the structure. */
export interface Member {
  readonly day: Day;
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly shortName: string;
}

export interface MembersQuestion {
  readonly group: Group;
  /** Codes, of the group 'chosen'. */
  readonly organisations: readonly string[];
  /** The organisation that asks. */
  readonly place: string;
  readonly days: readonly Day[];
  /** Of the chosen ones also those that the actor may not see: for a page that was made public. */
  readonly all: boolean;
}

/** The organisations of a group on each of the days of the structure, in one statement. */
export function membersOn(cx: Cx, question: MembersQuestion): Promise<Member[]> {
  return all(
    cx.db,
    sql<Member>`select d.day, o.id, o.code, o.kind, coalesce(n.short_name, o.code) as "shortName"
      from unnest(${[...question.days]}::date[]) d (day)
      join organisation o on o.deleted_at is null and o.during @> d.day
      ${nameOn(sql`o.id`, question.days.at(-1) ?? cx.clock.today())}
      where ${inGroup(cx, question)} order by d.day, o.code`,
  );
}

function inGroup(
  cx: Cx,
  { group, organisations, place, all }: MembersQuestion,
): RawBuilder<unknown> {
  switch (group) {
    case 'own':
      return sql`o.id = ${place}`;
    case 'below':
      return sql`exists (select from affiliation a where a.child_id = o.id and a.parent_id = ${place}
        and a.deleted_at is null and a.during @> d.day)`;
    case 'peers':
      return peer;
    case 'chosen': {
      const named = sql`o.code = any(${[...organisations]}::text[])`;
      // The figures of those that the benchmark table compares are for all its readers.
      return all ? named : sql`${named} and (${visible(cx, readBenchmark, sql`o.id`)} or ${peer})`;
    }
  }
}

// As the benchmark table has them: directly under the national union on the day.
const peer = sql`(o.kind = 'provincial_union' and exists (select from affiliation a
  join organisation r on r.id = a.parent_id and r.kind = 'national_union' and r.deleted_at is null
    and r.during @> d.day
  where a.child_id = o.id and a.kind = 'territorial' and a.deleted_at is null and a.during @> d.day))`;

/** Which of the organisations the actor may open the figures of. */
export async function opened(cx: Cx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select o.id from organisation o where o.id = any(${[...ids]}::uuid[])
      and ${visible(cx, openFigures, sql`o.id`)}`,
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * The days on which some organisation stands below two of that day's organisations: their figures of
 * all below add up to too much.
 */
export async function overlaps(
  db: Db,
  asked: readonly { readonly day: Day; readonly ids: readonly string[] }[],
): Promise<ReadonlySet<Day>> {
  const rows = await all(
    db,
    sql<{ day: Day }>`select d.day
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as d (day date, ids uuid[])
      cross join lateral organisations_below(d.ids, d.day) b
      group by d.day having count(*) > count(distinct b.organisation_id)`,
  );
  return new Set(rows.map(({ day }) => day));
}

/** An organisation that may be chosen. */
export interface Choice {
  readonly code: string;
  readonly shortName: string;
  readonly group: 'peers' | 'below';
}

/** Those that a form offers: the provincial unions, and what stands directly below the one that asks. */
export function choices(db: Db, place: string, day: Day): Promise<Choice[]> {
  return all(
    db,
    sql<Choice>`select o.code, coalesce(n.short_name, o.code) as "shortName",
        case when ${peer} then 'peers' else 'below' end as group
      from (select ${day}::date as day) d
      join organisation o on o.deleted_at is null and o.during @> d.day ${nameOn(sql`o.id`, day)}
      where ${peer} or exists (select from affiliation a where a.child_id = o.id
        and a.parent_id = ${place} and a.deleted_at is null and a.during @> d.day)
      order by n.short_name collate "vi-x-icu", o.code limit 600`,
  );
}
