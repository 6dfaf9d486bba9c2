import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import { memberKinds } from '../rules.ts';
import type {
  About,
  Child,
  Headcount,
  HeadcountRow,
  HistoryEntry,
  PublicDistinction,
} from '../schema.ts';

// Of the dated facts these are for everybody; office, car, staff and notes are the office's own.
const publicKinds = [
  'founding_decision',
  'charter',
  'governing_agency',
  'special_status',
  'address',
  'phone',
  'email',
  'website',
];

/** Founding, public facts and what an organisation stands under on a day. */
export function aboutOf(db: Db, id: string, on: Day): Promise<About> {
  return one(
    db,
    sql<About>`select lower(o.during) as founded, upper(o.during) - 1 as closed,
      (select n.decision from organisation_name n where n.organisation_id = o.id
        order by lower(n.during) limit 1) as decision,
      coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'label', k.label,
          'words', f.words, 'from', lower(f.during)) order by k.sort)
        from organisation_fact f join fact_kind k on k.code = f.kind
        where f.organisation_id = o.id and f.deleted_at is null and f.during @> ${on}::date
          and f.kind = any(${publicKinds}::text[])
          and (k.measure = 'text' or f.amount = 1)), '[]') as facts,
      coalesce((select jsonb_agg(jsonb_build_object('code', p.code, 'name', n.name,
          'shortName', n.short_name, 'kind', p.kind) order by a.kind = 'sectoral', n.name collate "vi-x-icu")
        from affiliation a join organisation p on p.id = a.parent_id and p.deleted_at is null
        ${nameOn(sql`p.id`, on)}
        where a.child_id = o.id and a.deleted_at is null and a.during @> ${on}::date), '[]') as parents
    from organisation o where o.id = ${id}`,
  );
}

/** What stands directly under an organisation on a day, members first, each once, by name. */
export function childrenOf(db: Db, id: string, on: Day): Promise<Child[]> {
  return all(
    db,
    sql<Child>`select c.code, c.kind, n.name, n.short_name as "shortName",
      exists (select from organisation_fact s where s.organisation_id = c.id
        and s.kind = 'special_status' and s.amount = 1 and s.deleted_at is null
        and s.during @> ${on}::date) as special
    from organisation c ${nameOn(sql`c.id`, on)}
    where c.id in (${childIds(id, on)})
    order by array_position(${[...memberKinds]}::text[], c.kind) nulls last, c.kind,
      n.short_name collate "vi-x-icu", c.code`,
  );
}

const childIds = (id: string, on: Day): RawBuilder<unknown> => sql`
  select a.child_id from affiliation a
  join organisation k on k.id = a.child_id and k.deleted_at is null and k.during @> ${on}::date
  where a.parent_id = ${id} and a.deleted_at is null and a.during @> ${on}::date`;

const sums = sql`sum(f.amount) filter (where f.kind = 'headcount_members')::float8 as members,
  sum(f.amount) filter (where f.kind = 'headcount_intellectuals')::float8 as intellectuals,
  count(distinct f.organisation_id)::integer as declared, max(lower(f.during)) as latest`;

const declaredOn = (on: Day): RawBuilder<unknown> => sql`f.deleted_at is null
  and f.during @> ${on}::date and f.kind in ('headcount_members', 'headcount_intellectuals')`;

/** What an organisation and all below it have declared, each organisation counted once. */
export function headcountOf(db: Db, id: string, on: Day): Promise<Headcount> {
  return one(
    db,
    sql<Headcount>`select ${sums} from organisation_fact f where ${declaredOn(on)} and
      f.organisation_id in (select b.organisation_id
        from organisations_below(array[${id}::uuid], ${on}::date) b)`,
  );
}

/** The same for the organisation's own declaration and for each that stands directly under it. */
export function headcountRows(db: Db, id: string, on: Day): Promise<HeadcountRow[]> {
  return all(
    db,
    sql<HeadcountRow>`with part as (
      select b.root_id, b.organisation_id from organisations_below(
        array(select distinct child_id from (${childIds(id, on)}) c), ${on}::date) b
      union all select ${id}::uuid, ${id}::uuid
    ), heads as (
      select p.root_id, ${sums},
        case when count(distinct coalesce(f.source, '')) = 1 then min(f.source) end as source
      from part p join organisation_fact f on f.organisation_id = p.organisation_id
        and ${declaredOn(on)}
      group by p.root_id
    )
    select o.code, n.name, h.members, h.intellectuals, h.declared, h.latest, h.source
    from heads h join organisation o on o.id = h.root_id ${nameOn(sql`o.id`, on)}
    order by o.id = ${id} desc, n.name collate "vi-x-icu", o.code`,
  );
}

/** The life of an organisation as everybody may know it, newest first; members joining by year. */
export function historyOf(db: Db, id: string, until: Day): Promise<HistoryEntry[]> {
  return all(
    db,
    sql<HistoryEntry>`select e.day, e.what, e.title, e.detail, e.count from (
      select lower(n.during) as day,
          case when lower(n.during) = lower(o.during) then 'founded' else 'renamed' end as what,
          n.name as title, n.decision as detail, 0 as count
        from organisation o join organisation_name n on n.organisation_id = o.id
        where o.id = ${id} and lower(n.during) >= lower(o.during)
      union all
      select upper(o.during) - 1, 'closed', '', null, 0 from organisation o
        where o.id = ${id} and not upper_inf(o.during)
      union all
      select lower(a.during), 'joined', n.name, a.decision, 0 from affiliation a
        join organisation p on p.id = a.parent_id and p.deleted_at is null ${nameOn(sql`p.id`, until)}
        where a.child_id = ${id} and a.deleted_at is null
      union all
      select upper(a.during) - 1, 'left', n.name, null, 0 from affiliation a
        join organisation p on p.id = a.parent_id and p.deleted_at is null ${nameOn(sql`p.id`, until)}
        join organisation o on o.id = a.child_id
        where a.child_id = ${id} and a.deleted_at is null and upper(a.during) < coalesce(upper(o.during), 'infinity')
      union all
      select max(lower(a.during)), 'members',
          string_agg(n.short_name, '; ' order by lower(a.during), n.short_name collate "vi-x-icu"),
          null, count(*)::integer
        from affiliation a join organisation c on c.id = a.child_id and c.deleted_at is null
          and c.kind = any(${[...memberKinds]}::text[]) ${nameOn(sql`c.id`, until)}
        where a.parent_id = ${id} and a.deleted_at is null and lower(a.during) <= ${until}::date
        group by extract(year from lower(a.during))
      union all
      select lower(f.during), 'special', '', null, 0 from organisation_fact f
        where f.organisation_id = ${id} and f.deleted_at is null and f.kind = 'special_status'
          and f.amount = 1
    ) e where e.day <= ${until}::date
    order by e.day desc, e.what = 'founded', e.what, e.title collate "vi-x-icu"`,
  );
}

/** Distinctions that the organisation itself was given, the latest first; revoked ones are left out. */
export async function distinctionsOf(
  db: Db,
  id: string,
  limit: number,
): Promise<{ items: PublicDistinction[]; total: number }> {
  const rows = await all(
    db,
    sql<PublicDistinction & { total: number }>`select d.pid, t.name as title, d.class, d.giver,
      d.decision_no as "decisionNo", d.decided_on as day, d.note,
      count(*) over ()::integer as total
    from distinction d join distinction_title t on t.code = d.title
    where d.recipient_organisation_id = ${id} and d.deleted_at is null and d.revoked_on is null
    order by d.decided_on desc, t.sort, d.pid limit ${limit}`,
  );
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
